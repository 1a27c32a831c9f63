package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Traits;
import java.util.Objects;

/**
 * What holds for the work of a campaign.
 *
 * @param campaign of which campaign
 * @param version 1 until somebody changes them, one more with every change
 * @param selfApproval whether who handed work in may approve it, too
 */
public record WorkRules(CampaignId campaign, long version, boolean selfApproval) {

    /** Checks the version. */
    public WorkRules {
        Objects.requireNonNull(campaign, "campaign");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * What holds as long as nobody said otherwise: four eyes.
     *
     * @param campaign of which campaign
     * @return rules that forbid self-approval
     */
    public static WorkRules of(CampaignId campaign) {
        return new WorkRules(campaign, 1, false);
    }

    /**
     * Other rules.
     *
     * @param nowSelfApproval whether who handed work in may approve it
     * @return the next version
     */
    public WorkRules changed(boolean nowSelfApproval) {
        return new WorkRules(campaign, version + 1, nowSelfApproval);
    }

    /**
     * What the audit log shows of them.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("work_rules.self_approval", selfApproval);
    }
}
