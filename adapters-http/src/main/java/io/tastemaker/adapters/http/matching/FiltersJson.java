package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hard filters: all of them must hold, any value within one is enough, and a creator whose value is unknown does not pass. */
public record FiltersJson(
        @About("On one of these platforms") Optional<@Entries(min = 1, max = 20) List<@Word(Vocabulary.PLATFORM) String>> platforms,
        @About("Living in one of these places") Optional<@Entries(min = 1, max = 500) List<@Word(Vocabulary.PLACE) String>> locations,
        @About("About one of these, as it is declared, else as at least a fifth of the content is")
        Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.CATEGORY) String>> categories,
        @About("In one of these languages, as they are declared, else as the content is")
        Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.LANGUAGE) String>> languages,
        @About("Followers or subscribers") Optional<CountRangeJson> followers,
        @About("(mean likes + mean comments) / followers, a fraction") Optional<RatioRangeJson> engagementRate,
        @About("Whether the platform vouches") Optional<Boolean> verified,
        @About("Posted within so many days; frozen to a date") Optional<@Between(min = "1", max = "3650") Integer> lastPostWithinDays,
        @NotYet Optional<Object> unlocked,
        @About("Saying one of these in name, handle, biography or captions; several words are found one after the other")
        Optional<@Entries(min = 1, max = 20) List<@Length(max = 100) String>> keywords,
        @About("Saying all of these in name, handle, biography or captions, in one place or in several")
        Optional<@Entries(min = 1, max = 20) List<@Length(max = 100) String>> keywordsAll,
        @About("Using one of these hashtags, with or without the #")
        Optional<@Entries(min = 1, max = 20) List<@Length(max = 100) String>> hashtags,
        @About("Naming one of these accounts, with or without the @")
        Optional<@Entries(min = 1, max = 20) List<@Length(max = 100) String>> mentions,
        @About("Whether an address is known") Optional<Boolean> hasEmail,
        @NotYet Optional<Object> credibility,
        @NotYet Optional<Object> accountType,
        @NotYet Optional<Object> hasSponsoredPosts,
        @About("Posts published") Optional<CountRangeJson> postsCount,
        @About("Mean likes of a post") Optional<CountRangeJson> averageLikes,
        @About("Mean comments of a post") Optional<CountRangeJson> averageComments,
        @About("Mean views of a post") Optional<CountRangeJson> averageViews,
        @NotYet Optional<Object> growth,
        @About("The mean mood of the posts") Optional<MoodRangeJson> sentiment,
        @About("With enough content about one of these, whatever is declared")
        Optional<@Entries(min = 1, max = 50) List<LeastShareJson>> contentCategories,
        @About("Like one of these creators") Optional<@Entries(min = 1, max = 20) List<UUID>> similarTo,
        @NotYet Optional<Object> audience,
        @About("None of these") Optional<ExcludeJson> exclude) {

    /** No filter. */
    public static final FiltersJson NONE = new FiltersJson(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Who is not wanted. */
    public record ExcludeJson(
            @About("These creators") Optional<@Entries(min = 1, max = 500) List<UUID>> creatorIds,
            @About("Accounts of these names, on any platform")
            Optional<@Entries(min = 1, max = 500) List<@Length(max = 101) String>> handles,
            @About("About any of these") Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.CATEGORY) String>> categories,
            @NotYet Optional<Object> listIds,
            @About("On the shortlist of one of these campaigns") Optional<@Entries(min = 1, max = 20) List<UUID>> campaignIds) {}

    /** A range of fractions, inclusive. */
    public record RatioRangeJson(
            @About("The least, inclusive") Optional<@Between(min = "0", max = "1000", decimals = 6) BigDecimal> min,
            @About("The most, inclusive") Optional<@Between(min = "0", max = "1000", decimals = 6) BigDecimal> max) {
        /** Checks that the ends do not cross. */
        public RatioRangeJson {
            if (min.isEmpty() && max.isEmpty()) {
                throw new IllegalArgumentException("must have min or max");
            }
            if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
                throw new IllegalArgumentException("min must not exceed max");
            }
        }
    }

    /** A range of moods, inclusive. */
    public record MoodRangeJson(
            @About("The least, inclusive; -1 is wholly negative") Optional<@Between(min = "-1", max = "1", decimals = 2) BigDecimal> min,
            @About("The most, inclusive; 1 is wholly positive") Optional<@Between(min = "-1", max = "1", decimals = 2) BigDecimal> max) {
        /** Checks that the ends do not cross. */
        public MoodRangeJson {
            if (min.isEmpty() && max.isEmpty()) {
                throw new IllegalArgumentException("must have min or max");
            }
            if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
                throw new IllegalArgumentException("min must not exceed max");
            }
        }
    }

    /** A category and how much of the content is about it at least. */
    public record LeastShareJson(
            @About("About what") @Word(Vocabulary.CATEGORY) String category,
            @About("The least share of the content, a fraction in whole percents; 0 for any at all")
            @Default("0.25") @Between(min = "0", max = "1", decimals = 2) BigDecimal minShare) {}
}
