package io.tastemaker.domain.briefing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/** Parts of months, weeks, quarters, and days that are named from today: "mid March", "KW 10", "Q2", "next month", "in two weeks". */
final class PeriodReader {

    private static final Set<String> QUARTER_WORDS = Set.of("q", "t", "trim");
    private static final Phrases<Integer> ORDINAL_QUARTERS = Phrases.of("""
            1: first quarter, primer trimestre, primeiro trimestre, erstes quartal, ersten quartal, premier trimestre, primo trimestre
            2: second quarter, segundo trimestre, zweites quartal, zweiten quartal, deuxieme trimestre, secondo trimestre
            3: third quarter, tercer trimestre, terceiro trimestre, drittes quartal, dritten quartal, troisieme trimestre, terzo trimestre
            4: fourth quarter, last quarter, cuarto trimestre, quarto trimestre, viertes quartal, vierten quartal, quatrieme trimestre
            """, Integer::valueOf);

    private final Sheet sheet;
    private final Upcoming upcoming;
    private final DayReader days;
    private final LengthReader lengths;

    PeriodReader(Sheet sheet, Upcoming upcoming, DayReader days, LengthReader lengths) {
        this.sheet = sheet;
        this.upcoming = upcoming;
        this.days = days;
        this.lengths = lengths;
    }

    Optional<DaySpan> part(int i) {
        Optional<Phrases.Hit<String>> part = DateWords.PARTS.at(sheet, i);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        int at = days.skip(part.get().end(), Set.of("de", "of", "di", "del", "do", "des", "du", "dem", "d", "le", "el", "in", "im", "en"));
        return days.month(at).filter(span -> !span.isDay()
                || sheet.near(at).is(Token.Kind.WORD)).filter(span -> YearMonth.from(span.last()).lengthOfMonth() == span.last().getDayOfMonth())
                .map(span -> {
                    YearMonth month = YearMonth.from(span.last());
                    LocalDate day = switch (part.get().meaning()) {
                        case "start" -> month.atDay(1);
                        case "middle" -> month.atDay(15);
                        default -> month.atEndOfMonth();
                    };
                    return new DaySpan(i, span.end(), day, day, span.yearSaid());
                });
    }

    /** "the first two weeks of March", "the second half of May" */
    Optional<DaySpan> firstOrLast(int i) {
        Optional<Phrases.Hit<String>> end = DateWords.ENDS.at(sheet, i);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        int at = end.get().end();
        boolean half = Set.of("half", "mitad", "quincena", "quinzaine", "quinzena", "halfte", "metade", "meta", "moitie").contains(sheet.near(at).word());
        Optional<LengthReader.Length> length = half ? Optional.empty() : lengths.quantity(at)
                .or(() -> DateWords.UNITS.at(sheet, at).map(hit -> new LengthReader.Length(at, hit.end(), hit.meaning())));
        int after = half ? at + 1 : length.map(LengthReader.Length::end).orElse(at);
        int month = days.skip(days.skip(after, DateWords.OF), Set.of("the", "la", "le", "il", "mes", "el"));
        Optional<Integer> named = DateWords.month(sheet, month);
        if (named.isEmpty() || after == at) {
            return Optional.empty();
        }
        int place = days.yearPlace(month + 1);
        YearMonth whole = place >= 0 ? YearMonth.of(days.yearAt(place).orElseThrow(), named.get()) : upcoming.coming(named.get());
        boolean first = end.get().meaning().equals("first");
        LocalDate begin = first ? whole.atDay(1) : half ? whole.atDay(16) : whole.atEndOfMonth().plusDays(1).minus(length.orElseThrow().period());
        LocalDate finish = !first ? whole.atEndOfMonth() : half ? whole.atDay(15) : begin.plus(length.orElseThrow().period()).minusDays(1);
        return Optional.of(new DaySpan(i, place >= 0 ? place + 1 : month + 1, upcoming.notPast(begin, finish), finish, place >= 0, true));
    }

