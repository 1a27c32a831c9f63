package io.tastemaker.domain.briefing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Days to come, as seen from a day.
 *
 * @param today the day on which a message was written
 */
record Upcoming(LocalDate today) {

    YearMonth coming(int month) {
        YearMonth found = YearMonth.of(today.getYear(), month);
        return found.atEndOfMonth().isBefore(today) ? found.plusYears(1) : found;
    }

    Optional<LocalDate> coming(int month, int day) {
        for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
            Optional<LocalDate> found = day(year, month, day).filter(any -> !any.isBefore(today));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    LocalDate notPast(LocalDate first, LocalDate last) {
        return first.isBefore(today) && !last.isBefore(today) ? today : first;
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    LocalDate blackFriday() {
        LocalDate day = LocalDate.of(today.getYear(), 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)).plusDays(1);
        return day.isBefore(today) ? LocalDate.of(today.getYear() + 1, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)).plusDays(1)
                : day;
    }
}
