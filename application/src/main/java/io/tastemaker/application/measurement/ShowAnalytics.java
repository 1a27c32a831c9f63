package io.tastemaker.application.measurement;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.measurement.CampaignAnalytics;
import io.tastemaker.domain.measurement.Comparison;
import io.tastemaker.domain.measurement.Prediction;
import io.tastemaker.domain.measurement.Window;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows what a campaign did, number by number, and beside it what was predicted when its creators were chosen. */
public final class ShowAnalytics {

    private final Records records;

    ShowAnalytics(Records records) {
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
     * What is shown.
     *
     * @param analytics what was measured
     * @param comparison what was predicted beside what was measured
     */
    public record Shown(CampaignAnalytics analytics, Comparison comparison) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the numbers
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Shown handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CAMPAIGNS);
        Records.Gathered gathered = records.gather(actor.team(), query.campaign());
        CampaignAnalytics analytics = CampaignAnalytics.of(gathered.evidence(), query.window(), gathered.currency());
        return new Shown(analytics, Comparison.of(predictions(gathered.shortlist()), analytics));
    }

    /** What the receipts say by which the creators were chosen; nothing of those who were chosen by hand. */
    private static Map<CreatorId, Optional<Prediction>> predictions(Map<CreatorId, ShortlistEntry> shortlist) {
        Map<CreatorId, Optional<Prediction>> all = new LinkedHashMap<>();
        shortlist.forEach((creator, entry) -> all.put(creator, entry.pick().flatMap(pick -> prediction(creator, pick.score()))));
        return all;
    }

    private static Optional<Prediction> prediction(CreatorId creator, ScoreReceipt receipt) {
        return receipt.of(Factor.FOLLOWER_FIT).raw().filter(followers -> followers.signum() >= 0)
                .map(followers -> new Prediction(creator, followers, receipt.of(Factor.ENGAGEMENT).raw().filter(rate -> rate.signum() >= 0)));
    }
}
