package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import java.time.Instant;
import java.util.Objects;

/**
 * That a campaign's brief was matched against the catalogue: a record of which ranking came of it.
 *
 * @param campaign the campaign
 * @param campaignVersion the version of the campaign whose brief was matched
 * @param ranking what came of it, kept for good
 * @param total how many creators were ranked
 * @param matchedBy the label of the actor
 * @param matchedAt when
 */
public record CampaignMatch(
        CampaignId campaign, long campaignVersion, RankingId ranking, int total, String matchedBy, Instant matchedAt) {

    /** Checks that nothing is missing. */
    public CampaignMatch {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(matchedBy, "matchedBy");
        Objects.requireNonNull(matchedAt, "matchedAt");
    }
}
