package io.tastemaker.application.proposals;

import io.tastemaker.application.campaigns.ShowCampaign;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Terms;

/** Finds out whether the campaign that terms name is there. */
final class NamedCampaign {

    private final ShowCampaign showCampaign;

    NamedCampaign(ShowCampaign showCampaign) {
        this.showCampaign = showCampaign;
    }

    boolean exists(Actor actor, Terms terms) {
        if (terms.campaign().isEmpty()) {
            return true;
        }
        try {
            showCampaign.handle(new ShowCampaign.Query(actor, terms.campaign().get()));
            return true;
        } catch (Refusal.NotFound unknown) {
            return false; // what is not there is a fault of the terms, not of the proposal
        }
    }
}
