package io.tastemaker.domain.briefing;

import java.util.Set;

/** Where a text of a message begins and ends. */
final class TextBounds {

    private static final Set<String> JOINTS = Set.of("and", "y", "e", "und", "et", "-", "\u2013", "(", "|", ";");

    /** Where one of these stands, a text ends even without a joint before it. */
    private static final Set<String> ENDINGS = Set.of("please", "budget", "influencers", "creators", "using", "via", "looking", "with", "mit", "con", "com",
            "avec", "influencer", "micro", "targeting", "target", "creadores", "criadores", "createurs", "influenceurs", "influenciadores", "aimed", "dirigido",
            "through", "available", "starting", "audience", "platforms", "ideally", "launching");
    private static final Set<String> WITH = Set.of("with", "mit", "con", "com", "avec");
    private static final Set<String> FOR = Set.of("for", "para", "fur", "fuer", "pour", "per", "to");
    private static final Set<String> NOT = Set.of("not", "no", "but");
    private static final Set<String> ASIDES = Set.of("(", "|", "\u2022", "\u2192");
    private static final Set<String> DASHES = Set.of("-", "\u2013", "\u2014");

    /** Wishes in one word that cannot be a word of a product. */
    private static final Set<String> WANTING = Set.of("voulons", "souhaitons", "aimerions", "wollen", "mochten", "queremos", "quiero", "quero", "voglio",
            "vogliamo", "vorrei", "vorremmo", "buscamos", "busco", "voudrais");

    private final Sheet sheet;

    TextBounds(Sheet sheet) {
        this.sheet = sheet;
    }

    /** From a piece to where something else begins, without the small words at the end. */
    Stretch cut(BriefTopic topic, int from, int until) {
        int end = from;
        while (end < until && mayBelong(topic, end) && !isSomethingElse(topic, from, end)) {
            end++;
        }
        return trimmed(sheet, from, end, true);
    }

    private boolean mayBelong(BriefTopic topic, int i) {
        return sheet.isFree(i) || topic == BriefTopic.PRODUCT && sheet.taken(i) == BriefTopic.GOAL || topic == BriefTopic.GOAL && isOwnChannel(i);
    }

    private boolean isSomethingElse(BriefTopic topic, int from, int i) {
        boolean fresh = i > from && (sheet.near(i - 1).is(",") || JOINTS.contains(sheet.near(i - 1).word()));
        return isOtherCue(topic, from, i, fresh) || isLabel(topic, i, fresh) || isNumber(topic, i) || isDenial(topic, i, fresh)
                || i > from && (isEnding(topic, i, fresh) || isPeople(topic, i) || isAside(topic, i) || isDash(topic, i) || isWish(topic, i));
    }

    private boolean isOtherCue(BriefTopic topic, int from, int i, boolean fresh) {
        return TextWords.CUES.at(sheet, i).filter(cue -> cue.meaning() != topic && isCue(cue)
                && !(topic == BriefTopic.GOAL && !fresh && cue.start() > from && TextWords.OWNED.contains(sheet.at(i).word()))
                && (cue.end() - cue.start() > 1 || fresh || sheet.near(cue.end()).is(":") || sheet.near(cue.end()).is("is"))).isPresent();
    }

    private boolean isEnding(BriefTopic topic, int i, boolean fresh) {
        String word = sheet.at(i).word();
        if (!TextWords.STOPS.contains(word)) {
            return false;
        }
        return fresh || ENDINGS.contains(word) && switch (topic) {
            case NAME -> false;
            case AUDIENCE -> !WITH.contains(word) && !word.equals("looking");
            case PRODUCT -> !WITH.contains(word) || isCreatorsNear(i);
            default -> true;
        };
    }

    /** "for young mothers": a product is not made of those it is for. */
    private boolean isPeople(BriefTopic topic, int i) {
        return topic == BriefTopic.PRODUCT && FOR.contains(sheet.at(i).word())
                && (AudienceReader.isPerson(sheet, i + 1) || AudienceReader.isPerson(sheet, i + 2) || AudienceReader.isPerson(sheet, i + 3));
    }

    private boolean isAside(BriefTopic topic, int i) {
        return topic != BriefTopic.AUDIENCE && sheet.at(i).is(Token.Kind.SIGN) && ASIDES.contains(sheet.at(i).word());
    }

    /** A dash between blanks; one within a word or a span of numbers divides nothing. */
    private boolean isDash(BriefTopic topic, int i) {
        return topic != BriefTopic.AUDIENCE && sheet.at(i).is(Token.Kind.SIGN) && DASHES.contains(sheet.at(i).word())
                && sheet.near(i).start() > sheet.near(i - 1).end() && sheet.near(i + 1).start() > sheet.near(i).end();
    }

    private boolean isLabel(BriefTopic topic, int i, boolean fresh) {
        return Modes.label(sheet, i).filter(hit -> fresh && topic != BriefTopic.AUDIENCE || sheet.near(hit.end()).is(":")).isPresent();
    }

    private boolean isNumber(BriefTopic topic, int i) {
        return topic != BriefTopic.AUDIENCE && sheet.at(i).is(Token.Kind.NUMBER) && sheet.taken(i) != null;
    }

    private boolean isDenial(BriefTopic topic, int i, boolean fresh) {
        return topic != BriefTopic.AUDIENCE && fresh && NOT.contains(sheet.at(i).word());
    }

    private boolean isWish(BriefTopic topic, int i) {
        return topic == BriefTopic.PRODUCT && TextWords.WISHES.at(sheet, i)
                .filter(hit -> hit.end() - hit.start() > 1 || WANTING.contains(sheet.at(i).word())).isPresent();
    }

    /** "our Instagram following": the channel is part of what is wished for, and none to look for creators on. */
    private boolean isOwnChannel(int i) {
        return sheet.taken(i) == BriefTopic.PLATFORMS && TextWords.OWNED.contains(sheet.near(i - 1).word()) && sheet.isFree(i + 1)
                && sheet.at(i + 1).is(Token.Kind.WORD) && !TextWords.TRIMMED.contains(sheet.at(i + 1).word());
    }

    /** A noun is a cue only where something is said of it. */
    boolean isCue(Phrases.Hit<BriefTopic> cue) {
        String phrase = Sheet.fold(sheet.said(cue.start(), cue.end())).replaceAll("[^\\p{L}\\p{M}]+", " ");
        return !TextWords.NOUNS.contains(phrase) || TextWords.IS.contains(sheet.near(cue.end()).word());
    }

    private boolean isCreatorsNear(int i) {
        for (int at = i + 1; at < i + 5 && at < sheet.size() && !sheet.at(at).is(Token.Kind.BREAK); at++) {
            if (Cues.CREATORS.has(sheet.at(at).word()) || sheet.taken(at) != null || sheet.at(at).word().endsWith("influencer")
                    || sheet.at(at).is("influencern") || Cues.BUDGET.has(sheet.at(at).word())) {
                return true;
            }
        }
        return false;
    }

    static Stretch trimmed(Sheet sheet, int from, int until, boolean hard) {
        int start = from;
        int end = until;
        while (end > start && (TextWords.TRIMMED.contains(sheet.at(end - 1).word()) && hard && !sheet.isTea(end - 1) || sheet.at(end - 1).is(Token.Kind.SIGN)
                && !sheet.at(end - 1).is("%"))) {
            end--;
        }
        while (start < end && sheet.at(start).is(Token.Kind.SIGN)) {
            start++;
        }
        return new Stretch(start, end);
    }
}
