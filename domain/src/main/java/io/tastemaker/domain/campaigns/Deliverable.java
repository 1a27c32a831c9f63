package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of work that a campaign wants: it is planned, handed in, and approved or sent back.
 *
 * @param id its id
 * @param campaign of which campaign
 * @param version 1 at birth, one more with every change
 * @param work what is wanted
 * @param state where it stands; {@link State#PLANNED} and {@link State#ASSIGNED} are told apart by whether a creator is named
 * @param submission how it was handed in last; empty when it never was
 * @param review what was said to that; empty as long as nothing was
 * @param createdBy the label of the actor who planned it
 * @param createdAt when
 * @param updatedAt when it last changed
 */
public record Deliverable(
        DeliverableId id,
        CampaignId campaign,
        long version,
        Work work,
        State state,
        Optional<Submission> submission,
        Optional<Review> review,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** How many deliverables one campaign can have. */
    public static final int MOST = 1_000;

    /** The longest title, in characters. */
    public static final int MOST_TITLE = 200;

    /** The longest reason of a rejection, in characters. */
    public static final int MOST_REASON = 2_000;

    /** What kind of work. */
    public enum Type implements Coded {
        /** A picture or text in a feed. */
        POST,
        /** A short upright film. */
        REEL,
        /** What is gone after a day. */
        STORY,
        /** A longer film. */
        VIDEO,
        /** A live broadcast. */
        LIVE,
        /** A text on a site. */
        ARTICLE,
        /** An episode to listen to, or a part of one. */
        PODCAST,
        /** Being somewhere. */
        EVENT,
        /** Anything else; the title says what. */
        OTHER;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State implements Coded {
        /** Wanted, and nobody's yet. */
        PLANNED(Step.SUBMIT, Step.CANCEL, Step.CHANGE),
        /** Wanted from a creator. */
        ASSIGNED(Step.SUBMIT, Step.CANCEL, Step.CHANGE),
        /** Handed in, and to be looked at. */
        SUBMITTED(Step.APPROVE, Step.REJECT, Step.REOPEN, Step.CANCEL),
        /** Good. */
        APPROVED(Step.REOPEN),
        /** Sent back with a reason; it can be handed in again. */
        REJECTED(Step.SUBMIT, Step.CANCEL, Step.CHANGE),
        /** Not wanted any more. */
        CANCELED(Step.REOPEN);

        private final List<Step> allowed;

        State(Step... allowed) {
            this.allowed = List.of(allowed);
        }

        /**
         * What can be done with it now.
         *
         * @return the steps, at least one
         */
        public List<Step> allowed() {
            return allowed;
        }

        /**
         * Whether work is still to be done.
         *
         * @return true until it is handed in, and again when it was sent back
         */
        public boolean isWaiting() {
            return this == PLANNED || this == ASSIGNED || this == REJECTED;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be done with it. */
    public enum Step implements Coded {
        /** Hand the work in. */
        SUBMIT(Right.EDIT),
        /** Find it good. */
        APPROVE(Right.APPROVE),
        /** Send it back with a reason. */
        REJECT(Right.APPROVE),
        /** Begin again: take back a submission, an approval or a cancellation. */
        REOPEN(Right.EDIT),
        /** Do without it. */
        CANCEL(Right.EDIT),
        /** Want something else. */
        CHANGE(Right.EDIT);

        private final Right right;

        Step(Right right) {
            this.right = right;
        }

        /**
         * The right it takes at least; to reopen what is approved takes that to approve, see {@link Deliverable#needs}.
         *
         * @return the right
         */
        public Right right() {
            return right;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is wanted.
     *
     * @param type what kind of work
     * @param title 1 to {@link #MOST_TITLE} characters
     * @param creator from whom; empty as long as that is open
     * @param dueOn until which day; empty for no day
     */
    public record Work(Type type, String title, Optional<CreatorId> creator, Optional<LocalDate> dueOn) {
        /** Checks the title. */
        public Work {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(creator, "creator");
            Objects.requireNonNull(dueOn, "dueOn");
            if (title.isBlank() || Characters.count(title) > MOST_TITLE) {
                throw new IllegalArgumentException("a title has 1 to " + MOST_TITLE + " characters");
            }
        }
    }

    /**
     * How work was handed in.
     *
     * @param proof where it can be seen
     * @param by the label of the actor who handed it in
     * @param at when
     */
    public record Submission(ProofLink proof, String by, Instant at) {
        /** Checks that nothing is missing. */
        public Submission {
            Objects.requireNonNull(proof, "proof");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * What was said to a submission.
     *
     * @param reason why it was sent back, 1 to {@link #MOST_REASON} characters; empty when it was approved
     * @param by the label of the actor who looked at it
     * @param at when
     */
    public record Review(Optional<String> reason, String by, Instant at) {
        /** Checks the reason. */
        public Review {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            if (reason.filter(text -> text.isBlank() || Characters.count(text) > MOST_REASON).isPresent()) {
                throw new IllegalArgumentException("a reason has 1 to " + MOST_REASON + " characters");
            }
        }
    }

    /** A step with what it brings. */
    public sealed interface Move {

        /**
         * Which step it is.
         *
         * @return the step
         */
        Step step();

        /**
         * Hands the work in.
         *
         * @param proof where it can be seen
         */
        record Submit(ProofLink proof) implements Move {
            @Override
            public Step step() {
                return Step.SUBMIT;
            }
        }

        /** Finds it good. */
        record Approve() implements Move {
            @Override
            public Step step() {
                return Step.APPROVE;
            }
        }

        /**
         * Sends it back.
         *
         * @param reason what is missing, 1 to {@link #MOST_REASON} characters
         */
        record Reject(String reason) implements Move {
            @Override
            public Step step() {
                return Step.REJECT;
            }
        }

        /** Begins again. */
        record Reopen() implements Move {
            @Override
            public Step step() {
                return Step.REOPEN;
            }
        }

        /** Does without it. */
        record Cancel() implements Move {
            @Override
            public Step step() {
                return Step.CANCEL;
            }
        }

        /**
         * Wants something else.
         *
         * @param work what is wanted now
         */
        record Change(Work work) implements Move {
            @Override
            public Step step() {
                return Step.CHANGE;
            }
        }
    }

    /** What comes of a step. */
    public sealed interface Decision {
        /**
         * It is done.
         *
         * @param deliverable the next version
         */
        record Moved(Deliverable deliverable) implements Decision {}

        /**
         * Its state forbids that.
         *
         * @param state the state it is in
         * @param allowed what that allows instead
         */
        record NotNow(State state, List<Step> allowed) implements Decision {}

        /** Who handed it in may not approve it; the rules of the campaign want a second pair of eyes. */
        record OwnWork() implements Decision {}
    }

    /** Tells planned from assigned, and checks that nothing is missing. */
    public Deliverable {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (state == State.PLANNED || state == State.ASSIGNED) {
            state = work.creator().isPresent() ? State.ASSIGNED : State.PLANNED;
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * New work.
     *
     * @param id its id
     * @param campaign of which campaign
     * @param work what is wanted
     * @param by the label of the actor
     * @param now the time
     * @return planned or assigned, of version 1
     */
    public static Deliverable plan(DeliverableId id, CampaignId campaign, Work work, String by, Instant now) {
        return new Deliverable(id, campaign, 1, work, State.PLANNED, Optional.empty(), Optional.empty(), by, now, now);
    }

    /**
     * The right that a step takes here. To take an approval back is as much as to give it.
     *
     * @param step the step
     * @return the right
     */
    public Right needs(Step step) {
        return step == Step.REOPEN && state == State.APPROVED ? Right.APPROVE : step.right();
    }

    /**
     * Takes a step.
     *
     * @param move the step and what it brings
     * @param by the label of the actor
     * @param rules what holds in the campaign
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision take(Move move, String by, WorkRules rules, Instant now) {
        if (!state.allowed().contains(move.step())) {
            return new Decision.NotNow(state, state.allowed());
        }
        return switch (move) {
            case Move.Submit(ProofLink proof) ->
                moved(work, State.SUBMITTED, Optional.of(new Submission(proof, by, now)), Optional.empty(), now);
            case Move.Approve() -> isBy(by) && !rules.selfApproval()
                    ? new Decision.OwnWork()
                    : moved(work, State.APPROVED, submission, Optional.of(new Review(Optional.empty(), by, now)), now);
            case Move.Reject(String reason) ->
                moved(work, State.REJECTED, submission, Optional.of(new Review(Optional.of(reason), by, now)), now);
            case Move.Reopen() -> moved(work, State.PLANNED, submission, Optional.empty(), now);
            case Move.Cancel() -> moved(work, State.CANCELED, submission, review, now);
            case Move.Change(Work wanted) -> moved(wanted, state, submission, review, now);
        };
    }

    private Decision moved(Work nowWork, State nowState, Optional<Submission> nowSubmission, Optional<Review> nowReview, Instant now) {
        return new Decision.Moved(
                new Deliverable(id, campaign, version + 1, nowWork, nowState, nowSubmission, nowReview, createdBy, createdAt, now));
    }

    private boolean isBy(String actor) {
        return submission.map(Submission::by).filter(actor::equals).isPresent();
    }

    /**
     * Whether it can be removed: what was handed in stays for the record, and is canceled instead.
     *
     * @return true when it was never handed in
     */
    public boolean isRemovable() {
        return submission.isEmpty();
    }

    /**
     * Whether it is late.
     *
     * @param day which day it is
     * @return true when it was due before that day and is still to be done
     */
    public boolean isOverdue(LocalDate day) {
        return state.isWaiting() && work.dueOn().map(due -> due.isBefore(day)).orElse(false);
    }

    /**
     * What the audit log shows of it; what people wrote is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "deliverables." + id;
        return Traits.NONE.with(place + ".status", state).with(place + ".type", work.type()).withheld(place + ".title", work.title())
                .with(place + ".creator", work.creator()).with(place + ".due_on", work.dueOn())
                .withheld(place + ".proof", submission.map(Submission::proof))
                .with(place + ".submitted_by", submission.map(Submission::by)).with(place + ".reviewed_by", review.map(Review::by))
                .withheld(place + ".reason", review.flatMap(Review::reason));
    }
}
