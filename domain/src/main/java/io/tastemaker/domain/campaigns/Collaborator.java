package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody of the team who works on a campaign.
 *
 * @param campaign on which campaign
 * @param user who
 * @param right what the person may do in it
 * @param addedBy the label of the actor who gave the right
 * @param addedAt when
 */
public record Collaborator(CampaignId campaign, UserId user, Right right, String addedBy, Instant addedAt) {

    /** How many people one campaign can have. */
    public static final int MOST = 200;

    /** Checks that nothing is missing. */
    public Collaborator {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("collaborators." + user + ".right", right);
    }
}
