package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The posts that count for campaigns. Runs inside a transaction of the caller. */
public interface CampaignPosts {

    /**
     * Puts posts in. One whose platform and key are there stays as it is; one that was taken out comes back under its old id.
     *
     * @param posts of the bound team, no two of one campaign, platform and key
     * @return those that are new or came back, with the ids they have
     */
    List<CampaignPost> put(List<CampaignPost> posts);

    /**
     * Finds a post that counts.
     *
     * @param campaign of which campaign
     * @param id the id
     * @return the post, or empty when there is none or it was taken out
     */
    Optional<CampaignPost> find(CampaignId campaign, CampaignPostId id);

    /**
     * Takes a post out; its id stays its own.
     *
     * @param campaign of which campaign
     * @param id the id
     * @param at the time
     * @return false when it did not count
     */
    boolean remove(CampaignId campaign, CampaignPostId id, Instant at);

    /**
     * A campaign's posts by the time they were added, those of one call by id.
     *
     * @param campaign the campaign
     * @param creator only this creator's, empty for all
     * @param page which page
     * @return those that count
     */
    Page<CampaignPost> list(CampaignId campaign, Optional<CreatorId> creator, PageRequest page);

    /**
     * All posts that count for a campaign.
     *
     * @param campaign the campaign
     * @return at most {@link CampaignPost#MOST}, in no particular order
     */
    List<CampaignPost> all(CampaignId campaign);
}
