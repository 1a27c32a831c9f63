package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The follower range, and what other bare numbers mean.
 *
 * <p>A bare number is a number of followers when followers are spoken of, or when it is at least 500 and no budget is. "Under 500k" and
 * "over 10k" include the number itself. One number alone is the least. "Around 50k" is 25k to 100k: half to double. In "10-50k" the word
 * for thousand goes for both. Size classes: nano 1,000 to 10,000 followers, micro to 100,000, mid-tier 50,000 to 500,000, macro 100,000 to
 * 1,000,000, mega above, after the classes that Influencer Marketing Hub uses (middle: Later).
 */
final class FollowersReader {

    private enum Bound { LEAST, MOST, ABOUT, NONE }

    private record Said(int start, int end, Optional<Amount> low, Optional<Amount> high, Bound bound) {}

    private static final Phrases<Bound> BEFORE = Phrases.of("""
            LEAST: nothing under, nothing below, nobody under, nobody below, no one under, not under, not below, no smaller than, no lower than, \
            nada por debajo de, nicht unter, niemand unter, nessuno sotto, at least, atleast, min, minimum, minimum of, a minimum of, min of, from, over, \
            more than, above, north of, upwards of, starting at, starting from, no less than, not less than, no fewer than, not fewer than, exceeding, \
            greater than, bigger than, larger than, beyond, \
            minimo, minimo de, un minimo de, um minimo de, al menos, por lo menos, mas de, mas que, desde, a partir de, a partir dos, no menos de, \
            superior a, superiores a, por encima de, como minimo, \
            pelo menos, no minimo, ao menos, mais de, mais que, acima de, acima dos, nao menos de, maior que, \
            mindestens, ab, uber, ueber, mehr als, nicht weniger als, minimal, von mindestens, oberhalb von, \
            au moins, plus de, plus que, minimum de, a partir de, des, pas moins de, superieur a, superieure a, au dessus de, \
            almeno, piu di, oltre, oltre i, da almeno, minimo di, un minimo di, come minimo, a partire da, non meno di, superiore a, sopra, sopra i, dai, \
            increase to at least
            MOST: nothing over, nothing above, nobody over, nobody above, no one over, no bigger than, no larger than, no higher than, nicht uber, at most, \
            max, maximum, maximum of, a maximum of, max of, under, below, less than, fewer than, up to, upto, no more than, not more than, smaller than, \
            not above, not over, until, capped at, cap it at, cap them at, cap at, cap of, lower than, within, \
            maximo, maximo de, un maximo de, um maximo de, como maximo, menos de, menos que, hasta, por debajo de, no mas de, inferior a, hasta los, \
            no superior a, a lo sumo, \
            no maximo, ate, ate os, abaixo de, abaixo dos, nao mais de, nao mais que, menor que, \
            hochstens, hoechstens, maximal, unter, weniger als, bis, bis zu, nicht mehr als, bis maximal, \
            au plus, au maximum, maximum de, moins de, moins que, jusqu a, jusqu, pas plus de, inferieur a, en dessous de, sous, \
            al massimo, massimo, massimo di, un massimo di, meno di, fino a, fino ai, sotto, sotto i, non piu di, inferiore a, al di sotto di
            ABOUT: around, about, approx, approximately, roughly, circa, ca, some, close to, near, alrededor de, unos, unas, cerca de, aproximadamente, \
            por volta de, em torno de, uns, rund, etwa, ungefahr, um die, environ, autour de, a peu pres, intorno a, circa, all incirca, in the region of
            """, Bound::valueOf);

    private static final Phrases<Bound> AFTER = Phrases.of("""
            LEAST: or more, and more, and up, or above, and above, or over, and over, plus, minimum, min, at least, at minimum, upwards, o mas, y mas, \
            en adelante, minimo, como minimo, para arriba, ou mais, e mais, para cima, no minimo, oder mehr, und mehr, aufwarts, mindestens, \
            minimum, ou plus, et plus, au moins, o piu, e oltre, in su, minimo, almeno, de minimo, at the very least, \u4ee5\u4e0a, \uc774\uc0c1
            MOST: \u4ee5\u4e0b, \u4ee5\u5185, or less, or fewer, or below, and below, or under, and under, max, maximum, at most, tops, at max, o menos, \
            maximo, como maximo, ou menos, no maximo, oder weniger, hochstens, maximal, ou moins, au plus, au maximum, maximum, o meno, massimo, \
            al massimo, de maximo, \
            and down, at the most
            """, Bound::valueOf);

