package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Which rankings came of which campaigns. Runs inside a transaction of the caller. */
public interface Matches {

    /**
     * Adds a match; a campaign that gave this ranking before keeps the first record.
     *
     * @param match the match, of a campaign of the bound team
     */
    void add(CampaignMatch match);

    /**
     * Finds a match.
     *
     * @param campaign the campaign
     * @param ranking what came of it
     * @return the match, or empty
     */
    Optional<CampaignMatch> find(CampaignId campaign, RankingId ranking);

    /**
     * A campaign's matches, the newest first.
     *
     * @param campaign the campaign
     * @param page which page
     * @return the matches
     */
    Page<CampaignMatch> list(CampaignId campaign, PageRequest page);
}
