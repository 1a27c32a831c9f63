package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was measured, for good: rows are added and never changed. Runs inside a transaction of the caller. */
public interface MetricRows {

    /** How many rows a campaign may have. */
    int MOST = 100_000;

    /**
     * Which rows are wanted; empty parts mean any.
     *
     * @param level {@code campaign}, {@code creator} or {@code post}
     * @param post of this post
     * @param creator of this creator, not of the creator's posts
     * @param metric that have this one
     * @param source that come from there, exactly
     * @param from measured then or later
     * @param before measured earlier than that
     */
    record Filter(Optional<String> level, Optional<CampaignPostId> post, Optional<CreatorId> creator, Optional<Metric> metric,
            Optional<String> source, Optional<Instant> from, Optional<Instant> before) {
        /** Any row. */
        public static final Filter ANY = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /**
     * Adds rows.
     *
     * @param rows of the bound team's campaigns
     */
    void add(List<MetricRow> rows);

    /**
     * How many rows a campaign has. Until the transaction ends, nobody else adds any.
     *
     * @param campaign the campaign
     * @return the number
     */
    int lock(CampaignId campaign);

    /**
     * A campaign's rows, the latest measured first.
     *
     * @param campaign the campaign
     * @param filter which ones
     * @param page which page
     * @return the rows
     */
    Page<MetricRow> list(CampaignId campaign, Filter filter, PageRequest page);

    /**
     * All rows of a campaign.
     *
     * @param campaign the campaign
     * @return at most {@link #MOST}, in no particular order
     */
    List<MetricRow> all(CampaignId campaign);
}
