package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A creator entered by hand.
 *
 * @param platform where the creator publishes
 * @param handle the name there
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
record NewCreatorJson(
        @About("Where the creator publishes") @Word(Vocabulary.PLATFORM) String platform,
        @About("The name there, with or without @") @Length(max = 101) String handle,
        Optional<@Length(max = 200) String> name,
        Optional<@Length(max = 5_000) String> biography,
        Optional<@Between(min = "0", max = MOST_FOLLOWERS) Long> followers,
        Optional<@Between(min = "0", max = MOST_POSTS) Long> postsCount,
        Optional<@Between(min = "0", max = MOST_VIEWS) Long> averageViews,
        Optional<@Between(min = "0", max = MOST_REACTIONS) Long> averageLikes,
        Optional<@Between(min = "0", max = MOST_REACTIONS) Long> averageComments,
        @About("A fraction: 0.034 is 3.4 %") Optional<@Between(min = "0", max = "1000", decimals = 6) BigDecimal> engagementRate,
        Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.CATEGORY) String>> categories,
        Optional<@Word(Vocabulary.PLACE) String> location,
        Optional<@Entries(min = 1, max = 20) List<@Word(Vocabulary.LANGUAGE) String>> languages,
        Optional<@Word(Vocabulary.PLACE) String> audienceLocation,
        Optional<Boolean> verified,
        Optional<LocalDate> lastPostOn,
        Optional<@Length(max = 254) @Matches(value = NewCreatorJson.EMAIL, says = NewCreatorJson.EMAIL_SAYS) String> email,
        Optional<@Length(max = 2_000) @Matches(value = NewCreatorJson.WEB, says = NewCreatorJson.WEB_SAYS) String> website,
        Optional<@Length(max = 2_000) @Matches(value = NewCreatorJson.WEB, says = NewCreatorJson.WEB_SAYS) String> avatarUrl) {

    // As many as an imported list may say.
    static final String MOST_FOLLOWERS = "10000000000";
    static final String MOST_POSTS = "1000000000";
    static final String MOST_VIEWS = "100000000000";
    static final String MOST_REACTIONS = "10000000000";
    static final String EMAIL = "[^\\s@]{1,64}@[^\\s@]{1,189}";
    static final String EMAIL_SAYS = "an e-mail address";
    static final String WEB = "https?://[^\\s/?#]+[^\\s]*";
    static final String WEB_SAYS = "an address that begins with https:// or http://";
}
