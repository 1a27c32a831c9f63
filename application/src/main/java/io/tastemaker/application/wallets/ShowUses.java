package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Shows what was used of each action, by whom and paid from where, month by month in the zone of the wallet. */
public final class ShowUses {

    private final Transactions transactions;
    private final Ledgers ledgers;

    ShowUses(Transactions transactions, Ledgers ledgers) {
        this.transactions = transactions;
        this.ledgers = ledgers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param from the first month
     * @param to the last month, not before the first and at most 36 in all
     */
    public record Query(Actor actor, YearMonth from, YearMonth to) {
        /** Checks the order and the number of months. */
        public Query {
            if (to.isBefore(from) || !to.isBefore(from.plusMonths(36))) {
                throw new IllegalArgumentException("1 to 36 months: " + from + " to " + to);
            }
        }
    }

    /**
     * A month.
     *
     * @param month which
     * @param uses one line for each action and actor
     */
    public record Month(YearMonth month, List<Ledgers.Use> uses) {
        /** Copies the lines. */
        public Month {
            uses = List.copyOf(uses);
        }
    }

    /**
     * Shows them.
     *
     * @param query what is asked
     * @return every month, those without use too
     */
    public List<Month> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_WALLET);
        return transactions.reading(query.actor(), () -> {
            ZoneId zone = ledgers.find().orElseThrow(Refusal.NotFound::new).cycle().zone();
            List<Month> months = new ArrayList<>();
            for (YearMonth month = query.from(); !month.isAfter(query.to()); month = month.plusMonths(1)) {
                months.add(new Month(month, ledgers.uses(start(month.atDay(1), zone), start(month.plusMonths(1).atDay(1), zone))));
            }
            return months;
        });
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
