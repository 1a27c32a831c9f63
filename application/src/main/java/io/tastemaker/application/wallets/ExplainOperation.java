package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Operation;
import java.util.List;
import java.util.UUID;

/** Explains an operation entry by entry: what moved from where to where, out of which lot, under which rule, with which hash. */
public final class ExplainOperation {

    private final Transactions transactions;
    private final Ledgers ledgers;

    ExplainOperation(Transactions transactions, Ledgers ledgers) {
        this.transactions = transactions;
        this.ledgers = ledgers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param operation which operation
     */
    public record Query(Actor actor, UUID operation) {}

    /**
     * The explanation.
     *
     * @param operation the operation
     * @param entries its entries, in the order of their numbers
     */
    public record Explained(Operation operation, List<LedgerEntry> entries) {
        /** Copies the entries. */
        public Explained {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Explains it.
     *
     * @param query what is asked
     * @return the operation with its entries
     * @throws Refusal.NotFound when the team has no such operation
     */
    public Explained handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_WALLET);
        return transactions.reading(query.actor(), () -> {
            Operation operation = ledgers.find(query.operation()).orElseThrow(Refusal.NotFound::new);
            return new Explained(operation, operation.entries() == 0 ? List.of()
                    : ledgers.after(operation.lastSeq() - operation.entries(), operation.entries()));
        });
    }
}
