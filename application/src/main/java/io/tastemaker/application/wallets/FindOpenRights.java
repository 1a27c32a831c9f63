package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Access;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which of some things a team has paid for. */
public final class FindOpenRights {

    private final Transactions transactions;
    private final Ledgers ledgers;
    private final InstantSource clock;

    FindOpenRights(Transactions transactions, Ledgers ledgers, InstantSource clock) {
        this.transactions = transactions;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param action the action that opens
     * @param targets which things
     */
    public record Query(Actor actor, Action action, Collection<String> targets) {}

    /**
     * Finds it out.
     *
     * @param query what is asked
     * @return the targets that are open
     */
    public Set<String> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        if (query.targets().isEmpty()) {
            return Set.of();
        }
        List<Access> open = transactions.reading(query.actor(),
                () -> ledgers.findOpen(query.action(), query.targets(), clock.instant()));
        return open.stream().map(access -> access.right().target()).collect(Collectors.toSet());
    }
}
