package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** A team's campaigns. Runs inside a transaction of the caller. */
public interface Campaigns {

    /**
     * Adds a campaign.
     *
     * @param campaign version 1
     */
    void add(Campaign campaign);

    /**
     * Finds a campaign.
     *
     * @param id the id
     * @return the campaign, or empty
     */
    Optional<Campaign> find(CampaignId id);

    /**
     * Replaces a campaign, unless somebody else was faster.
     *
     * @param campaign the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Campaign campaign);

    /**
     * Removes a campaign with its matches and shortlist, unless somebody changed it.
     *
     * @param campaign as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Campaign campaign);

    /**
     * The team's campaigns, the newest first.
     *
     * @param status only this status, empty for all
     * @param text only those whose name contains this text, without regard to case; blank for all
     * @param page which page
     * @return the campaigns
     */
    Page<Campaign> list(Optional<Campaign.Status> status, String text, PageRequest page);

    /**
     * Adds the record of a step.
     *
     * @param transition the step, of a campaign of the bound team
     */
    void add(Transition transition);

    /**
     * The steps of a campaign, the newest first.
     *
     * @param campaign the campaign
     * @param page which page
     * @return the steps
     */
    Page<Transition> transitions(CampaignId campaign, PageRequest page);
}