    private static final Phrases<Long> TIERS = Phrases.of("""
            1: nano, nanoinfluencer, nanoinfluencers, nano influencer, nano influencers, nanoinfluenciadores, nanoinfluenceurs, nanos
            2: micro, microinfluencer, microinfluencers, mikro, mikroinfluencer, mikro influencer, microinfluenciadores, microinfluenceurs, micros
            3: mid tier, mid size, midsize, midtier, mid sized, medium sized, mid range influencers
            4: macro, macroinfluencer, macroinfluencers, makro, makroinfluencer, macroinfluenciadores, macroinfluenceurs, macros
            5: mega, megainfluencer, megainfluencers, mega influencer, mega influencers
            """, Long::valueOf);

    private static final Set<String> CONNECTORS = Set.of("-", "\u2013", "\u2014", "to", "and", "a", "y", "e", "bis", "und", "et", "\u00e0", "hasta", "ate",
            "until", "till", "ao", "ai", "al", "..", "~", "down", "\u2192", "up", "fino", "jusqu", "y los", "os", "aos", "o", "less", "through",
            "\u0625\u0644\u0649", "\u0627\u0644\u0649", "\u0938\u0947");

    private static final Set<String> LINKS = Set.of("the", "los", "os", "die", "les", "i", "to", "a", "zu", "de", "di", "of", "maximal", "max", "maximum");

    private static final Set<String> AGES = Set.of("years", "year", "yo", "y", "yrs", "anos", "ano", "ans", "jahre", "jahren", "jahrige", "jahriger", "anni",
            "anni,", "old", "olds", "jahr");

    private final Sheet sheet;
    private final BriefDraft draft;
    private final Optional<BriefTopic> asked;

    private FollowersReader(Sheet sheet, BriefDraft draft, Optional<BriefTopic> asked) {
        this.sheet = sheet;
        this.draft = draft;
        this.asked = asked;
    }

    /**
     * Reads the followers and the bare budget of a message and ticks them off.
     *
     * @param sheet the message
     * @param draft what is known
     * @param asked what was asked for
     * @param money whether the message says a budget with its currency already
     * @param remarks takes what could not be
     * @return what changes
     */
    static List<BriefChange> read(Sheet sheet, BriefDraft draft, Optional<BriefTopic> asked, boolean money, List<String> remarks) {
        return new FollowersReader(sheet, draft, asked).read(money, remarks);
    }

    /** Whether a word such as "at least" stands there. */
    static boolean isBound(Sheet sheet, int i) {
        return BEFORE.at(sheet, i).isPresent();
    }

