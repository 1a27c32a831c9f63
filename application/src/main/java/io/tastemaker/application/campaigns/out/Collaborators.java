package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Who works on campaigns besides those who run them all. Runs inside a transaction of the caller. */
public interface Collaborators {

    /**
     * Gives somebody a right, instead of the one the person may have had.
     *
     * @param collaborator a member of the bound team, on one of its campaigns
     */
    void put(Collaborator collaborator);

    /**
     * Finds somebody's right.
     *
     * @param campaign the campaign
     * @param user who
     * @return the right, or empty
     */
    Optional<Collaborator> find(CampaignId campaign, UserId user);

    /**
     * Takes somebody's right away.
     *
     * @param campaign the campaign
     * @param user who
     * @return false when there was none
     */
    boolean remove(CampaignId campaign, UserId user);

    /**
     * All of a campaign.
     *
     * @param campaign the campaign
     * @return in the order in which they were given a right, those of one moment by id
     */
    List<Collaborator> list(CampaignId campaign);
}
