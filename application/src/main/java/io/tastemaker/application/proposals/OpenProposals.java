package io.tastemaker.application.proposals;

import io.tastemaker.application.identity.ShowTeam;
import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;
import java.util.List;

/** Opens proposals to a team; operators alone may. */
public final class OpenProposals {

    private final Transactions transactions;
    private final ProposalAccesses accesses;
    private final ShowTeam showTeam;
    private final InstantSource clock;

    OpenProposals(Transactions transactions, ProposalAccesses accesses, ShowTeam showTeam, InstantSource clock) {
        this.transactions = transactions;
        this.accesses = accesses;
        this.showTeam = showTeam;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param team to which team
     */
    public record Command(Actor actor, TeamId team) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are open, from now on or since before.
         *
         * @param access since when and by whom
         * @param before whether they were open before
         */
        record Open(ProposalAccess access, boolean before) implements Outcome {}
    }

    /**
     * Opens them.
     *
     * @param command what is wanted
     * @return that they are open
     * @throws Refusal.NotFound when there is no such team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Actor there = LookedAtTeam.actor(command.actor(), command.team(), Permission.OPERATE);
        showTeam.handle(new ShowTeam.Query(there, command.team()));
        return transactions.inTransaction(there, "proposals.open", () -> {
            ProposalAccess access = new ProposalAccess(command.team(), there.label(), clock.instant());
            boolean before = !accesses.add(access);
            transactions.about(Subject.of("team", command.team()), before ? List.of() : Traits.NONE.with("proposals", "open").made());
            return new Outcome.Open(accesses.find().orElse(access), before);
        });
    }
}
