package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import jakarta.inject.Inject;

/**
 * What other contexts do with a shortlist inside transactions of their own. Apart from {@link CampaignUseCases}, whose use cases open theirs.
 *
 * @param seeShortlisted shows a campaign and who stands where
 * @param moveShortlisted moves creators on the list
 */
public record ShortlistUseCases(SeeShortlisted seeShortlisted, MoveShortlisted moveShortlisted) {

    /** Builds them from the driven ports. */
    @Inject
    public ShortlistUseCases(Campaigns campaigns, Shortlists shortlists) {
        this(new SeeShortlisted(campaigns, shortlists), new MoveShortlisted(shortlists));
    }
}
