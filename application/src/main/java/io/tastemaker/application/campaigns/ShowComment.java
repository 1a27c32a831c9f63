package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;

/** Shows a comment. */
public final class ShowComment {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Comments comments;

    ShowComment(Transactions transactions, WorkGate gate, Comments comments) {
        this.transactions = transactions;
        this.gate = gate;
        this.comments = comments;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param comment which of its comments
     */
    public record Query(Actor actor, CampaignId campaign, CommentId comment) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the comment
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such comment
     */
    public Comment handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> comments.find(gate.look(query.campaign()).id(), query.comment()))
                .orElseThrow(Refusal.NotFound::new);
    }
}
