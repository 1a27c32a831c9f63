package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the campaign's budget says was paid on a day.
 *
 * @param day in UTC
 * @param amount what was spent less what came back; may be less than 0
 * @param entries how many entries of the budget say so, at least 1
 */
public record Spending(LocalDate day, Money amount, int entries) {

    /** Checks that nothing is missing. */
    public Spending {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        if (entries < 1) {
            throw new IllegalArgumentException("a day without entries has no spending");
        }
    }
}
