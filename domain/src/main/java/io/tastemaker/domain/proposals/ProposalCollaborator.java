package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * A party of a proposal, and what it is there for. A role gives no right: who may do what is decided by roles in the team and by links.
 *
 * @param id its id
 * @param proposal of which proposal
 * @param party who
 * @param role what for
 * @param addedBy the label of the actor
 * @param addedAt when
 */
public record ProposalCollaborator(UUID id, ProposalId proposal, Party party, Role role, String addedBy, Instant addedAt) {

    /** How many parties a proposal has at most. */
    public static final int MOST = 100;

    /** Who takes part. */
    public sealed interface Party {
        /**
         * A member of the team.
         *
         * @param user who
         */
        record Member(UserId user) implements Party {}

        /**
         * A creator.
         *
         * @param creator who
         */
        record Creator(KnownCreator creator) implements Party {}
    }

    /** What somebody is there for. */
    public enum Role implements Coded {
        /** Runs it. */
        LEAD,
        /** Does a part of the work. */
        CONTRIBUTOR,
        /** Looks at what is done. */
        REVIEWER,
        /** Is kept informed. */
        OBSERVER;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public ProposalCollaborator {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
    }

    /**
     * The same party with another role.
     *
     * @param other the role from now on
     * @return the party
     */
    public ProposalCollaborator as(Role other) {
        return new ProposalCollaborator(id, proposal, party, other, addedBy, addedAt);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "collaborators." + id;
        return switch (party) {
            case Party.Member(UserId user) -> Traits.NONE.with(place + ".user", user).with(place + ".role", role);
            case Party.Creator(KnownCreator creator) -> Traits.NONE.with(place + ".creator", creator).with(place + ".role", role);
        };
    }
}
