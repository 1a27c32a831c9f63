package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/**
 * The deliverables of campaigns. Who is taken off a campaign's shortlist is named by none of them any more, and they go with their campaign.
 * Runs inside a transaction of the caller.
 */
public interface Deliverables {

    /**
     * Adds a deliverable.
     *
     * @param deliverable version 1, of a campaign of the bound team, from nobody or somebody on its shortlist
     */
    void add(Deliverable deliverable);

    /**
     * Finds a deliverable.
     *
     * @param campaign the campaign
     * @param id which of its deliverables
     * @return the deliverable, or empty
     */
    Optional<Deliverable> find(CampaignId campaign, DeliverableId id);

    /**
     * Replaces a deliverable, unless somebody else was faster.
     *
     * @param deliverable the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Deliverable deliverable);

    /**
     * Removes a deliverable with the comments on it, unless somebody changed it.
     *
     * @param deliverable as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Deliverable deliverable);

    /**
     * How many a campaign has.
     *
     * @param campaign the campaign
     * @return 0 or more
     */
    int count(CampaignId campaign);

    /**
     * A campaign's deliverables, the oldest first.
     *
     * @param campaign the campaign
     * @param state only in this state, empty for all
     * @param page which page
     * @return the deliverables
     */
    Page<Deliverable> list(CampaignId campaign, Optional<Deliverable.State> state, PageRequest page);
}
