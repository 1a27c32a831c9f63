package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.ApplicationId;
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
 * Somebody's wish to take part in a proposal: from the link of an invitation, or entered by the team.
 *
 * @param id its id
 * @param proposal to which proposal
 * @param version 1 at birth, one more with every decision
 * @param invitation by which invitation it came; empty when the team entered it
 * @param applicant who applies
 * @param pitch what the applicant would do, 1 to {@link #MOST_PITCH} characters
 * @param status where it stands
 * @param reason why it was declined, 1 to {@link #MOST_REASON} characters; there exactly then
 * @param enteredBy the label of the actor
 * @param submittedAt when it came
 * @param shortlistedAt when it was shortlisted; empty when it never was
 * @param decidedAt when it was accepted or declined
 */
public record Application(
        ApplicationId id,
        ProposalId proposal,
        long version,
        Optional<InvitationId> invitation,
        Applicant applicant,
        String pitch,
        Status status,
        Optional<String> reason,
        String enteredBy,
        Instant submittedAt,
        Optional<Instant> shortlistedAt,
        Optional<Instant> decidedAt) {

    /** How many applications a proposal has at most. */
    public static final int MOST = 1_000;

    /** The longest pitch, in characters. */
    public static final int MOST_PITCH = 5_000;

    /** The longest reason, in characters. */
    public static final int MOST_REASON = 2_000;

    /** Where it stands. */
    public enum Status implements Coded {
        /** Nobody has decided anything. */
        SUBMITTED,
        /** Among those to choose from. */
        SHORTLISTED,
        /** Taken. */
        ACCEPTED,
        /** Not taken. */
        DECLINED;

        /**
         * Where it can go from here.
         *
         * @return the statuses, none at the end
         */
        public List<Status> next() {
            return switch (this) {
                case SUBMITTED -> List.of(SHORTLISTED, ACCEPTED, DECLINED);
                case SHORTLISTED -> List.of(ACCEPTED, DECLINED);
                case ACCEPTED, DECLINED -> List.of();
            };
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who applies; one of the two is known.
     *
     * @param creator the creator, when the team knows the creator
     * @param email the address, in its canonical form
     */
    public record Applicant(Optional<KnownCreator> creator, Optional<String> email) {
        /** Checks that somebody is named. */
        public Applicant {
            if (creator.isEmpty() && email.isEmpty()) {
                throw new IllegalArgumentException("somebody applies");
            }
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "Applicant[" + creator + "]";
        }
    }

    /** What comes of deciding. */
    public sealed interface Decision {
        /**
         * It stands elsewhere now.
         *
         * @param application the next version
         */
        record Moved(Application application) implements Decision {}

        /**
         * That cannot be decided as it stands.
         *
         * @param status where it stands
         * @param allowed where it can go instead
         */
        record NotFromHere(Status status, List<Status> allowed) implements Decision {}
    }

    /** Checks the texts and that nothing is missing. */
    public Application {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(invitation, "invitation");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(enteredBy, "enteredBy");
        Objects.requireNonNull(submittedAt, "submittedAt");
        Objects.requireNonNull(shortlistedAt, "shortlistedAt");
        Objects.requireNonNull(decidedAt, "decidedAt");
        if (version < 1 || pitch.isBlank() || Characters.count(pitch) > MOST_PITCH) {
            throw new IllegalArgumentException("versions begin at 1, and a pitch has 1 to " + MOST_PITCH + " characters");
        }
        if (reason.isPresent() != (status == Status.DECLINED) || reason.filter(text -> text.isBlank() || Characters.count(text) > MOST_REASON).isPresent()) {
            throw new IllegalArgumentException("what is declined, and nothing else, has a reason of 1 to " + MOST_REASON + " characters");
        }
    }

    /**
     * A new application.
     *
     * @param id its id
     * @param proposal to which proposal
     * @param invitation by which invitation it came
     * @param applicant who applies
     * @param pitch what the applicant would do
     * @param by the label of the actor
     * @param now the time
     * @return submitted, of version 1
     */
    public static Application submit(
            ApplicationId id, ProposalId proposal, Optional<InvitationId> invitation, Applicant applicant, String pitch, String by, Instant now) {
        return new Application(
                id, proposal, 1, invitation, applicant, pitch, Status.SUBMITTED, Optional.empty(), by, now, Optional.empty(), Optional.empty());
    }

    /**
     * Decides about it.
     *
     * @param next where it is to stand
     * @param why the reason; there exactly when it is declined
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision decide(Status next, Optional<String> why, Instant now) {
        if (!status.next().contains(next)) {
            return new Decision.NotFromHere(status, status.next());
        }
        boolean shortlists = next == Status.SHORTLISTED;
        return new Decision.Moved(new Application(id, proposal, version + 1, invitation, applicant, pitch, next, why, enteredBy, submittedAt,
                shortlists ? Optional.of(now) : shortlistedAt, shortlists ? Optional.empty() : Optional.of(now)));
    }

    /**
     * What the audit log shows of it; what people wrote is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "applications." + id;
        return Traits.NONE.with(place + ".status", status).with(place + ".invitation", invitation).with(place + ".creator", applicant.creator())
                .withheld(place + ".email", applicant.email()).withheld(place + ".pitch", pitch).withheld(place + ".reason", reason);
    }

    /** Without what people wrote. */
    @Override
    public String toString() {
        return "Application[" + id + " to " + proposal + ", " + status + "]";
    }
}
