package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The creators chosen for campaigns. Runs inside a transaction of the caller. */
public interface Shortlists {

    /**
     * Adds entries; creators who are on the list already stay as they are.
     *
     * @param entries version 1, all of one campaign
     * @return the entries that were added
     */
    List<ShortlistEntry> add(List<ShortlistEntry> entries);

    /**
     * Finds an entry.
     *
     * @param campaign the campaign
     * @param creator the creator
     * @return the entry, or empty
     */
    Optional<ShortlistEntry> find(CampaignId campaign, CreatorId creator);

    /**
     * Replaces an entry, unless somebody else was faster.
     *
     * @param entry the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(ShortlistEntry entry);

    /**
     * Removes an entry.
     *
     * @param campaign the campaign
     * @param creator the creator
     * @return false when there was none
     */
    boolean remove(CampaignId campaign, CreatorId creator);

    /**
     * A campaign's shortlist by the time the creators were added, those of one call by id.
     *
     * @param campaign the campaign
     * @param status only this status, empty for all
     * @param page which page
     * @return the entries
     */
    Page<ShortlistEntry> list(CampaignId campaign, Optional<ShortlistEntry.Status> status, PageRequest page);

    /**
     * Everybody on a campaign's shortlist.
     *
     * @param campaign the campaign
     * @return the creators' ids
     */
    Set<CreatorId> creators(CampaignId campaign);
}