    private List<BriefChange> read(boolean money, List<String> remarks) {
        List<BriefChange> changes = new ArrayList<>();
        Optional<Long> min = Optional.empty();
        Optional<Long> max = Optional.empty();
        boolean whole = false;
        boolean found = false;
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Said> next = said(i);
            if (next.isEmpty()) {
                continue;
            }
            Said said = next.get();
            i = said.end() - 1;
            BriefTopic meaning = meaning(said, money);
            if (meaning == BriefTopic.BUDGET) {
                sheet.take(said.start(), said.end(), BriefTopic.BUDGET);
                budget(said, changes, remarks);
            } else if (meaning == BriefTopic.FOLLOWERS && !isDenied(said.start())) {
                sheet.take(said.start(), said.end(), BriefTopic.FOLLOWERS);
                takeWords(said.end());
                Optional<Long> low = said.low().flatMap(Amounts::whole);
                Optional<Long> high = said.high().flatMap(Amounts::whole);
                if (low.isPresent() && high.isPresent()) {
                    min = low;
                    max = high;
                    whole = true;
                } else {
                    min = low.isPresent() ? low : min;
                    max = high.isPresent() ? high : max;
                }
                found |= low.isPresent() || high.isPresent();
            } else if (meaning == BriefTopic.FOLLOWERS) {
                sheet.take(said.start(), said.end(), BriefTopic.FOLLOWERS);
            }
        }
        boolean openEnd = openEnds(changes);
        if (found) {
            if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
                Optional<Long> low = max;
                max = min;
                min = low;
            }
            changes.add(new BriefChange.Followers(new Range<>(min, max), whole || openEnd));
        } else {
            tiers(changes);
        }
        return changes;
    }

    /** "no upper limit", "no minimum" open one end. */
    private boolean openEnds(List<BriefChange> changes) {
        boolean opened = false;
        for (int i = 0; i + 1 < sheet.size(); i++) {
            if (!sheet.isFree(i) || !Set.of("no", "without", "sin", "sem", "ohne", "sans", "senza", "kein", "keine").contains(sheet.at(i).word())) {
                continue;
            }
            int at = i + 1;
            while (Set.of("a", "an", "any", "the").contains(sheet.near(at).word())) {
                at++;
            }
            String word = sheet.near(at).word();
            String next = sheet.near(at + 1).word();
            boolean most = Set.of("maximum", "max", "maximo", "ceiling", "cap", "obergrenze", "massimo").contains(word) || word.equals("upper")
                    || Set.of("limite", "limit").contains(word) && Set.of("superior", "maximo", "superieure", "superiore").contains(next);
            boolean least = Set.of("minimum", "min", "minimo", "floor", "untergrenze").contains(word) || word.equals("lower");
            if ((most || least) && !(word.equals("minimo") || word.equals("maximo")) || (most || least) && !Cues.looksPortuguese(sheet) && Amounts.at(sheet,
                    at + 1).isEmpty()) {
                sheet.take(i, Math.min(at + 2, sheet.size()), BriefTopic.FOLLOWERS);
                opened = true;
                draft.followers().ifPresent(range -> {
                    Optional<Long> low = least ? Optional.<Long>empty() : range.min();
                    Optional<Long> high = most ? Optional.<Long>empty() : range.max();
                    changes.add(new BriefChange.Followers(new Range<>(low, high), true));
                });
            }
        }
        return opened;
    }

    private void takeWords(int from) {
        int i = from;
        while (i < sheet.size() && i < from + 3 && sheet.isFree(i)) {
            Optional<Phrases.Hit<String>> words = Cues.FOLLOWERS.at(sheet, i);
            if (words.isPresent()) {
                sheet.take(i, words.get().end(), BriefTopic.FOLLOWERS);
                return;
            }
            if (!Set.of("de", "of", "each", "to").contains(sheet.at(i).word())) {
                return;
            }
            i++;
        }
    }

    private void budget(Said said, List<BriefChange> changes, List<String> remarks) {
        Amount amount = said.high().or(said::low).orElseThrow();
        BigDecimal value = said.bound() == Bound.ABOUT ? amount.value().divide(BigDecimal.TWO) : amount.value();
        if (value.signum() <= 0 || value.precision() > BriefDraft.MOST_DIGITS - 4 || value.scale() > 8) {
            remarks.add("A budget is more than nothing, and \"" + sheet.said(said.start(), said.end()) + "\" is no amount that I can keep.");
            return;
        }
        if (draft.budget().isPresent() && BriefDraft.money(value, draft.budget().get().currency()).isEmpty()) {
            remarks.add("\"" + sheet.said(said.start(), said.end()) + "\" is finer than " + draft.budget().get().currency() + " can be.");
            return;
        }
        changes.add(new BriefChange.Amount(value));
    }

    private Optional<Said> said(int i) {
        Bound bound = Bound.NONE;
        int at = i;
        Optional<Phrases.Hit<Bound>> before = sheet.isFree(i) ? BEFORE.at(sheet, i) : Optional.empty();
        if (before.isPresent()) {
            bound = before.get().meaning();
            at = before.get().end();
            if (LINKS.contains(sheet.near(at).word()) && at + 1 < sheet.size() && Amounts.at(sheet, at).isEmpty()) {
                at++;
            }
        } else if (sheet.isFree(i) && Set.of(">", "<", "\u2265", "\u2264", "~", "\u2248").contains(sheet.at(i).word())) {
            bound = Set.of(">", "\u2265").contains(sheet.at(i).word()) ? Bound.LEAST : Set.of("<", "\u2264").contains(sheet.at(i).word()) ? Bound.MOST
                    : Bound.ABOUT;
            at = sheet.near(i + 1).is("=") ? i + 2 : i + 1;
        }
        Optional<Amount> first = at < sheet.size() ? Amounts.at(sheet, at) : Optional.empty();
        if (first.isEmpty() || sheet.isNegative(at)) {
            return Optional.empty();
        }
        int joint = first.get().end();
        while (Cues.FOLLOWERS.has(sheet.near(joint).word()) && CONNECTORS.contains(sheet.near(joint + 1).word())) {
            joint++;
        }
        int next = joint < sheet.size() && CONNECTORS.contains(sheet.at(joint).word()) && !sheet.at(joint).is("o") ? joint + 1 : joint;
        while (next < joint + 3 && (CONNECTORS.contains(sheet.near(next).word()) || next > joint && LINKS.contains(sheet.near(next).word()))
                && Amounts.at(sheet, next).isEmpty() && next < sheet.size()
                && !sheet.near(next).is(",")) {
            next++;
        }
        Optional<Amount> second = next > joint && next < sheet.size() ? Amounts.at(sheet, next) : Optional.empty();
        boolean marked = second.isPresent() && BEFORE.at(sheet, joint).isPresent() && !CONNECTORS.contains(sheet.near(joint).word());
        if (second.isPresent() && !marked && !isPercent(second.get())) {
            Amount low = scaled(first.get(), second.get());
            Amount high = second.get();
            if (high.value().compareTo(low.value()) < 0 && !high.isScaled() && first.get().isScaled()) {
                high = high.times(first.get().scale());
            }
            boolean swapped = low.value().compareTo(high.value()) > 0;
            return Optional.of(new Said(i, high.end(), Optional.of(swapped ? high : low), Optional.of(swapped ? low : high), Bound.NONE));
        }
        int end = first.get().end();
        int after = end;
        while (Cues.FOLLOWERS.has(sheet.near(after).word()) && AFTER.at(sheet, after + 1).isPresent()) {
            after++;
        }
        Optional<Phrases.Hit<Bound>> behind = after < sheet.size() ? AFTER.at(sheet, after) : Optional.empty();
        if (sheet.near(end).is("+")) {
            return Optional.of(new Said(i, end + 1, first, Optional.empty(), Bound.LEAST));
        }
        if (behind.isPresent() && bound == Bound.NONE && !isFollowedByAmount(behind.get())) {
            bound = behind.get().meaning();
            end = behind.get().end();
        }
        Amount amount = first.get();
        int last = end;
        return Optional.of(switch (bound) {
            case LEAST -> new Said(i, last, Optional.of(amount), Optional.empty(), Bound.LEAST);
            case MOST -> new Said(i, last, Optional.empty(), Optional.of(amount), Bound.MOST);
            case ABOUT -> new Said(i, last, Optional.of(new Amount(amount.value().divide(BigDecimal.TWO), amount.scale(), amount.start(), amount.end())),
                    Optional.of(new Amount(amount.value().multiply(BigDecimal.TWO), amount.scale(), amount.start(), amount.end())), Bound.ABOUT);
            case NONE -> new Said(i, last, Optional.of(amount), Optional.empty(), Bound.NONE);
        });
    }

    /** In "10k max 200k" the word belongs to what follows; in "at least 10k, max 200k" too. */
    private boolean isFollowedByAmount(Phrases.Hit<Bound> hit) {
        return hit.end() < sheet.size() && Amounts.at(sheet, hit.end()).isPresent();
    }

    private boolean isPercent(Amount amount) {
        return sheet.near(amount.end()).is("%");
    }

    /** In "10-50k" and "between 10 and 50 thousand" the scale goes for both, when the first stays the smaller. */
    private static Amount scaled(Amount first, Amount second) {
        if (first.isScaled() || !second.isScaled() || !first.isBelow(1_000)) {
            return first;
        }
        Amount grown = first.times(second.scale());
        if (grown.value().compareTo(second.value()) <= 0) {
            return grown;
        }
        Amount thousands = first.times(BigDecimal.valueOf(1_000));
        return second.scale().compareTo(BigDecimal.valueOf(1_000)) > 0 && thousands.value().compareTo(second.value()) <= 0 && !first.isBelow(10) ? thousands
                : first;
    }

    private boolean isDenied(int start) {
        return Modes.DENIALS.contains(sheet.near(start - 1).word()) && !Cues.looksPortuguese(sheet);
    }

    private BriefTopic meaning(Said said, boolean money) {
        Amount amount = said.high().or(said::low).orElseThrow();
        String next = sheet.near(said.end()).word();
        Optional<BriefTopic> behind = behind(said.end());
        if (next.equals("%") || AGES.contains(next) || amount.value().signum() < 0) {
            return BriefTopic.AUDIENCE;
        }
        if (behind.isPresent() && behind.get() == BriefTopic.FOLLOWERS) {
            return BriefTopic.FOLLOWERS;
        }
        if (Cues.COUNTED.contains(next) || next.equals("more") || next.equals("new") || sheet.near(said.end()).is(Token.Kind.NUMBER)) {
            return BriefTopic.GOAL;
        }
        if (sheet.near(said.end()).is(Token.Kind.WORD) && sheet.isFree(said.end()) && Cues.COUNTED.contains(sheet.near(said.end() + 1).word())) {
            return BriefTopic.GOAL;
        }
        boolean small = !amount.isScaled() && amount.isBelow(500);
        boolean people = Cues.CREATORS.has(next) || Cues.CREATORS.has(sheet.near(said.end() + 1).word()) && small;
        Optional<BriefTopic> before = before(said.start());
        if (small && people && before.filter(topic -> topic == BriefTopic.BUDGET).isEmpty()) {
            return BriefTopic.GOAL;
        }
        if (behind.isPresent()) {
            return behind.get();
        }
        if (before.isPresent() && before.get() == BriefTopic.FOLLOWERS && small && amount.isBelow(100) && !draftAsks(BriefTopic.FOLLOWERS)) {
            return BriefTopic.AUDIENCE;
        }
        if (before.isPresent()) {
            boolean age = small && before.get() == BriefTopic.FOLLOWERS && !draftAsks(BriefTopic.FOLLOWERS)
                    && sheet.sentenceStart(said.start()) != sheet.sentenceStart(said.end());
            boolean settled = before.get() == BriefTopic.BUDGET && money;
            if (!age && !settled) {
                return before.get();
            }
            if (settled && small) {
                return BriefTopic.GOAL;
            }
        }
        if (draftAsks(BriefTopic.BUDGET) && !money && !isRange(said)) {
            return BriefTopic.BUDGET;
        }
        if (!money && !isRange(said) && !draftAsks(BriefTopic.FOLLOWERS) && !small && isCorrected(said.start()) && isNearBudget(said)) {
            return BriefTopic.BUDGET;
        }
        if (draftAsks(BriefTopic.FOLLOWERS) && !(small && amount.isBelow(100))) {
            return BriefTopic.FOLLOWERS;
        }
        if (small) {
            return BriefTopic.AUDIENCE;
        }
        boolean year = !amount.isScaled() && sheet.near(said.start()).word().matches("20[2-4]\\d");
        return year || !amount.isWhole() ? BriefTopic.DATES : BriefTopic.FOLLOWERS;
    }

    /** Whether the number is nearer to the known budget, as a multiple of it or a part, than to an end of the known range. */
    private boolean isNearBudget(Said said) {
        double number = said.high().or(said::low).orElseThrow().value().doubleValue();
        double budget = draft.budget().map(money -> distance(number, money.amount().doubleValue())).orElse(Double.MAX_VALUE);
        double range = draft.followers().stream().flatMap(known -> Stream.concat(known.min().stream(), known.max().stream()))
                .mapToDouble(end -> distance(number, end)).min().orElse(Double.MAX_VALUE);
        return budget < range && (draft.followers().isEmpty() || said.bound() == Bound.NONE);
    }

    private static double distance(double one, double other) {
        return Math.abs(Math.log(Math.max(one, 1) / Math.max(other, 1)));
    }

    /** "make it 8000" changes a number that is there. */
    private boolean isCorrected(int start) {
        for (int i = sheet.sentenceStart(start); i < start; i++) {
            if (Modes.isMarker(sheet, i) || Set.of("say", "make", "raise", "lower", "increase", "up", "down", "digamos", "sagen", "disons", "diciamo",
                    "sube", "baja",
                    "facciamo", "faisons").contains(sheet.at(i).word())) {
                return true;
            }
        }
        return false;
    }

    private boolean draftAsks(BriefTopic topic) {
        return asked.filter(topic::equals).isPresent();
    }

    private static boolean isRange(Said said) {
        return said.low().isPresent() && said.high().isPresent();
    }

    /** The nearest word behind that says what the number is. */
    private Optional<BriefTopic> behind(int end) {
        for (int i = end; i < end + 4 && i < sheet.size(); i++) {
            if (sheet.at(i).is(Token.Kind.BREAK) || sheet.at(i).is(",") || sheet.at(i).is(Token.Kind.NUMBER)) {
                return Optional.empty();
            }
            if (Set.of("and", "y", "e", "und", "et").contains(sheet.at(i).word()) && Set.of("the", "los", "os", "die", "les", "i", "el", "o", "our", "its",
                    "set",
                    "change", "make").contains(sheet.near(i + 1).word())) {
                return Optional.empty();
            }
            if (Cues.FOLLOWERS.at(sheet, i).isPresent()) {
                return Optional.of(BriefTopic.FOLLOWERS);
            }
            if (Cues.BUDGET.at(sheet, i).isPresent() && !sheet.near(i + 1).is(":")) {
                return Optional.of(BriefTopic.BUDGET);
            }
        }
        return Optional.empty();
    }

    /** The nearest word before, within its sentence or a short line above, that says what the number is. */
    private Optional<BriefTopic> before(int start) {
        int sentence = sheet.sentenceStart(start);
        for (int i = start - 1; i >= sentence && start - i < 60; i--) {
            boolean taken = sheet.taken(i) != null;
            if (taken && sheet.taken(i) == BriefTopic.BUDGET) {
                return Optional.empty();
            }
            if (Cues.FOLLOWERS.before(sheet, i + 1).isPresent()) {
                return Optional.of(BriefTopic.FOLLOWERS);
            }
            if (Cues.BUDGET.before(sheet, i + 1).isPresent()) {
                return start - i < 9 ? Optional.of(BriefTopic.BUDGET) : Optional.empty();
            }
            if (i < start - 1 && Cues.CREATORS.before(sheet, i + 1).isPresent()) {
                return Optional.of(BriefTopic.FOLLOWERS);
            }
        }
        return Optional.empty();
    }

    private void tiers(List<BriefChange> changes) {
        long[] least = {0, 1_000, 10_000, 50_000, 100_000, 1_000_000};
        long[] most = {0, 10_000, 100_000, 500_000, 1_000_000, Long.MAX_VALUE};
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<Long>> tier = sheet.isFree(i) ? TIERS.at(sheet, i) : Optional.empty();
            if (tier.isEmpty() || Modes.DENIALS.contains(sheet.near(i - 1).word())) {
                continue;
            }
            boolean said = tier.get().end() - i > 1 && !sheet.at(i).is("mid") && !sheet.at(i).is("medium") || sheet.at(i).word().length() > 6
                    || draftAsks(BriefTopic.FOLLOWERS) || isSize(tier.get().end());
            if (said) {
                int which = tier.get().meaning().intValue();
                low = Math.min(low, least[which]);
                high = Math.max(high, most[which]);
                sheet.take(i, tier.get().end(), BriefTopic.FOLLOWERS);
            }
        }
        if (high > 0) {
            changes.add(new BriefChange.Followers(new Range<>(Optional.of(low), Optional.of(high).filter(count -> count < Long.MAX_VALUE)), true));
        }
    }

    private boolean isSize(int end) {
        for (int i = end; i < end + 6 && i < sheet.size() && !sheet.at(i).is(Token.Kind.BREAK); i++) {
            String word = sheet.at(i).word();
            if (Cues.CREATORS.has(word) || word.endsWith("influencer") || word.endsWith("influencers")) {
                return true;
            }
        }
        return false;
    }
}
