package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.ExplainOperation;
import io.tastemaker.domain.wallets.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction, entry by entry.
 *
 * @param transaction what was done
 * @param entries what moved
 * @param lastHash the hash of the last entry
 */
record ExplainedJson(
        TransactionJson transaction,
        @About("What moved from where to where, in the order in which it was booked") List<EntryJson> entries,
        @About("The hash of the last entry, which covers all before it; null when nothing moved") Optional<String> lastHash) {

    /**
     * One movement.
     *
     * @param seq its number
     * @param from the account that has less afterwards
     * @param to the account that has more
     * @param unit what is moved
     * @param amount how much
     * @param lot which grant's credits
     * @param period in which period it counts
     * @param actor who it counts for
     * @param at when it was booked
     * @param rule the price that counted
     * @param hash over this and the hash of the entry before
     */
    record EntryJson(
            long seq,
            @About("The account that has less afterwards") String from,
            @About("The account that has more afterwards") String to,
            @About("credit, or the action whose free units are moved") String unit,
            long amount,
            @About("The source of the grant whose credits are moved") Optional<String> lot,
            @About("The beginning of the period in which it counts") Optional<Instant> period,
            @About("Who it counts for") ActorJson actor,
            Instant at,
            Optional<String> rule,
            @About("SHA-256 over the entry and the hash of the one before") String hash) {
        static EntryJson of(LedgerEntry entry) {
            return new EntryJson(entry.seq(), entry.from().name(), entry.to().name(), entry.unit(), entry.amount(), entry.lot(),
                    entry.period(), ActorJson.of(entry.actor()), entry.at(), entry.rule(), entry.hash());
        }
    }

    static ExplainedJson of(ExplainOperation.Explained explained) {
        List<EntryJson> entries = explained.entries().stream().map(EntryJson::of).toList();
        return new ExplainedJson(TransactionJson.of(explained.operation()), entries,
                entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().hash()));
    }
}
