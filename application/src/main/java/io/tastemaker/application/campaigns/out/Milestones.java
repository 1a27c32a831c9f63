package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import java.util.List;
import java.util.Optional;

/** The milestones of campaigns, which go with their campaign. Runs inside a transaction of the caller. */
public interface Milestones {

    /**
     * Adds a milestone.
     *
     * @param milestone version 1, of a campaign of the bound team
     */
    void add(Milestone milestone);

    /**
     * Finds a milestone.
     *
     * @param campaign the campaign
     * @param id which of its milestones
     * @return the milestone, or empty
     */
    Optional<Milestone> find(CampaignId campaign, MilestoneId id);

    /**
     * Replaces a milestone, unless somebody else was faster.
     *
     * @param milestone the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Milestone milestone);

    /**
     * Removes a milestone, unless somebody changed it.
     *
     * @param milestone as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Milestone milestone);

    /**
     * All of a campaign.
     *
     * @param campaign the campaign
     * @return in their {@linkplain Milestone#ORDER order}
     */
    List<Milestone> list(CampaignId campaign);
}
