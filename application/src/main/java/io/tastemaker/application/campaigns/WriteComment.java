package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.shared.out.Ids;
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
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Optional;

/** Says something to a campaign or to one of its deliverables. */
public final class WriteComment {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Comments comments;
    private final Deliverables deliverables;
    private final Ids ids;
    private final InstantSource clock;

    WriteComment(Transactions transactions, WorkGate gate, Comments comments, Deliverables deliverables, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.comments = comments;
        this.deliverables = deliverables;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param deliverable to which of its deliverables; empty for the campaign as a whole
     * @param text 1 to {@link Comment#MOST_TEXT} characters
     */
    public record Command(Actor actor, CampaignId campaign, Optional<DeliverableId> deliverable, String text) {
        /** Without what is said. */
        @Override
        public String toString() {
            return "WriteComment[" + actor.label() + ", campaign=" + campaign + ", deliverable=" + deliverable + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is said.
         *
         * @param comment version 1
         */
        record Written(Comment comment) implements Outcome {}

        /** The campaign has no such deliverable. */
        record UnknownDeliverable() implements Outcome {}

        /**
         * The campaign has as many comments as one can have.
         *
         * @param most how many that is
         */
        record TooMany(int most) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Says it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.comment.add", () -> switch (gate.enter(actor, command.campaign(), Right.COMMENT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> write(command);
        });
    }

    private Outcome write(Command command) {
        transactions.refused(Subject.of("campaign", command.campaign()));
        if (command.deliverable().filter(wanted -> deliverables.find(command.campaign(), wanted).isEmpty()).isPresent()) {
            return new Outcome.UnknownDeliverable();
        }
        if (comments.count(command.campaign()) >= Comment.MOST) {
            return new Outcome.TooMany(Comment.MOST);
        }
        Comment comment = new Comment(new CommentId(ids.next()), command.campaign(), 1, command.deliverable(), command.text(),
                command.actor().label(), clock.instant(), Optional.empty());
        comments.add(comment);
        transactions.about(Subject.of("campaign", command.campaign()), comment.traits().made());
        return new Outcome.Written(comment);
    }
}
