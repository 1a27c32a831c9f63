package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.util.Map;
import java.util.Set;

/** Finds out what was granted for certain sources. */
public final class FindGrants {

    private final Transactions transactions;
    private final Ledgers ledgers;

    FindGrants(Transactions transactions, Ledgers ledgers) {
        this.transactions = transactions;
        this.ledgers = ledgers;
    }

    /**
     * What is asked.
     *
     * @param actor the program itself, or an operator
     * @param team whose wallet
     * @param sources which sources
     */
    public record Query(Actor actor, TeamId team, Set<String> sources) {
        /** Copies the set. */
        public Query {
            sources = Set.copyOf(sources);
        }
    }

    /**
     * Finds it out.
     *
     * @param query what is asked
     * @return credits by source; a source for which nothing was granted is not there
     */
    public Map<String, Long> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.OPERATE);
        return query.sources().isEmpty() ? Map.of() : transactions.reading(actor, () -> ledgers.granted(query.sources()));
    }
}
