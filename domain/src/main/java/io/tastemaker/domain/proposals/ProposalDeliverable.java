package io.tastemaker.domain.proposals;

import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of work that a proposal leads to.
 *
 * @param id its id
 * @param proposal of which proposal
 * @param version 1 at birth, one more with every change
 * @param work what is wanted, and where it can be seen
 * @param state where it stands
 * @param createdBy the label of the actor
 * @param createdAt when
 * @param updatedAt when it last changed
 */
public record ProposalDeliverable(
        DeliverableId id, ProposalId proposal, long version, Work work, State state, String createdBy, Instant createdAt, Instant updatedAt) {

    /** How many deliverables a proposal has at most. */
    public static final int MOST = 200;

    /** The longest title, in characters. */
    public static final int MOST_TITLE = 200;

    /** Where it stands. */
    public enum State implements Coded {
        /** Wanted. */
        PLANNED,
        /** Handed in, with a proof. */
        SUBMITTED,
        /** Good. */
        APPROVED,
        /** Sent back; it can be handed in again. */
        REJECTED,
        /** Not wanted any more. */
        CANCELED;

        /**
         * Where it can go from here.
         *
         * @return the states, none at the end
         */
        public List<State> next() {
            return switch (this) {
                case PLANNED, REJECTED -> List.of(SUBMITTED, CANCELED);
                case SUBMITTED -> List.of(APPROVED, REJECTED, CANCELED);
                case APPROVED -> List.of();
                case CANCELED -> List.of(PLANNED);
            };
        }

        /**
         * Whether what is wanted can still change.
         *
         * @return true until it is handed in, and again when it was sent back
         */
        public boolean isWaiting() {
            return this == PLANNED || this == REJECTED;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is wanted, and where it can be seen.
     *
     * @param type what kind of work
     * @param title 1 to {@link #MOST_TITLE} characters
     * @param dueOn until which day; empty for no day
     * @param proof where it can be seen; needed to hand it in
     */
    public record Work(Deliverable.Type type, String title, Optional<LocalDate> dueOn, Optional<ProofLink> proof) {
        /** Checks the title. */
        public Work {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(dueOn, "dueOn");
            Objects.requireNonNull(proof, "proof");
            if (title.isBlank() || Characters.count(title) > MOST_TITLE) {
                throw new IllegalArgumentException("a title has 1 to " + MOST_TITLE + " characters");
            }
        }
    }

    /** What comes of a change. */
    public sealed interface Decision {
        /**
         * It is done.
         *
         * @param deliverable the next version
         */
        record Changed(ProposalDeliverable deliverable) implements Decision {}

        /**
         * Its state forbids that.
         *
         * @param state the state it is in
         * @param allowed where it can go instead
         */
        record NotFromHere(State state, List<State> allowed) implements Decision {}

        /** Nothing is handed in without a proof. */
        record NoProof() implements Decision {}
    }

    /** Checks that nothing is missing. */
    public ProposalDeliverable {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * New work.
     *
     * @param id its id
     * @param proposal of which proposal
     * @param work what is wanted
     * @param by the label of the actor
     * @param now the time
     * @return planned, of version 1
     */
    public static ProposalDeliverable plan(DeliverableId id, ProposalId proposal, Work work, String by, Instant now) {
        return new ProposalDeliverable(id, proposal, 1, work, State.PLANNED, by, now, now);
    }

    /**
     * Changes what is wanted, where it stands, or both.
     *
     * @param newWork what is wanted from now on
     * @param newState where it is to stand; the same for no step
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision change(Work newWork, State newState, Instant now) {
        boolean steps = newState != state;
        if (steps && !state.next().contains(newState) || !newWork.equals(work) && !state.isWaiting()) {
            return new Decision.NotFromHere(state, state.next());
        }
        if (newState == State.SUBMITTED && newWork.proof().isEmpty()) {
            return new Decision.NoProof();
        }
        return new Decision.Changed(new ProposalDeliverable(id, proposal, version + 1, newWork, newState, createdBy, createdAt, now));
    }

    /**
     * What the audit log shows of it; what people wrote is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "deliverables." + id;
        return Traits.NONE.with(place + ".status", state).with(place + ".type", work.type()).withheld(place + ".title", work.title())
                .with(place + ".due_on", work.dueOn()).withheld(place + ".proof", work.proof());
    }
}
