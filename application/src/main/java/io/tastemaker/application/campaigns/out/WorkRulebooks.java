package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import java.util.Optional;

/** What holds for the work of campaigns, where somebody said so. Runs inside a transaction of the caller. */
public interface WorkRulebooks {

    /**
     * Finds a campaign's rules.
     *
     * @param campaign the campaign
     * @return the rules; empty when nobody said anything, which means {@link WorkRules#of}
     */
    Optional<WorkRules> find(CampaignId campaign);

    /**
     * Replaces a campaign's rules, unless somebody else was faster.
     *
     * @param rules the next version, of a campaign of the bound team
     * @return false when the version that holds is not the one before, and then nothing was written
     */
    boolean replace(WorkRules rules);
}
