package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A campaign as the API shows it.
 *
 * @param id its id
 * @param version as in its ETag
 * @param status where it is in its life
 * @param name its name
 * @param type what kind of campaign
 * @param brandId whose campaign; always null in this version
 * @param websiteUrl what it is about
 * @param brief what is wanted, in words
 * @param followerRange how many followers a creator should have
 * @param targetPlatforms where creators should publish
 * @param targetLocations where they should live
 * @param targetCategories what they should write about
 * @param budget what may be spent
 * @param startsOn first day
 * @param endsOn last day
 * @param config settings of its type; empty in this version
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedAt last change
 * @param launchedAt when it was launched
 */
public record CampaignJson(
        UUID id,
        @About("As in the ETag") long version,
        @About("draft, active, paused, completed or archived") String status,
        String name,
        String type,
        Optional<UUID> brandId,
        Optional<String> websiteUrl,
        String brief,
        Optional<CountRangeJson> followerRange,
        List<String> targetPlatforms,
        List<String> targetLocations,
        List<String> targetCategories,
        Optional<MoneyJson> budget,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        Map<String, Object> config,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> launchedAt) {

    /**
     * Shows a campaign.
     *
     * @param campaign the campaign
     * @return its record
     */
    public static CampaignJson of(Campaign campaign) {
        Brief brief = campaign.brief();
        return new CampaignJson(
                campaign.id().value(), campaign.version(), campaign.status().code(), campaign.name(), campaign.kind().code(),
                Optional.empty(), brief.website(), brief.text(),
                brief.followers().map(range -> new CountRangeJson(range.min(), range.max())),
                codes(brief.platforms()), brief.locations().stream().map(Place::code).sorted().toList(), codes(brief.categories()),
                brief.budget().map(MoneyJson::of), brief.startsOn(), brief.endsOn(), Map.of(),
                campaign.createdBy(), campaign.createdAt(), campaign.updatedAt(), campaign.launchedAt());
    }

    /**
     * Where a campaign is found.
     *
     * @param campaign the campaign
     * @return below the base, such as {@code /campaigns/0195…}
     */
    public static String location(Campaign campaign) {
        return "/campaigns/" + campaign.id();
    }

    private static List<String> codes(Collection<? extends Coded> words) {
        return words.stream().map(Coded::code).sorted().toList();
    }
}
