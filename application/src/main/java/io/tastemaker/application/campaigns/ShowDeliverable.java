package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;

/** Shows a deliverable of a campaign. */
public final class ShowDeliverable {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Deliverables deliverables;

    ShowDeliverable(Transactions transactions, WorkGate gate, Deliverables deliverables) {
        this.transactions = transactions;
        this.gate = gate;
        this.deliverables = deliverables;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param deliverable which of its deliverables
     */
    public record Query(Actor actor, CampaignId campaign, DeliverableId deliverable) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the deliverable
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such deliverable
     */
    public Deliverable handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> deliverables.find(gate.look(query.campaign()).id(), query.deliverable()))
                .orElseThrow(Refusal.NotFound::new);
    }
}
