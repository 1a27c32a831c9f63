package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.shared.CampaignId;
import java.util.UUID;

/** A campaign in a path. */
record CampaignPath(@About("The campaign") UUID campaignId) {
    CampaignId id() {
        return new CampaignId(campaignId);
    }
}
