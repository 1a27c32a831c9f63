package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.DayClicks;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.util.List;
import java.util.Optional;

/** Tracked links of campaigns, and how often they were followed. Runs inside a transaction of the caller. */
public interface TrackedLinks {

    /**
     * Adds a link.
     *
     * @param link of the bound team's campaign
     */
    void add(TrackedLink link);

    /**
     * Finds a link.
     *
     * @param campaign of which campaign
     * @param id the id
     * @return the link, or empty
     */
    Optional<TrackedLink> find(CampaignId campaign, TrackedLinkId id);

    /**
     * Finds a link by its code.
     *
     * @param campaign of which campaign
     * @param code the code
     * @return the link, archived or not, or empty
     */
    Optional<TrackedLink> findByCode(CampaignId campaign, String code);

    /**
     * Keeps that a link is archived.
     *
     * @param link as it is now
     */
    void archive(TrackedLink link);

    /**
     * A link and how often it was followed in all.
     *
     * @param link the link
     * @param clicks the number
     */
    record Followed(TrackedLink link, long clicks) {}

    /**
     * A campaign's links, the newest first.
     *
     * @param campaign the campaign
     * @param page which page
     * @return the links, archived ones too
     */
    Page<Followed> list(CampaignId campaign, PageRequest page);

    /**
     * All links of a campaign.
     *
     * @param campaign the campaign
     * @return at most {@link TrackedLink#MOST}, archived ones too
     */
    List<TrackedLink> all(CampaignId campaign);

    /**
     * How often the links of a campaign were followed, day by day.
     *
     * @param campaign the campaign
     * @return days on which they were, in no particular order
     */
    List<DayClicks> allClicks(CampaignId campaign);
}
