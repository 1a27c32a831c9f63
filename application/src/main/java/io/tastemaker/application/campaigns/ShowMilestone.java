package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;

/** Shows a milestone of a campaign. */
public final class ShowMilestone {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Milestones milestones;

    ShowMilestone(Transactions transactions, WorkGate gate, Milestones milestones) {
        this.transactions = transactions;
        this.gate = gate;
        this.milestones = milestones;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param milestone which of its milestones
     */
    public record Query(Actor actor, CampaignId campaign, MilestoneId milestone) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the milestone
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such milestone
     */
    public Milestone handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> milestones.find(gate.look(query.campaign()).id(), query.milestone()))
                .orElseThrow(Refusal.NotFound::new);
    }
}
