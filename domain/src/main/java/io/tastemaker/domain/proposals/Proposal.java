package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A proposal of a partnership. Whatever is done with it makes a version, which is kept; {@link ProposalVersion} is one of them.
 *
 * @param id the proposal's id
 * @param team whose proposal
 * @param version 1 at birth, one more with every step
 * @param status where it stands
 * @param terms what it offers
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 * @param updatedAt when the last step was taken
 */
public record Proposal(
        ProposalId id,
        TeamId team,
        long version,
        Status status,
        Terms terms,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a proposal stands. */
    public enum Status implements Coded {
        /** Being written. */
        DRAFT,
        /** With those who decide; nobody changes it meanwhile. */
        SENT,
        /** Agreed; it stays as it is. */
        APPROVED,
        /** Not agreed; a change makes a draft of it again. */
        DECLINED,
        /** Taken back; a change makes a draft of it again. */
        WITHDRAWN;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be done with a proposal. */
    public enum Step implements Coded {
        /** It is begun; only ever the first step. */
        CREATE,
        /** Its terms become others. */
        CHANGE,
        /** It goes to those who decide. */
        SEND,
        /** They agree. */
        APPROVE,
        /** They do not. */
        DECLINE,
        /** It is taken back. */
        WITHDRAW,
        /** It is removed with all its versions; only what nobody has to decide about or has agreed to. */
        DELETE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Where the step leads from a status; empty when it cannot be taken there. */
        private Optional<Status> from(Status status) {
            return switch (this) {
                case CREATE -> Optional.empty();
                case CHANGE -> switch (status) {
                    case DRAFT, DECLINED, WITHDRAWN -> Optional.of(Status.DRAFT);
                    case SENT, APPROVED -> Optional.empty();
                };
                case SEND -> status == Status.DRAFT ? Optional.of(Status.SENT) : Optional.empty();
                case APPROVE -> status == Status.SENT ? Optional.of(Status.APPROVED) : Optional.empty();
                case DECLINE -> status == Status.SENT ? Optional.of(Status.DECLINED) : Optional.empty();
                case WITHDRAW -> status == Status.SENT ? Optional.of(Status.WITHDRAWN) : Optional.empty();
                case DELETE -> switch (status) {
                    case DRAFT, DECLINED, WITHDRAWN -> Optional.of(status);
                    case SENT, APPROVED -> Optional.empty();
                };
            };
        }
    }

    /** What became of a step. */
    public sealed interface Decision {
        /**
         * It was taken.
         *
         * @param proposal the next version
         */
        record Taken(Proposal proposal) implements Decision {}

        /**
         * It cannot be taken from here.
         *
         * @param status where the proposal stands
         * @param allowed what can be done instead
         */
        record NotFromHere(Status status, List<Step> allowed) implements Decision {}

        /**
         * Nobody can decide about it yet.
         *
         * @param missing the members of its terms that are missing
         */
        record Incomplete(List<String> missing) implements Decision {}
    }

    /** Checks that nothing is missing. */
    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * A new proposal.
     *
     * @param id its id
     * @param team whose proposal
     * @param terms what it offers at first
     * @param createdBy the label of the actor
     * @param now the time
     * @return a draft of version 1
     */
    public static Proposal draft(ProposalId id, TeamId team, Terms terms, String createdBy, Instant now) {
        return new Proposal(id, team, 1, Status.DRAFT, terms, createdBy, now, now);
    }

    /**
     * What can be done with it now.
     *
     * @return the steps, in their order
     */
    public List<Step> allowed() {
        return Arrays.stream(Step.values()).filter(step -> step.from(status).isPresent()).toList();
    }

    /**
     * Takes a step that leaves the terms as they are.
     *
     * @param step which step
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision take(Step step, Instant now) {
        return take(step, terms, now);
    }

    /**
     * Changes the terms.
     *
     * @param newTerms what it offers from now on
     * @param now the time
     * @return a draft of the next version, or why there is none
     */
    public Decision change(Terms newTerms, Instant now) {
        return take(Step.CHANGE, newTerms, now);
    }

    private Decision take(Step step, Terms newTerms, Instant now) {
        Optional<Status> next = step.from(status);
        if (next.isEmpty()) {
            return new Decision.NotFromHere(status, allowed());
        }
        if (step == Step.SEND && !terms.missing().isEmpty()) {
            return new Decision.Incomplete(terms.missing());
        }
        return new Decision.Taken(new Proposal(id, team, version + 1, next.get(), newTerms, createdBy, createdAt, now));
    }
}
