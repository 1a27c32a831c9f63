package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.ProposalId;
import java.util.List;
import java.util.Optional;

/** Shows what differs between two versions of a proposal, member by member. */
public final class CompareProposalVersions {

    private final Transactions transactions;
    private final Proposals proposals;
    private final ProposalDoor door;

    CompareProposalVersions(Transactions transactions, Proposals proposals, ProposalDoor door) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param from the number of one version
     * @param to the number of the other
     */
    public record Query(Actor actor, ProposalId proposal, long from, long to) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * What differs.
         *
         * @param differences one entry for each member
         */
        record Compared(List<Change> differences) implements Outcome {}

        /**
         * There is no version of that number.
         *
         * @param number which
         * @param newest the greatest there is
         */
        record UnknownVersion(long number, long newest) implements Outcome {}
    }

    /**
     * Compares them.
     *
     * @param query what is asked
     * @return what differs
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            long newest = door.find(query.proposal()).version();
            Optional<ProposalVersion> from = proposals.version(query.proposal(), query.from());
            Optional<ProposalVersion> to = proposals.version(query.proposal(), query.to());
            if (from.isEmpty() || to.isEmpty()) {
                return new Outcome.UnknownVersion(from.isEmpty() ? query.from() : query.to(), newest);
            }
            return new Outcome.Compared(from.get().differences(to.get()));
        });
    }
}
