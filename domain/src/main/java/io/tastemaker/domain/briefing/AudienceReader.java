package io.tastemaker.domain.briefing;

import java.util.Optional;

/** Whom a campaign should reach, when the people themselves are named: "women 25-40", "young families". */
final class AudienceReader {

    private final Sheet sheet;
    private final Optional<BriefTopic> asked;
    private final TextBounds bounds;
    private final boolean within;

    /**
     * Looks at a message.
     *
     * @param sheet the message
     * @param asked which question it may answer
     * @param bounds where texts end
     * @param within whether the words of a goal are looked at as well
     */
    AudienceReader(Sheet sheet, Optional<BriefTopic> asked, TextBounds bounds, boolean within) {
        this.within = within;
        this.sheet = sheet;
        this.asked = asked;
        this.bounds = bounds;
    }

    /** Ticks off whom the message names. */
    Optional<String> read() {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i) || !isPerson(i) || isPossessive(i) || TextWords.ANYBODY.contains(sheet.at(i).word()) && !isDescribed(i)) {
                continue;
            }
            int start = i;
            while (start > sheet.sentenceStart(i) && sheet.isFree(start - 1) && sheet.at(start - 1).is(Token.Kind.WORD)
                    && (isDescription(start - 1) || start < i && isJoint(start - 1) && sheet.isFree(start - 2) && isDescription(start - 2))) {
                start--;
            }
            int end = i + 1;
            while (end < sheet.sentenceEnd(i) && sheet.isFree(end) && isDescribing(end)) {
                end++;
            }
            end = ages(end);
            start = described(start);
            end = ledOn(end, sheet.sentenceEnd(i));
            end = accompanied(end);
            if (isNobody(i, start, end)) {
                continue;
            }
            end = ages(end);
            String text = sheet.said(start, end);
            if (!text.isBlank() && isCreator(i)) {
                continue;
            }
            sheet.take(start, end, BriefTopic.AUDIENCE);
            return Optional.of(text);
        }
        return agesAlone();
    }

    /** "mothers who cook", "women and men" */
    private int ledOn(int end, int until) {
        String word = sheet.near(end).word();
        boolean leads = end < until && sheet.isFree(end) && AudienceWords.LEADING_ON.contains(word)
                && (!AudienceWords.AND.contains(word) || isPerson(end + 1) || isPerson(end + 2));
        return leads ? Math.max(end, bounds.cut(BriefTopic.AUDIENCE, end, until).end()) : end;
    }

    /** Words for people that mean creators, a time or a letter here. */
    private boolean isNobody(int i, int start, int end) {
        boolean alone = start == i && end == i + 1;
        return Cues.CREATORS.has(sheet.near(end).word())
                || alone && Cues.CREATORS.has(sheet.near(i).word()) && !AudienceWords.TOWARDS.contains(sheet.near(start - 1).word())
                || sheet.at(i).is("fans") || sheet.at(i).is("year")
                || sheet.at(i).is("z") && !AudienceWords.GENERATION.contains(sheet.near(i - 1).word());
    }

    /** "more awareness among women 25-40": the people in a goal are whom it should reach. */
    Optional<String> withinGoal() {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.taken(i) != BriefTopic.GOAL || !isPerson(i) || TextWords.ANYBODY.contains(sheet.at(i).word()) && !isDescription(i - 1)
                    || isCreator(i) || isPossessive(i)) {
                continue;
            }
            int start = i;
            while (start > 0 && isOpen(start - 1) && sheet.at(start - 1).is(Token.Kind.WORD) && isDescription(start - 1)) {
                start--;
            }
            boolean led = AudienceWords.AMONG.contains(sheet.near(start - 1).word());
            if (led) {
                int end = i + 1;
                while (isOpen(end) && isDescribing(end)) {
                    end++;
                }
                return Optional.of(sheet.said(start, ages(end)));
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int i) {
        return sheet.isFree(i) || within && sheet.taken(i) == BriefTopic.GOAL;
    }

    /** "familias com criancas", "women with curly hair" */
    private int accompanied(int from) {
        if (!AudienceWords.WITH_OR_WITHOUT.contains(sheet.near(from).word())) {
            return from;
        }
        int end = from + 1;
        while (end < from + 4 && end < sheet.size() && sheet.isFree(end) && sheet.at(end).is(Token.Kind.WORD) && !Cues.CREATORS.has(sheet.at(end).word())
                && !Cues.FOLLOWERS.has(sheet.at(end).word()) && !Cues.BUDGET.has(sheet.at(end).word()) && Modes.label(sheet, end).isEmpty()
                && !TextWords.TRIMMED.contains(sheet.at(end).word())) {
            end++;
        }
        boolean number = sheet.near(end).is(Token.Kind.NUMBER) || sheet.near(end).is(Token.Kind.MONEY) || end < sheet.size() && !sheet.isFree(end)
                && sheet.taken(end) != BriefTopic.PLACES && sheet.taken(end) != BriefTopic.PLATFORMS;
        return end == from + 1 || number || Cues.CREATORS.has(sheet.near(end).word()) || Cues.FOLLOWERS.has(sheet.near(end).word()) ? from : end;
    }

    private boolean isJoint(int i) {
        return i > 0 && AudienceWords.JOINTS.contains(sheet.at(i).word());
    }

    /** "children's books" */
    private boolean isPossessive(int i) {
        return sheet.near(i + 1).is("s") && sheet.near(i + 1).start() == sheet.at(i).end() + 1
                && !Character.isWhitespace(sheet.text().charAt(sheet.at(i).end()));
    }

    /** "people" alone may as well be creators. */
    private boolean isDescribed(int i) {
        return i > 0 && sheet.at(i - 1).is(Token.Kind.WORD) && isDescription(i - 1) || ages(i + 1) > i + 1
                || AudienceWords.TOWARDS.contains(sheet.near(i - 1).word());
    }

    /** "mom influencers", "female creators" are creators. */
    private boolean isCreator(int i) {
        return Cues.CREATORS.has(sheet.near(i + 1).word()) || sheet.near(i + 1).word().endsWith("influencer");
    }

    private boolean isPerson(int i) {
        return isPerson(sheet, i);
    }

    static boolean isPerson(Sheet sheet, int i) {
        return sheet.near(i).is(Token.Kind.WORD) && TextWords.PEOPLE.contains(sheet.near(i).word()) || sheet.near(i).is("genz")
                || isAgent(sheet, i);
    }

    /** "for climbers", "for dentists": those who do something, behind "for" only, since things have such names as well. */
    private static boolean isAgent(Sheet sheet, int i) {
        String word = sheet.near(i).word();
        boolean agent = word.matches("\\p{L}{3,}(?:ers|ors|ists|ians|istas|adores|adoras|isti|istes|innen)") && !TextWords.THINGS.contains(word)
                && !Cues.CREATORS.has(word) && !Cues.CREATORS.has(sheet.near(i + 1).word());
        for (int at = i - 1; agent && at >= i - 3 && sheet.near(at).is(Token.Kind.WORD); at--) {
            if (AudienceWords.FOR.contains(sheet.near(at).word())) {
                return true;
            }
        }
        return false;
    }

    private boolean isDescription(int i) {
        String word = sheet.at(i).word();
        return AudienceWords.DESCRIPTIONS.contains(sheet.at(i).word());
    }

    /** "mujeres jovenes": in the Romance languages what describes people stands behind them. */
    private boolean isDescribing(int i) {
        return AudienceWords.DESCRIBING.contains(sheet.at(i).word());
    }

    /** "for brave women": all that stands between "for" and the people describes them. */
    private int described(int start) {
        for (int i = start - 1; i >= start - 3 && i >= sheet.sentenceStart(start) && sheet.isFree(i) && sheet.at(i).is(Token.Kind.WORD); i--) {
            String word = sheet.at(i).word();
            if (AudienceWords.FOR.contains(word)) {
                int first = i + 1;
                while (first < start && (TextWords.LEADING.contains(sheet.at(first).word()) || TextWords.OWNED.contains(sheet.at(first).word()))) {
                    first++;
                }
                return first;
            }
            if (Cues.CREATORS.has(word) || AudienceWords.DIVIDING.contains(word)) {
                return start;
            }
        }
        return start;
    }

    /** An age span behind people: "18-35", "aged 25 to 40", "over 50", "between 20 and 30 years old". */
    private int ages(int from) {
        int i = from;
        while (AudienceWords.BEFORE_AGES.contains(sheet.near(i).word()) && i < from + 4) {
            i++;
        }
        if (sheet.isFree(i) && AudienceWords.DECADES.contains(sheet.near(i).word())
                && i > from) {
            return i + 1;
        }
        if (!isAge(i)) {
            return from;
        }
        i++;
        while (i < sheet.size() && (isAge(i) || AudienceWords.WITHIN_AGES.contains(sheet.near(i).word()))) {
            boolean joint = AudienceWords.AGE_JOINTS.contains(sheet.near(i).word());
            boolean ofAge = AudienceWords.OF_AGE.contains(sheet.near(i).word()) && sheet.near(i + 1).is("age");
            if (joint && !isAge(i + 1) && !ofAge) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isAge(int i) {
        return sheet.near(i).is(Token.Kind.NUMBER) && isOpen(i) && sheet.near(i).word().matches("\\d{2}");
    }

    private Optional<String> agesAlone() {
        for (int i = 0; i < sheet.size(); i++) {
            boolean led = AudienceWords.AGED.contains(sheet.at(i).word());
            boolean span = isAge(i) && AudienceWords.TO.contains(sheet.near(i + 1).word()) && isAge(i + 2)
                    && (asked.filter(topic -> topic == BriefTopic.AUDIENCE).isPresent() || AudienceWords.YEARS.contains(sheet.near(i + 3).word()));
            if (sheet.isFree(i) && (led && ages(i + 1) > i + 1 || span)) {
                int end = led ? ages(i + 1) : ages(i);
                String text = sheet.said(i, end);
                sheet.take(i, end, BriefTopic.AUDIENCE);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
