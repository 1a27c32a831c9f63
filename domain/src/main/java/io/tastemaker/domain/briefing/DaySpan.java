package io.tastemaker.domain.briefing;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A day, or several, where a message names them.
 *
 * @param start its first piece
 * @param end after its last piece
 * @param first the first day
 * @param last the last day
 * @param yearSaid whether the message names the year
 * @param bothSaid whether it names the last day as well as the first
 */
record DaySpan(int start, int end, LocalDate first, LocalDate last, boolean yearSaid, boolean bothSaid) {

    DaySpan(int start, int end, LocalDate first, LocalDate last, boolean yearSaid) {
        this(start, end, first, last, yearSaid, false);
    }

    boolean isDay() {
        return first.equals(last);
    }

    /** The same days in the year of another, or the year before when they would come after it. */
    DaySpan inYearOf(DaySpan other) {
        int years = other.first().getYear() - first().getYear();
        DaySpan moved = shifted(years);
        return moved.first().isAfter(other.last()) ? shifted(years - 1) : moved;
    }

    /** The same days, in the first year in which they do not end before a day. */
    DaySpan onOrAfter(LocalDate day) {
        DaySpan moved = this;
        while (!yearSaid() && moved.last().isBefore(day)) {
            moved = moved.shifted(1);
        }
        return moved;
    }

    private DaySpan shifted(int years) {
        boolean monthEnd = last().getDayOfMonth() == last().lengthOfMonth();
        LocalDate moved = last().plusYears(years);
        return new DaySpan(start(), end(), isDay() ? moved : firstOf().plusYears(years),
                monthEnd && !isDay() ? moved.with(TemporalAdjusters.lastDayOfMonth()) : moved, yearSaid(), bothSaid());
    }

    /** A month in progress began today; in another year it begins on its first day. */
    private LocalDate firstOf() {
        return last().getDayOfMonth() == last().lengthOfMonth() && first().getMonth() == last().getMonth()
                ? first().withDayOfMonth(1) : first();
    }
}
