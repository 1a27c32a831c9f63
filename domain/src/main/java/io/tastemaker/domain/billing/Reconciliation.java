package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of comparing everything with the payment provider.
 *
 * @param number counts them
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it runs
 * @param since from when on the provider's lists were read
 * @param undelivered notices that had not been delivered
 * @param sessions completed checkouts that were looked at
 * @param invoices paid invoices that were looked at
 * @param refunds payments with refunds or disputes that were looked at
 * @param stale things that were looked at because we had not heard of them for too long
 * @param repaired how many of all those changed an account
 * @param accounts how many accounts were compared with their wallets
 * @param drifts teams whose credits differ from what is due
 * @param fault why it could not be finished
 */
public record Reconciliation(
        long number,
        Instant startedAt,
        Optional<Instant> endedAt,
        Instant since,
        int undelivered,
        int sessions,
        int invoices,
        int refunds,
        int stale,
        int repaired,
        int accounts,
        List<Drift> drifts,
        Optional<String> fault) {

    /**
     * A team whose credits differ from what is due.
     *
     * @param team the team
     * @param missing credits that are due from paid orders and invoices and were not granted, at least 0
     * @param surplus credits that were granted for them beyond what is due, at least 0: it makes up for nothing that is missing
     */
    public record Drift(TeamId team, long missing, long surplus) {
        /** Checks the bounds. */
        public Drift {
            Objects.requireNonNull(team, "team");
            if (missing < 0 || surplus < 0) {
                throw new IllegalArgumentException("a drift is never negative: " + missing + " missing, " + surplus + " surplus");
            }
        }
    }

    /** Copies the list. */
    public Reconciliation {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(fault, "fault");
        drifts = List.copyOf(drifts);
    }

    /**
     * How far credits are from what is due, all teams together.
     *
     * @return credits, 0 when everything is right
     */
    public long drift() {
        return drifts.stream().mapToLong(one -> one.missing() + one.surplus()).sum();
    }
}
