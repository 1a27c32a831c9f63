package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.billing.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of comparing everything with the payment provider.
 *
 * @param number counts them
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param since from when on lists were read
 * @param undelivered events that had not been delivered
 * @param sessions checkouts that were looked at
 * @param invoices invoices that were looked at
 * @param refunds refunds that were looked at
 * @param stale things that were looked at because they were silent
 * @param repaired how many of them changed an account
 * @param accounts accounts that were compared
 * @param drift how far credits are from what is due
 * @param drifts whose
 * @param fault why it could not be finished
 */
record ReconciliationJson(
        long number,
        Instant startedAt,
        @About("Null while it runs") Optional<Instant> endedAt,
        @About("From when on the provider's lists were read") Instant since,
        @About("Events that had not been delivered") int undelivered,
        @About("Completed checkouts that were looked at") int sessions,
        @About("Paid invoices that were looked at") int invoices,
        @About("Payments with refunds or disputes that were looked at") int refunds,
        @About("Things that were looked at because nothing was heard of them for too long") int stale,
        @About("How many of all those changed an account") int repaired,
        @About("Accounts that were compared with their wallets") int accounts,
        @About("How many credits are missing or too many, all teams together; must be 0") long drift,
        @About("Teams whose credits differ from what is due") List<DriftJson> drifts,
        @About("Why it could not be finished") Optional<String> fault) {

    /**
     * A team whose credits differ.
     *
     * @param teamId which
     * @param missing credits that were not granted
     * @param surplus credits that were granted beyond what is due
     */
    record DriftJson(
            UUID teamId,
            @About("Credits that are due and were not granted") long missing,
            @About("Credits that were granted beyond what is due") long surplus) {
        static DriftJson of(Reconciliation.Drift drift) {
            return new DriftJson(drift.team().value(), drift.missing(), drift.surplus());
        }
    }

    static ReconciliationJson of(Reconciliation done) {
        return new ReconciliationJson(done.number(), done.startedAt(), done.endedAt(), done.since(), done.undelivered(), done.sessions(),
                done.invoices(), done.refunds(), done.stale(), done.repaired(), done.accounts(), done.drift(),
                done.drifts().stream().map(DriftJson::of).toList(), done.fault());
    }
}
