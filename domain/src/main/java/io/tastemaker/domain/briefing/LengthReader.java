package io.tastemaker.domain.briefing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How long something lasts: "three weeks", "for a month". */
final class LengthReader {

    /** A length of time, where the message names it. */
    record Length(int start, int end, Period period) {}

    static final Set<String> NEXT = Set.of("next", "coming", "proximas", "proximos", "nachsten", "prochaines", "prochains", "prossime", "prossimi");
    private static final Set<String> ARTICLES = Set.of("a", "one", "un", "una", "um", "uma", "ein", "eine", "einen", "einem", "einer", "une");

    private final Sheet sheet;
    private final LocalDate today;
    private final BriefDraft draft;

    LengthReader(Sheet sheet, LocalDate today, BriefDraft draft) {
        this.sheet = sheet;
        this.today = today;
        this.draft = draft;
    }

    Optional<Length> length(int i, List<DaySpan> spans) {
        Optional<Length> found = quantity(i);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Length length = found.get();
        int end = length.end();
        Optional<DaySpan> moved = moved(length);
        if (moved.isPresent()) {
            spans.add(moved.get());
            return Optional.empty();
        }
        if (sheet.near(end).is("from") && Set.of("now", "today").contains(sheet.near(end + 1).word()) || sheet.near(end).is("later")) {
            LocalDate day = today.plus(length.period());
            spans.add(new DaySpan(i, end + (sheet.near(end).is("later") ? 1 : 2), day, day, true));
            return Optional.empty();
        }
        boolean years = length.period().getYears() > 0;
        boolean one = ARTICLES.contains(sheet.at(i).word());
        boolean during = isDuring(i);
        boolean age = Set.of("old", "olds", "of", "alt", "de", "plus").contains(sheet.near(end).word()) && years;
        if (age || (years || one) && !during && !Set.of("long", "campaign", "kampagne", "from", "starting", "ab", "desde", "dal",
                "beginning").contains(sheet.near(end).word())) {
            return Optional.empty();
        }
        if (NEXT.contains(sheet.near(i - 1).word())) {
            spans.add(new DaySpan(i, i, today, today, true));
        }
        return found;
    }

    /** "start a week later": later or earlier than what is known. */
    private Optional<DaySpan> moved(Length length) {
        int at = Set.of("mas", "mais", "plus", "piu").contains(sheet.near(length.end()).word()) ? length.end() + 1 : length.end();
        boolean later = Set.of("later", "spater", "spaeter", "tarde", "tard", "dopo", "despues", "depois", "apres").contains(sheet.near(at).word());
        boolean earlier = Set.of("earlier", "sooner", "fruher", "frueher", "antes", "tot", "prima", "avant").contains(sheet.near(at).word());
        boolean end = IntStream.range(sheet.sentenceStart(length.start()), length.start()).anyMatch(i -> DateWords.ENDING.at(sheet, i).isPresent());
        Optional<LocalDate> known = end ? draft.endsOn() : draft.startsOn();
        boolean alone = DateWords.MONTHS.at(sheet, at + 1).isEmpty() && !sheet.near(at + 1).is(Token.Kind.NUMBER)
                && !sheet.near(at + 1).word().matches("de|del|do|the|le");
        return known.filter(day -> (later || earlier) && alone).map(day -> later ? day.plus(length.period()) : day.minus(length.period()))
                .map(day -> new DaySpan(length.start(), at + 1, day, day, true));
    }

    private boolean isDuring(int i) {
        for (int at = i - 1; at >= 0 && at >= i - 2; at--) {
            if (DateWords.DURING.contains(sheet.at(at).word())) {
                return true;
            }
        }
        return false;
    }

    Optional<BigDecimal> count(int i) {
        if (sheet.near(i).is(Token.Kind.WORD) && ARTICLES.contains(sheet.near(i).word())) {
            return Optional.of(BigDecimal.ONE);
        }
        return i < sheet.size() ? Amounts.at(sheet, i).map(Amount::value) : Optional.empty();
    }

    Optional<Length> quantity(int i) {
        if (i >= sheet.size() || !sheet.isFree(i)) {
            return Optional.empty();
        }
        Optional<Amount> amount = Amounts.at(sheet, i);
        boolean one = amount.isEmpty() && ARTICLES.contains(sheet.at(i).word());
        if (amount.isEmpty() && !one || amount.filter(count -> !count.isWhole() || !count.isBelow(1_000) || count.isScaled()).isPresent()) {
            return Optional.empty();
        }
        int at = amount.map(Amount::end).orElse(i + 1);
        int count = amount.map(found -> found.value().intValueExact()).orElse(1);
        // "6-8 weeks" is at most eight; "4 full weeks"
        at = Set.of("full", "whole", "-", "consecutive").contains(sheet.near(at).word()) ? at + 1 : at;
        int unit = at;
        return DateWords.UNITS.at(sheet, at).map(hit -> new Length(i, Math.max(hit.end(), unit + 1), hit.meaning().multipliedBy(count)))
                .filter(length -> !length.period().isZero());
    }
}
