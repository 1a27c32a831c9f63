package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists what was measured, the latest first. */
public final class ListMetricRows {

    private final Transactions transactions;
    private final MetricRows rows;
    private final Roster roster;

    ListMetricRows(Transactions transactions, MetricRows rows, Roster roster) {
        this.transactions = transactions;
        this.rows = rows;
        this.roster = roster;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign of which campaign
     * @param filter which rows
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, MetricRows.Filter filter, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the rows
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<MetricRow> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        roster.campaign(query.actor().team(), query.campaign());
        return transactions.reading(query.actor(), () -> rows.list(query.campaign(), query.filter(), query.page()));
    }
}
