package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change of a campaign, as a JSON Merge Patch.
 *
 * @param name its name
 * @param type cannot be changed; naming the type it has is no fault
 * @param brandId whose campaign
 * @param websiteUrl what it is about
 * @param brief what is wanted, in words
 * @param followerRange how many followers a creator should have; its members are patched too
 * @param targetPlatforms where creators should publish
 * @param targetLocations where they should live
 * @param targetCategories what they should write about
 * @param budget what may be spent; replaced as a whole
 * @param startsOn first day
 * @param endsOn last day
 * @param config settings of its type
 */
record CampaignPatchJson(
        @About("1 to 200 characters") @Kept Field<@Length(max = 200) String> name,
        @About("Cannot be changed") @Kept Field<@OneOf({"creator"}) String> type,
        @NotYet Optional<Object> brandId,
        @About("What it is about")
        Field<@Length(max = 2_000) @Matches(value = CampaignDraftJson.WEB, says = CampaignDraftJson.WEB_SAYS) String> websiteUrl,
        @About("What is wanted, in words") Field<@Length(min = 0, max = 10_000) String> brief,
        @About("How many followers a creator should have") Field<FollowerRangePatchJson> followerRange,
        @About("Where creators should publish") Field<@Entries(max = 20) List<@Word(Vocabulary.PLATFORM) String>> targetPlatforms,
        @About("Where they should live") Field<@Entries(max = 500) List<@Word(Vocabulary.PLACE) String>> targetLocations,
        @About("What they should write about") Field<@Entries(max = 50) List<@Word(Vocabulary.CATEGORY) String>> targetCategories,
        @About("What may be spent; no ranking factor") Field<MoneyJson> budget,
        @About("First day") Field<LocalDate> startsOn,
        @About("Last day") Field<LocalDate> endsOn,
        @About("Settings of its type: this type has none") Optional<CampaignDraftJson.NoConfigJson> config) {

    /**
     * A change of the range; RFC 7396 patches objects within objects.
     *
     * @param min the least
     * @param max the most
     */
    record FollowerRangePatchJson(
            @About("The least, inclusive") Field<@Between(min = "0") Long> min,
            @About("The most, inclusive") Field<@Between(min = "0") Long> max) {

        CountRangeJson over(Optional<CountRangeJson> current) {
            return new CountRangeJson(min.over(current.flatMap(CountRangeJson::min)), max.over(current.flatMap(CountRangeJson::max)));
        }
    }
}
