package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A change of what is known about a creator, as a JSON Merge Patch.
 *
 * @param name the name shown
 * @param biography the creator's own words
 * @param followers how many follow
 * @param postsCount how many posts there are
 * @param averageViews per post
 * @param averageLikes per post
 * @param averageComments per post
 * @param engagementRate as declared
 * @param categories what the creator writes about
 * @param location where the creator lives
 * @param languages what the creator speaks
 * @param audienceLocation where the audience is
 * @param verified whether the platform vouches
 * @param lastPostOn day of the last post
 * @param email the address
 * @param website the creator's page
 * @param avatarUrl a picture
 */
record CreatorPatchJson(
        Field<@Length(max = 200) String> name,
        Field<@Length(max = 5_000) String> biography,
        Field<@Between(min = "0", max = NewCreatorJson.MOST_FOLLOWERS) Long> followers,
        Field<@Between(min = "0", max = NewCreatorJson.MOST_POSTS) Long> postsCount,
        Field<@Between(min = "0", max = NewCreatorJson.MOST_VIEWS) Long> averageViews,
        Field<@Between(min = "0", max = NewCreatorJson.MOST_REACTIONS) Long> averageLikes,
        Field<@Between(min = "0", max = NewCreatorJson.MOST_REACTIONS) Long> averageComments,
        @About("A fraction: 0.034 is 3.4 %") Field<@Between(min = "0", max = "1000", decimals = 6) BigDecimal> engagementRate,
        Field<@Entries(min = 1, max = 50) List<@Word(Vocabulary.CATEGORY) String>> categories,
        Field<@Word(Vocabulary.PLACE) String> location,
        Field<@Entries(min = 1, max = 20) List<@Word(Vocabulary.LANGUAGE) String>> languages,
        Field<@Word(Vocabulary.PLACE) String> audienceLocation,
        Field<Boolean> verified,
        Field<LocalDate> lastPostOn,
        Field<@Length(max = 254) @Matches(value = NewCreatorJson.EMAIL, says = NewCreatorJson.EMAIL_SAYS) String> email,
        Field<@Length(max = 2_000) @Matches(value = NewCreatorJson.WEB, says = NewCreatorJson.WEB_SAYS) String> website,
        Field<@Length(max = 2_000) @Matches(value = NewCreatorJson.WEB, says = NewCreatorJson.WEB_SAYS) String> avatarUrl) {}
