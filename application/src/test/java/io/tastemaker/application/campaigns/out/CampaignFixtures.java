package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Campaigns to test with. */
public final class CampaignFixtures {

    private CampaignFixtures() {}

    /** A brief with everything in it. */
    public static Brief fullBrief() {
        return new Brief(
                "Vegan skin care for women in Brazil",
                Optional.of("https://shop.example.com"),
                Optional.of(Range.of(10_000L, 500_000L)),
                Set.of(Platform.INSTAGRAM, Platform.TIKTOK),
                Set.of(Place.ofCountry("BR"), Place.find("US-CA").orElseThrow()),
                Set.of(Category.BEAUTY),
                Optional.of(Money.of("12000.00", "BRL")),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)));
    }

    /** A brief with nothing but text in it. */
    public static Brief bareBrief() {
        return new Brief("", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** A draft with a new id. */
    public static Campaign draft(TeamId team, Instant createdAt) {
        return named("Spring serum", team, createdAt);
    }

    /** A draft with a new id and a name. */
    public static Campaign named(String name, TeamId team, Instant createdAt) {
        return Campaign.draft(new CampaignId(SeededIds.next()), team, name, fullBrief(), "user:ana", createdAt);
    }

    /** A campaign with another name and brief, which may be changed so. */
    public static Campaign changed(Campaign campaign, String name, Brief brief, Instant now) {
        return ((Campaign.Change.Changed) campaign.change(name, brief, now)).campaign();
    }
}
