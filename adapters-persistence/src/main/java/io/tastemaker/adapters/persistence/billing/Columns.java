package io.tastemaker.adapters.persistence.billing;

import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Field;
import org.jooq.Record;

/** Values that take two columns. */
final class Columns {

    private Columns() {}

    static Optional<PlanId> plan(Record row, Field<String> key, Field<Integer> version) {
        return Optional.ofNullable(row.get(key)).map(found -> new PlanId(found, row.get(version)));
    }

    static Money money(Record row, Field<BigDecimal> amount, Field<String> currency) {
        return new Money(row.get(amount), Currency.getInstance(row.get(currency)));
    }

    /** The amount, for a row that has one currency for all of its sums. */
    static BigDecimal amount(Money sum, Money first) {
        if (!sum.currency().equals(first.currency())) {
            throw new IllegalArgumentException("two currencies in one row: " + first + " and " + sum);
        }
        return sum.amount();
    }

    /** Null is no number. */
    static OptionalInt number(Integer column) {
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** Null is no number. */
    static OptionalLong number(Long column) {
        return column == null ? OptionalLong.empty() : OptionalLong.of(column);
    }
}
