package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists the deliverables of a campaign, the oldest first. */
public final class ListDeliverables {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Deliverables deliverables;

    ListDeliverables(Transactions transactions, WorkGate gate, Deliverables deliverables) {
        this.transactions = transactions;
        this.gate = gate;
        this.deliverables = deliverables;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param state only in this state, empty for all
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, Optional<Deliverable.State> state, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the deliverables
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<Deliverable> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> deliverables.list(gate.look(query.campaign()).id(), query.state(), query.page()));
    }
}
