package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.WorkRulebooks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;

/** Shows what holds for the work of a campaign. */
public final class ShowWorkRules {

    private final Transactions transactions;
    private final WorkGate gate;
    private final WorkRulebooks rulebooks;

    ShowWorkRules(Transactions transactions, WorkGate gate, WorkRulebooks rulebooks) {
        this.transactions = transactions;
        this.gate = gate;
        this.rulebooks = rulebooks;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     */
    public record Query(Actor actor, CampaignId campaign) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the rules
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public WorkRules handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            CampaignId campaign = gate.look(query.campaign()).id();
            return rulebooks.find(campaign).orElseGet(() -> WorkRules.of(campaign));
        });
    }
}
