package io.tastemaker.domain.creators;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it: {@code 2022-06-05}, {@code 2022/6/5 12:30}, {@code 5.6.2022}, {@code 13/06/2022}, {@code Jun 5, 2022}. */
public final class DayText {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4})(?:[T ,].*)?");
    private static final Pattern MONTH_NAMED = Pattern.compile("(?:\\p{L}{3,9},? )?(?:(\\d{1,2})\\.? )?"
            + "(\\p{L}{3,9})\\.? (?:(\\d{1,2}),? )?(\\d{4})(?: .*)?");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DayText() {}

    /**
     * Reads a day.
     *
     * @param text the text
     * @param daysFirst settles {@code 05/06/2022}, which is unreadable without
     * @return the day, or empty when the text is none
     */
    public static Optional<LocalDate> read(String text, Optional<Boolean> daysFirst) {
        Matcher iso = YEAR_FIRST.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            int first = Integer.parseInt(last.group(1));
            int second = Integer.parseInt(last.group(3));
            boolean same = first == second;
            Optional<Boolean> order = last.group(2).equals(".") || same ? Optional.of(true) : order(text).or(() -> daysFirst);
            return order.flatMap(dayFirst -> dayFirst ? day(last.group(4), second, last.group(1)) : day(last.group(4), first,
                    last.group(3)));
        }
        Matcher named = MONTH_NAMED.matcher(text);
        if (named.matches() && (named.group(1) == null) != (named.group(3) == null)) {
            int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
            return day(named.group(4), month, named.group(1) == null ? named.group(3) : named.group(1));
        }
        return Optional.empty();
    }

    /**
     * Whether a day with the year at its end shows that the day stands before the month, or the other way round.
     *
     * @param text the text
     * @return true when the day comes first; empty when it does not show
     */
    public static Optional<Boolean> order(String text) {
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.matches()) {
            return Optional.empty();
        }
        boolean first = Integer.parseInt(last.group(1)) > 12;
        boolean second = Integer.parseInt(last.group(3)) > 12;
        return first == second ? Optional.empty() : Optional.of(first);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty(); // such as 31 February: there is no such day, and the caller says so
        }
    }
}
