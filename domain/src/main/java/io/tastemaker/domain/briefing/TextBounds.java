package io.tastemaker.domain.briefing;

import java.util.Set;

/** Where a text of a message begins and ends. */
final class TextBounds {

    private final Sheet sheet;

    TextBounds(Sheet sheet) {
        this.sheet = sheet;
    }

    /** From a piece to where something else begins, without the small words at the end. */
    Stretch cut(BriefTopic topic, int from, int until) {
        int end = from;
        while (end < until && (sheet.isFree(end) || topic == BriefTopic.PRODUCT && sheet.taken(end) == BriefTopic.GOAL
                || topic == BriefTopic.GOAL && isOwnChannel(end))) {
            String word = sheet.at(end).word();
            boolean fresh = end > from && (sheet.near(end - 1).is(",") || Set.of("and", "y", "e", "und", "et", "-", "\u2013", "(", "|",
                    ";").contains(sheet.near(end - 1).word()));
            boolean other = TextWords.CUES.at(sheet, end).filter(cue -> cue.meaning() != topic && isCue(cue)
                    && !(topic == BriefTopic.GOAL && !fresh && cue.start() > from && TextWords.OWNED.contains(word))
                    && (cue.end() - cue.start() > 1 || fresh || sheet.near(cue.end()).is(":") || sheet.near(cue.end()).is("is"))).isPresent();
            boolean stop = end > from && TextWords.STOPS.contains(word) && (fresh || Set.of("please", "budget", "influencers", "creators", "using", "via",
                    "looking",
                    "with", "mit", "con", "com", "avec", "influencer", "micro", "targeting", "target", "creadores", "criadores", "createurs", "influenceurs",
                    "influenciadores", "aimed", "dirigido", "through", "available", "starting", "audience", "platforms", "ideally",
                    "launching").contains(word)
                    && !(topic == BriefTopic.NAME) && !(topic == BriefTopic.AUDIENCE && Set.of("with", "mit", "con", "com", "avec", "looking").contains(word))
                            && !(topic == BriefTopic.PRODUCT && Set.of("with", "con", "com", "mit", "avec").contains(word) && !isCreatorsNear(end)));
            boolean people = topic == BriefTopic.PRODUCT && end > from && Set.of("for", "para", "fur", "fuer", "pour", "per", "to").contains(word)
                    && (AudienceReader.isPerson(sheet, end + 1) || AudienceReader.isPerson(sheet, end + 2) || AudienceReader.isPerson(sheet, end + 3));
            boolean place = topic != BriefTopic.AUDIENCE && sheet.at(end).is(Token.Kind.SIGN) && Set.of("(", "|", "\u2022", "\u2192").contains(word)
                    && end > from;
            boolean dash = sheet.at(end).is(Token.Kind.SIGN) && Set.of("-", "\u2013", "\u2014").contains(word) && end > from && topic != BriefTopic.AUDIENCE
                    && sheet.near(end).start() > sheet.near(end - 1).end() && sheet.near(end + 1).start() > sheet.near(end).end();
            boolean label = fresh && Modes.label(sheet, end).isPresent() && topic != BriefTopic.AUDIENCE || Modes.label(sheet,
                    end).filter(hit -> sheet.near(hit.end()).is(":")).isPresent();
            boolean number = topic != BriefTopic.AUDIENCE && sheet.at(end).is(Token.Kind.NUMBER) && sheet.taken(end) != null;
            boolean denial = fresh && Set.of("not", "no", "but").contains(word) && topic != BriefTopic.AUDIENCE;
            boolean wish = end > from && topic == BriefTopic.PRODUCT && TextWords.WISHES.at(sheet, end).filter(hit -> hit.end() - hit.start() > 1
                    || Set.of("voulons", "souhaitons", "aimerions", "wollen", "mochten", "queremos", "quiero", "quero", "voglio", "vogliamo",
                            "vorrei", "vorremmo", "buscamos", "busco", "voudrais").contains(word)).isPresent();
            if (other || stop || people || place || dash || label || number || denial || wish) {
                break;
            }
            end++;
        }
        return trimmed(sheet, from, end, true);
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
