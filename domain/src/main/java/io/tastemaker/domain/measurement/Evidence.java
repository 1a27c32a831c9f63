package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a campaign's effect.
 *
 * @param posts the posts that count; rows of others are left out
 * @param platforms where its creators publish
 * @param rows what was measured, in any order; what is known of posts otherwise stands among them with its own source
 * @param links its tracked links
 * @param clicks how often they were followed
 * @param conversions the orders that came of it
 * @param spendings what was paid by its budget, at most one for a day and currency
 */
public record Evidence(
        List<CampaignPost> posts,
        Map<CreatorId, Platform> platforms,
        List<MetricRow> rows,
        List<TrackedLink> links,
        List<DayClicks> clicks,
        List<Conversion> conversions,
        List<Spending> spendings) {

    /** Copies all. */
    public Evidence {
        posts = List.copyOf(posts);
        platforms = Map.copyOf(platforms);
        rows = List.copyOf(rows);
        links = List.copyOf(links);
        clicks = List.copyOf(clicks);
        conversions = List.copyOf(conversions);
        spendings = List.copyOf(spendings);
    }
}
