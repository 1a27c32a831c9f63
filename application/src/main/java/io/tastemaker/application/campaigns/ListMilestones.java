package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;

/** Lists all milestones of a campaign. */
public final class ListMilestones {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Milestones milestones;

    ListMilestones(Transactions transactions, WorkGate gate, Milestones milestones) {
        this.transactions = transactions;
        this.gate = gate;
        this.milestones = milestones;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     */
    public record Query(Actor actor, CampaignId campaign) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return in their order
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public List<Milestone> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> milestones.list(gate.look(query.campaign()).id()));
    }
}
