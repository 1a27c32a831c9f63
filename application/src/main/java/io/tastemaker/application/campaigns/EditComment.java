package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Says something in other words; only who said it may. */
public final class EditComment {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Comments comments;
    private final InstantSource clock;

    EditComment(Transactions transactions, WorkGate gate, Comments comments, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.comments = comments;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param comment which of its comments
     * @param expectedVersion the version the actor saw
     * @param text 1 to {@link Comment#MOST_TEXT} characters
     */
    public record Command(Actor actor, CampaignId campaign, CommentId comment, long expectedVersion, String text) {
        /** Without what is said. */
        @Override
        public String toString() {
            return "EditComment[" + actor.label() + ", campaign=" + campaign + ", comment=" + comment + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param comment the next version
         */
        record Edited(Comment comment) implements Outcome {}

        /** Somebody else wrote it. */
        record NotAuthor() implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such comment
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.comment.edit", () -> switch (gate.enter(actor, command.campaign(), Right.COMMENT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> edit(command);
        });
    }

    private Outcome edit(Command command) {
        Comment comment = comments.find(command.campaign(), command.comment()).orElseThrow(Refusal.NotFound::new);
        if (!comment.isBy(command.actor().label())) {
            transactions.refused(Subject.of("campaign", command.campaign()));
            return new Outcome.NotAuthor();
        }
        Comment edited = comment.edited(command.text(), clock.instant());
        if (comment.version() != command.expectedVersion() || !comments.replace(edited)) {
            throw new Refusal.StaleVersion(comment.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), comment.traits().changesTo(edited.traits()));
        return new Outcome.Edited(edited);
    }
}
