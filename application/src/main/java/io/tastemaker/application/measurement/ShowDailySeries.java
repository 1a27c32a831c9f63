package io.tastemaker.application.measurement;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.DailySeries;
import io.tastemaker.domain.measurement.Window;
import io.tastemaker.domain.shared.CampaignId;

/** Shows what a campaign gained day by day. */
public final class ShowDailySeries {

    private final Records records;

    ShowDailySeries(Records records) {
        this.records = records;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign of which campaign
     * @param window which days
     */
    public record Query(Actor actor, CampaignId campaign, Window window) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return one row for each day
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public DailySeries handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        Records.Gathered gathered = records.gather(query.actor().team(), query.campaign());
        return DailySeries.of(gathered.evidence(), query.window(), gathered.currency());
    }
}
