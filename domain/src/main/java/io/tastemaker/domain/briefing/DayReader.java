package io.tastemaker.domain.briefing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months as people name them. 03/04/2026 is the third of April, as in most of the world; where the second number cannot be a month,
 * the first is. A day or month without a year is the next one to come.
 */
final class DayReader {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{2}|\\d{4})");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[./](\\d{1,2})\\.?");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "\u00ba", "\u00aa", "o", "\u00b0");

    private final Sheet sheet;
    private final Upcoming upcoming;
    private final DateRoles roles;
    private final boolean asked;

    DayReader(Sheet sheet, Upcoming upcoming, DateRoles roles, boolean asked) {
        this.sheet = sheet;
        this.upcoming = upcoming;
        this.roles = roles;
        this.asked = asked;
    }

    Optional<DaySpan> date(int i) {
        String written = sheet.at(i).word();
        Matcher iso = ISO.matcher(written);
        Matcher numbers = NUMBERS.matcher(written);
        Matcher brief = SHORT.matcher(written);
        if (iso.matches()) {
            return Upcoming.day(number(iso, 1), number(iso, 2), number(iso, 3)).map(day -> new DaySpan(i, i + 1, day, day, true));
        }
        if (numbers.matches()) {
            int year = number(numbers, 3) < 100 ? 2000 + number(numbers, 3) : number(numbers, 3);
            return Upcoming.day(year, number(numbers, 2), number(numbers, 1)).or(() -> Upcoming.day(year, number(numbers, 1), number(numbers, 2)))
                    .map(day -> new DaySpan(i, i + 1, day, day, true));
        }
        if (brief.matches() && (roles.roleBefore(i).isPresent() || asked || isDateNear(i))) {
            return upcoming.coming(number(brief, 2), number(brief, 1)).or(() -> upcoming.coming(number(brief, 1), number(brief, 2)))
                    .map(day -> new DaySpan(i, i + 1, day, day, false));
        }
        return Optional.empty();
    }

    /** Another date beside it, or "on", says that 15/3 is one. */
    private boolean isDateNear(int i) {
        boolean joined = sheet.near(i + 2).is(Token.Kind.DATE) && DateWords.CONNECTORS.contains(sheet.near(i + 1).word())
                || sheet.near(i - 2).is(Token.Kind.DATE) && DateWords.CONNECTORS.contains(sheet.near(i - 1).word());
        return joined || Set.of("on", "am", "el", "le", "il", "dia", "em").contains(sheet.near(i - 1).word());
    }

    Optional<DaySpan> dayOfMonth(int i) {
        Optional<Integer> day = dayNumber(i);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        int next = afterOrdinal(i + 1);
        int month = skip(next, DateWords.OF);
        Optional<Integer> named = DateWords.month(sheet, month);
        if (named.isPresent() && sheet.isFree(month)) {
            return withYear(i, month + 1, named.get(), day.get());
        }
        // "1 to 15 March": the first day takes the month of the second.
        int second = next;
        while (second < next + 3 && DateWords.CONNECTORS.contains(sheet.near(second).word())) {
            second++;
        }
        if (second == next || !sheet.near(second).is(Token.Kind.NUMBER) || dayNumber(second).isEmpty()) {
            return Optional.empty();
        }
        return dayOfMonth(second).flatMap(end -> {
            Optional<LocalDate> start = Upcoming.day(end.first().getYear(), end.first().getMonthValue(), day.get());
            return start.filter(first -> first.isBefore(end.first())).map(first -> new DaySpan(i, end.end(), first, end.last(), end.yearSaid(), true));
        });
    }

    /** "the 5th of May ... and end on the 20th": a day takes the month of the one before. */
    Optional<DaySpan> dayAfter(int i, DaySpan before) {
        int end = afterOrdinal(i + 1);
        Optional<Integer> day = dayNumber(i).filter(any -> end > i + 1).filter(any -> roles.roleBefore(i).isPresent());
        return day.flatMap(number -> Upcoming.day(before.first().getYear(), before.first().getMonthValue(), number))
                .map(found -> found.isBefore(before.first()) ? found.plusMonths(1) : found).map(found -> new DaySpan(i, end, found, found, before.yearSaid()));
    }

    Optional<Integer> dayNumber(int i) {
        String word = sheet.near(i).word();
        if (!sheet.near(i).is(Token.Kind.NUMBER) || word.length() > 2 || !sheet.isFree(i)) {
            return Optional.empty();
        }
        int day = Integer.parseInt(word);
        return day >= 1 && day <= 31 ? Optional.of(day) : Optional.empty();
    }

    int afterOrdinal(int i) {
        return ORDINALS.contains(sheet.near(i).word()) && sheet.near(i).start() == sheet.near(i - 1).end() ? i + 1 : i;
    }

    int skip(int i, Set<String> words) {
        return words.contains(sheet.near(i).word()) ? i + 1 : i;
    }

    Optional<Integer> yearAt(int i) {
        Token token = sheet.near(i);
        if (token.is(Token.Kind.NUMBER) && token.word().matches("20[2-4]\\d") && !MoneyReader.isUnit(sheet, i + 1)
                && !sheet.near(i + 1).word().matches("[km]")) {
            return Optional.of(Integer.valueOf(token.word()));
        }
        return Optional.empty();
    }

    /** The year after a month, past a comma or "of", and where it ends. */
    int yearPlace(int end) {
        int at = skip(skip(end, Set.of(",")), DateWords.OF);
        return yearAt(at).isPresent() ? at : -1;
    }

    Optional<DaySpan> withYear(int start, int end, int month, int day) {
        int place = yearPlace(end);
        if (place >= 0) {
            return Upcoming.day(yearAt(place).orElseThrow(), month, day).map(found -> new DaySpan(start, place + 1, found, found, true));
        }
        return upcoming.coming(month, day).map(found -> new DaySpan(start, end, found, found, false));
    }

    Optional<DaySpan> month(int i) {
        Optional<Integer> named = DateWords.month(sheet, i);
        if (named.isEmpty() || sheet.near(i - 2).is("rio")) {
            return Optional.empty();
        }
        int next = skip(i + 1, Set.of("the"));
        Optional<Integer> day = dayNumber(next).filter(any -> !isCount(next));
        if (day.isPresent()) {
            int after = afterOrdinal(next + 1);
            Optional<DaySpan> first = withYear(i, after, named.get(), day.get());
            // "March 1-15"
            int second = after;
            while (second < after + 3 && DateWords.CONNECTORS.contains(sheet.near(second).word()) && !sheet.near(second).is("and")) {
                second++;
            }
            Optional<Integer> last = second > after ? dayNumber(second) : Optional.empty();
            int until = second;
            if (first.isPresent() && last.isPresent() && last.get() > day.get() && !isCount(second)
                    && DateWords.month(sheet, skip(afterOrdinal(second + 1), DateWords.OF)).isEmpty()) {
                int place = yearPlace(afterOrdinal(until + 1));
                int year = place >= 0 ? yearAt(place).orElseThrow() : first.get().first().getYear();
                Optional<LocalDate> from = Upcoming.day(year, named.get(), day.get());
                return Upcoming.day(year, named.get(), last.get()).flatMap(end -> from.map(begin -> new DaySpan(
                        i, place >= 0 ? place + 1 : afterOrdinal(until + 1), begin, end, place >= 0 || first.get().yearSaid(), true)));
            }
            return first;
        }
        int place = yearPlace(i + 1);
        if (place < 0 && isDoubtful(i)) {
            return Optional.empty();
        }
        YearMonth month = place >= 0 ? YearMonth.of(yearAt(place).orElseThrow(), named.get()) : upcoming.coming(named.get());
        return Optional.of(new DaySpan(i, place >= 0 ? place + 1 : i + 1, upcoming.notPast(month.atDay(1), month.atEndOfMonth()),
                month.atEndOfMonth(), place >= 0));
    }

    /** "March 20k followers", "May 5 creators" */
    private boolean isCount(int i) {
        String next = sheet.near(i + 1).word();
        return Amounts.at(sheet, i).filter(Amount::isScaled).isPresent() || Cues.CREATORS.has(next) || Cues.FOLLOWERS.has(next) || next.equals("%")
                || DateWords.UNITS.has(next) || sheet.near(i + 1).is(Token.Kind.MONEY);
    }

    private boolean isBorder(int i) {
        return sheet.near(i).is(Token.Kind.BREAK) || Set.of(",", "|", "/", "\u2022", "-", "\u2013").contains(sheet.near(i).word());
    }

    private boolean isDoubtful(int i) {
        String word = sheet.at(i).word();
        if (!DateWords.DOUBTFUL.contains(word)) {
            return false;
        }
        String before = sheet.near(i - 1).word();
        boolean led = Set.of("in", "of", "until", "till", "from", "to", "by", "through", "between", "early", "mid", "late", "this", "next", "en", "em", "im",
                "bis", "ab", "de", "di", "a", "al", "hasta", "ate", "since", "and", "y", "e", "und", "-", "\u2013", "start", "mitte", "anfang", "ende",
                "desde", "da", "dal", "fino", "debut", "fin", "fine", "fim", "inizio", "meados", "mediados", "principios", "finales",
                "comeco", "inicio", "meta", "mi", "beginning", "end", "middle", "au", "du").contains(before) || asked;
        boolean alone = sheet.isCapital(i) && isBorder(i - 1) && isBorder(i + 1) && sheet.size() > 2;
        boolean paired = DateWords.CONNECTORS.contains(sheet.near(i + 1).word()) && DateWords.month(sheet, i + 2).isPresent();
        return !led && !paired && !alone || word.equals("out") && before.equals("to");
    }

    /** "the fifteenth of May", "el quince de mayo" */
    Optional<DaySpan> spelled(int i) {
        Optional<Phrases.Hit<Integer>> ordinal = DateWords.ORDINALS.at(sheet, i);
        Optional<Amount> number = ordinal.isPresent() ? Optional.empty() : Amounts.at(sheet, i).filter(amount -> amount.isWhole() && amount.isBelow(32)
                && !amount.isScaled());
        int end = ordinal.map(Phrases.Hit::end).or(() -> number.map(Amount::end)).orElse(i);
        Optional<Integer> day = ordinal.map(Phrases.Hit::meaning).or(() -> number.map(amount -> amount.value().intValueExact()));
        int month = skip(end, DateWords.OF);
        return day.filter(any -> month > end || ordinal.isPresent() || !sheet.near(month).is("may")).flatMap(any -> DateWords.month(sheet,
                month).filter(named -> sheet.isFree(month))
                .flatMap(named -> withYear(i, month + 1, named, any)));
    }

    Optional<DaySpan> weekday(int i) {
        boolean next = Set.of("next", "this", "coming", "on", "proximo", "nachsten", "kommenden", "prossimo", "el", "am", "from", "until", "by", "ab", "bis",
                "este").contains(sheet.near(i).word());
        int at = next ? i + 1 : i;
        Optional<Phrases.Hit<DayOfWeek>> day = DateWords.WEEKDAYS.at(sheet, at);
        boolean followed = day.isPresent() && dayNumber(skip(skip(day.get().end(), Set.of(",")), Set.of("the", "dem", "den", "der", "le", "el", "il",
                "dia"))).isPresent();
        if (day.isEmpty() || !followed && !next && !asked && roles.roleBefore(i).isEmpty()) {
            return Optional.empty();
        }
        int date = skip(skip(day.get().end(), Set.of(",")), Set.of("the", "dem", "den", "der", "le", "el", "il", "dia"));
        Optional<DaySpan> dated = dayOfMonth(date).or(() -> month(date).filter(DaySpan::isDay));
        if (dated.isPresent()) {
            return dated.map(span -> new DaySpan(at, span.end(), span.first(), span.last(), span.yearSaid()));
        }
        int end = day.get().end() + (Set.of("prochain", "prossimo", "proximo").contains(sheet.near(day.get().end()).word()) ? 1 : 0);
        LocalDate found = upcoming.today().with(TemporalAdjusters.next(day.get().meaning()));
        return Optional.of(new DaySpan(at, end, found, found, true));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
