package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists what was said to a campaign, the newest first. */
public final class ListComments {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Comments comments;

    ListComments(Transactions transactions, WorkGate gate, Comments comments) {
        this.transactions = transactions;
        this.gate = gate;
        this.comments = comments;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param deliverable only to this deliverable, empty for all
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, Optional<DeliverableId> deliverable, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the comments
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<Comment> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> comments.list(gate.look(query.campaign()).id(), query.deliverable(), query.page()));
    }
}
