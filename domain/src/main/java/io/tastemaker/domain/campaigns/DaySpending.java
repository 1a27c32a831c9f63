package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a campaign paid on a day by its budget.
 *
 * @param day in UTC, of the entries
 * @param amount what was spent less what came back; less than 0 where more came back
 * @param entries how many entries say so, at least 1
 */
public record DaySpending(LocalDate day, Money amount, int entries) {

    /** Checks that nothing is missing. */
    public DaySpending {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        if (entries < 1) {
            throw new IllegalArgumentException("a day without entries has no spending");
        }
    }
}
