package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;

/** Closes proposals to a team; what it has written is kept, and there again when they are opened. */
public final class CloseProposals {

    private final Transactions transactions;
    private final ProposalAccesses accesses;

    CloseProposals(Transactions transactions, ProposalAccesses accesses) {
        this.transactions = transactions;
        this.accesses = accesses;
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
        /** They are closed. */
        record Closed() implements Outcome {}
    }

    /**
     * Closes them.
     *
     * @param command what is wanted
     * @return that they are closed
     * @throws Refusal.NotFound when they were not open to such a team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Actor there = LookedAtTeam.actor(command.actor(), command.team(), Permission.OPERATE);
        boolean open = transactions.reading(there, () -> accesses.find().isPresent());
        if (!open) {
            throw new Refusal.NotFound(); // a team that nobody has has no log to write into
        }
        return transactions.inTransaction(there, "proposals.close", () -> {
            if (!accesses.remove()) {
                throw new Refusal.NotFound();
            }
            transactions.about(Subject.of("team", command.team()), Traits.NONE.with("proposals", "open").gone());
            return new Outcome.Closed();
        });
    }
}