    /** "KW 10", "week 12": a week of the calendar, after ISO 8601. */
    Optional<DaySpan> weekNumber(int i) {
        boolean week = Set.of("kw", "cw", "week", "semana", "semaine", "settimana", "kalenderwoche", "woche").contains(sheet.at(i).word());
        Optional<Integer> number = week ? dayOrWeek(i + 1) : Optional.empty();
        return number.map(count -> {
            LocalDate monday = upcoming.today().with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, count).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LocalDate found = monday.plusDays(6).isBefore(upcoming.today()) ? upcoming.today().plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, count)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : monday;
            return new DaySpan(i, i + 2, upcoming.notPast(found, found.plusDays(6)), found.plusDays(6), true);
        });
    }

    private Optional<Integer> dayOrWeek(int i) {
        String word = sheet.near(i).word();
        return sheet.near(i).is(Token.Kind.NUMBER) && sheet.isFree(i) && word.matches("[1-9]|[1-4]\\d|5[0-2]") && DateWords.UNITS.at(sheet, i + 1).isEmpty()
                ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    /** "the week of March 9" */
    Optional<DaySpan> weekOf(int i) {
        boolean week = Set.of("week", "semana", "woche", "semaine", "settimana").contains(sheet.at(i).word())
                && Set.of("of", "del", "de", "vom", "du", "do", "dal", "starting", "beginning", "ab").contains(sheet.near(i + 1).word());
        int at = days.skip(i + 2, Set.of("the", "el", "dia", "le", "il"));
        Optional<DaySpan> day = week && at < sheet.size() ? sheet.at(at).is(Token.Kind.DATE) ? days.date(at)
                : sheet.at(at).is(Token.Kind.NUMBER) ? days.dayOfMonth(at)
                        : sheet.at(at).is(Token.Kind.WORD) ? days.month(at) : Optional.empty() : Optional.empty();
        return day.filter(DaySpan::isDay).map(found -> new DaySpan(i, found.end(), found.first(), found.first().plusDays(6), found.yearSaid(), true));
    }

    /** Q2, Q2 2027, 2nd quarter; in several languages T2. */
    Optional<DaySpan> quarter(int i) {
        Optional<Phrases.Hit<Integer>> said = ORDINAL_QUARTERS.at(sheet, i);
        if (said.isPresent()) {
            return Optional.of(quarter(i, said.get().end(), said.get().meaning()));
        }
        Token number = sheet.near(i + 1);
        boolean lettered = QUARTER_WORDS.contains(sheet.at(i).word()) && number.is(Token.Kind.NUMBER) && number.word().matches("[1-4]")
                && number.start() == sheet.at(i).end();
        boolean half = sheet.at(i).is("h") && number.is(Token.Kind.NUMBER) && number.word().matches("[12]") && number.start() == sheet.at(i).end();
        boolean spelled = Set.of("quarter", "quartal", "trimestre").contains(sheet.at(i).word()) && number.is(Token.Kind.NUMBER)
                && number.word().matches("[1-4]");
        if (half) {
            int place = days.yearPlace(i + 2);
            boolean second = number.is("2");
            int year = place >= 0 ? days.yearAt(place).orElseThrow() : upcoming.today().getYear() + (!second && upcoming.today().getMonthValue() > 6 ? 1 : 0);
            LocalDate first = LocalDate.of(year, second ? 7 : 1, 1);
            return Optional.of(new DaySpan(i, place >= 0 ? place + 1 : i + 2, upcoming.notPast(first, first.plusMonths(6).minusDays(1)),
                    first.plusMonths(6).minusDays(1), place >= 0));
        }
        return lettered || spelled ? Optional.of(quarter(i, i + 2, Integer.parseInt(number.word()))) : Optional.empty();
    }

    /** 2nd quarter, 2º trimestre, 2. Quartal. */
    Optional<DaySpan> numberedQuarter(int i) {
        if (!sheet.at(i).word().matches("[1-4]")) {
            return Optional.empty();
        }
        int at = days.afterOrdinal(i + 1);
        boolean ordinal = at > i + 1 || sheet.near(at).is(".");
        int word = sheet.near(at).is(".") ? at + 1 : at;
        boolean spelled = Set.of("quarter", "quartal", "trimestre").contains(sheet.near(word).word());
        return ordinal && spelled ? Optional.of(quarter(i, word + 1, Integer.parseInt(sheet.at(i).word()))) : Optional.empty();
    }

    private DaySpan quarter(int start, int end, int number) {
        int place = days.yearPlace(end);
        YearMonth first = YearMonth.of(place >= 0 ? days.yearAt(place).orElseThrow() : upcoming.today().getYear(), number * 3 - 2);
        if (place < 0 && first.plusMonths(2).atEndOfMonth().isBefore(upcoming.today())) {
            first = first.plusYears(1);
        }
        LocalDate last = first.plusMonths(2).atEndOfMonth();
        return new DaySpan(start, place >= 0 ? place + 1 : end, upcoming.notPast(first.atDay(1), last), last, place >= 0);
    }

    Optional<DaySpan> relative(int i) {
        return DateWords.RELATIVE.at(sheet, i).map(hit -> {
            YearMonth month = YearMonth.from(upcoming.today());
            LocalDate monday = upcoming.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            YearMonth quarter = month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
            LocalDate first = switch (hit.meaning()) {
                case "today", "this week", "this month", "this quarter", "this year" -> upcoming.today();
                case "tomorrow" -> upcoming.today().plusDays(1);
                case "next week" -> monday.plusWeeks(1);
                case "next month", "next month start" -> month.plusMonths(1).atDay(1);
                case "next month end" -> month.plusMonths(1).atEndOfMonth();
                case "month end" -> month.atEndOfMonth();
                case "next quarter" -> quarter.plusMonths(3).atDay(1);
                case "next year" -> LocalDate.of(upcoming.today().getYear() + 1, 1, 1);
                case "year end" -> LocalDate.of(upcoming.today().getYear(), 12, 31);
                case "christmas" -> upcoming.coming(12, 25).orElseThrow();
                case "christmas eve" -> upcoming.coming(12, 24).orElseThrow();
                case "valentine" -> upcoming.coming(2, 14).orElseThrow();
                case "halloween" -> upcoming.coming(10, 31).orElseThrow();
                case "new year" -> upcoming.coming(1, 1).orElseThrow();
                case "black friday" -> upcoming.blackFriday();
                default -> throw new IllegalStateException("no rule for " + hit.meaning());
            };
            LocalDate last = switch (hit.meaning()) {
                case "this week" -> monday.plusDays(6);
                case "next week" -> monday.plusDays(13);
                case "this month" -> month.atEndOfMonth();
                case "next month" -> month.plusMonths(1).atEndOfMonth();
                case "this quarter" -> quarter.plusMonths(2).atEndOfMonth();
                case "next quarter" -> quarter.plusMonths(5).atEndOfMonth();
                case "this year" -> LocalDate.of(upcoming.today().getYear(), 12, 31);
                case "next year" -> LocalDate.of(upcoming.today().getYear() + 1, 12, 31);
                default -> first;
            };
            return new DaySpan(hit.start(), hit.end(), first, last, false);
        });
    }

    /** "in two weeks", "dentro de un mes", "2 weeks from now" begins at its number or at its "in". */
    Optional<DaySpan> offset(int i) {
        if (!DateWords.AFTER.contains(sheet.at(i).word()) || LengthReader.NEXT.contains(sheet.at(i).word())) {
            return Optional.empty();
        }
        int at = i + 1;
        while (Set.of("de", "a", "about", "d", "ici", "etwa", "circa", "unas").contains(sheet.near(at).word()) && lengths.count(at).isEmpty()) {
            at++;
        }
        return lengths.quantity(at).map(length -> {
            LocalDate day = upcoming.today().plus(length.period());
            int end = sheet.near(length.end()).is("time") || sheet.near(length.end()).is("s") ? length.end() + 1 : length.end();
            return new DaySpan(i, end, day, day, true);
        });
    }
}
