package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody outside the team who was asked to a proposal. It is to one version of it and ends with that version: every step that anybody takes with
 * the proposal makes another, so that what is answered is what was read.
 *
 * @param id its id
 * @param proposal to which proposal
 * @param offer the number of the version that was sent
 * @param creator who, when the team knows the creator; empty for a mere address
 * @param email where the letters go, in its canonical form
 * @param note what the team wrote, at most {@link #MOST_NOTE} characters; blank for nothing
 * @param invitedBy the label of the actor
 * @param sentAt when the first letter was posted
 * @param expiresAt from when on it cannot be answered
 * @param openedAt when it was looked at first
 * @param appliedAt when its application came
 * @param answer what was decided
 */
public record ProposalInvitation(
        InvitationId id,
        ProposalId proposal,
        long offer,
        Optional<KnownCreator> creator,
        String email,
        String note,
        String invitedBy,
        Instant sentAt,
        Instant expiresAt,
        Optional<Instant> openedAt,
        Optional<Instant> appliedAt,
        Optional<Answer> answer) {

    /** How many invitations a proposal has at most, over all its versions. */
    public static final int MOST = 500;

    /** The longest note, in characters. */
    public static final int MOST_NOTE = 2_000;

    /** Where it stands. */
    public enum Status implements Coded {
        /** On its way, or unread. */
        SENT,
        /** Read. */
        OPENED,
        /** The invited approved the proposal. */
        APPROVED,
        /** The invited declined. */
        DECLINED,
        /** The proposal moved on: it was withdrawn, or others decided. */
        OVER,
        /** Its time ran out. */
        EXPIRED;

        /**
         * What the invited can do now.
         *
         * @return the actions, none at the end
         */
        public List<Action> allowed() {
            return switch (this) {
                case SENT, OPENED -> List.of(Action.values());
                case APPROVED, DECLINED, OVER, EXPIRED -> List.of();
            };
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the invited can do. */
    public enum Action implements Coded {
        /** Look at it. */
        OPEN,
        /** Say what one would do; once. */
        APPLY,
        /** Ask or answer with words. */
        REPLY,
        /** Agree to the proposal. */
        APPROVE,
        /** Not take part. */
        DECLINE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the invited decided.
     *
     * @param status approved or declined
     * @param at when
     */
    public record Answer(Status status, Instant at) {
        /** Checks the status. */
        public Answer {
            Objects.requireNonNull(at, "at");
            if (status != Status.APPROVED && status != Status.DECLINED) {
                throw new IllegalArgumentException("an answer is approved or declined: " + status);
            }
        }
    }

    /** Checks the note and that nothing is missing. */
    public ProposalInvitation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(invitedBy, "invitedBy");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(appliedAt, "appliedAt");
        Objects.requireNonNull(answer, "answer");
        if (offer < 1 || Characters.count(note) > MOST_NOTE) {
            throw new IllegalArgumentException("versions begin at 1, and a note has at most " + MOST_NOTE + " characters");
        }
    }

    /**
     * Where it stands.
     *
     * @param current the proposal as it is now
     * @param now the time
     * @return an answer before everything, then whether it is over, then whether it is late
     */
    public Status status(Proposal current, Instant now) {
        if (answer.isPresent()) {
            return answer.get().status();
        }
        if (current.version() != offer) {
            return Status.OVER;
        }
        if (!now.isBefore(expiresAt)) {
            return Status.EXPIRED;
        }
        return openedAt.isPresent() ? Status.OPENED : Status.SENT;
    }

    /**
     * After the invited looked at it, or did anything else with it.
     *
     * @param now the time
     * @return opened now, or since before
     */
    public ProposalInvitation opened(Instant now) {
        return with(openedAt.or(() -> Optional.of(now)), appliedAt, answer);
    }

    /**
     * After the invited applied.
     *
     * @param now the time
     * @return applied, and opened
     */
    public ProposalInvitation applied(Instant now) {
        return with(openedAt.or(() -> Optional.of(now)), Optional.of(now), answer);
    }

    /**
     * After the invited decided.
     *
     * @param status approved or declined
     * @param now the time
     * @return answered, and opened
     */
    public ProposalInvitation answered(Status status, Instant now) {
        return with(openedAt.or(() -> Optional.of(now)), appliedAt, Optional.of(new Answer(status, now)));
    }

    private ProposalInvitation with(Optional<Instant> opened, Optional<Instant> applied, Optional<Answer> answered) {
        return new ProposalInvitation(id, proposal, offer, creator, email, note, invitedBy, sentAt, expiresAt, opened, applied, answered);
    }

    /**
     * What the audit log shows of it: never the address, nor what was written.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "invitations." + id;
        return Traits.NONE.with(place + ".creator", creator).withheld(place + ".email", email).withheld(place + ".note", note)
                .with(place + ".expires_at", expiresAt).with(place + ".opened_at", openedAt).with(place + ".applied_at", appliedAt)
                .with(place + ".answer", answer.map(Answer::status));
    }

    /** Without the address and the note. */
    @Override
    public String toString() {
        return "ProposalInvitation[" + id + " to " + proposal + "]";
    }
}
