package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.ProposalId;
import java.util.OptionalLong;

/** Lets nobody through for a team to which proposals are not open: neither its people nor the staff. Inside a transaction of the caller. */
final class ProposalDoor {

    private final ProposalAccesses accesses;
    private final Proposals proposals;

    ProposalDoor(ProposalAccesses accesses, Proposals proposals) {
        this.accesses = accesses;
        this.proposals = proposals;
    }

    void require() {
        if (accesses.find().isEmpty()) {
            throw new Refusal.ProposalsLocked();
        }
    }

    Proposal find(ProposalId id) {
        require();
        return proposals.find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** The proposal, of which nobody else writes anything until the transaction of the caller ends. */
    Proposal hold(ProposalId id) {
        require();
        return proposals.hold(id).orElseThrow(Refusal.NotFound::new);
    }

    /** Refuses who saw another version than there is. */
    static void expect(OptionalLong expected, long version) {
        if (expected.orElse(version) != version) {
            throw new Refusal.StaleVersion(version);
        }
    }

    /** Keeps what a step made, unless somebody else was faster. */
    void keep(Proposal before, Proposal after, ProposalVersion version) {
        if (!proposals.replace(after, version)) {
            throw new Refusal.StaleVersion(before.version());
        }
    }
}
