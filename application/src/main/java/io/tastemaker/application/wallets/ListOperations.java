package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;

/** Lists what moved in a wallet, the newest first. */
public final class ListOperations {

    private final Transactions transactions;
    private final Ledgers ledgers;

    ListOperations(Transactions transactions, Ledgers ledgers) {
        this.transactions = transactions;
        this.ledgers = ledgers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team whose wallet; any but the actor's own is for operators
     * @param filter which operations
     * @param page which page
     */
    public record Query(Actor actor, TeamId team, Ledgers.Filter filter, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the operations
     * @throws Refusal.NotFound when there is no such team
     */
    public Page<Operation> handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_WALLET);
        return transactions.reading(actor, () -> {
            ledgers.find().orElseThrow(Refusal.NotFound::new);
            return ledgers.list(query.filter(), query.page());
        });
    }
}
