package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Access;
import java.time.InstantSource;
import java.util.Set;

/** Lists what a team has unlocked, the newest first. */
public final class ListUnlocks {

    private static final Set<Action> UNLOCKS = Set.of(Action.CREATOR_UNLOCK, Action.EMAIL_UNLOCK);

    private final Transactions transactions;
    private final Ledgers ledgers;
    private final InstantSource clock;

    ListUnlocks(Transactions transactions, Ledgers ledgers, InstantSource clock) {
        this.transactions = transactions;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the unlocks of creators and of e-mail addresses
     */
    public Page<Access> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> ledgers.listOpen(UNLOCKS, clock.instant(), query.page()));
    }
}
