package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A whole campaign as it is sent to create or replace one.
 *
 * @param name its name
 * @param type what kind of campaign
 * @param brandId whose campaign
 * @param websiteUrl what it is about
 * @param brief what is wanted, in words
 * @param followerRange how many followers a creator should have
 * @param targetPlatforms where creators should publish
 * @param targetLocations where they should live
 * @param targetCategories what they should write about
 * @param budget what may be spent
 * @param startsOn first day
 * @param endsOn last day
 * @param config settings of its type
 */
record CampaignDraftJson(
        @About("1 to 200 characters") @Length(max = 200) String name,
        @About("What kind of campaign") @Default("creator") @OneOf({"creator"}) String type,
        @NotYet Optional<Object> brandId,
        @About("What it is about")
        Optional<@Length(max = 2_000) @Matches(value = CampaignDraftJson.WEB, says = CampaignDraftJson.WEB_SAYS) String> websiteUrl,
        @About("What is wanted, in words") Optional<@Length(min = 0, max = 10_000) String> brief,
        @About("How many followers a creator should have") Optional<CountRangeJson> followerRange,
        @About("Where creators should publish") Optional<@Entries(max = 20) List<@Word(Vocabulary.PLATFORM) String>> targetPlatforms,
        @About("Where they should live") Optional<@Entries(max = 500) List<@Word(Vocabulary.PLACE) String>> targetLocations,
        @About("What they should write about") Optional<@Entries(max = 50) List<@Word(Vocabulary.CATEGORY) String>> targetCategories,
        @About("What may be spent; no ranking factor") Optional<MoneyJson> budget,
        @About("First day") Optional<LocalDate> startsOn,
        @About("Last day") Optional<LocalDate> endsOn,
        @About("Settings of its type: this type has none") Optional<NoConfigJson> config) {

    static final String WEB = "https?://[^\\s/?#]+[^\\s]*";
    static final String WEB_SAYS = "an address that begins with https:// or http://";

    /** The settings of a campaign of type creator. */
    record NoConfigJson() {}

    /** Checks the dates. */
    CampaignDraftJson {
        if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
            throw new IllegalArgumentException("ends_on must not be before starts_on");
        }
    }
}
