package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * All that is known about a creator, each fact with its source and time.
 *
 * @param id the creator
 * @param version as in the ETag
 * @param scope team or catalogue
 * @param platform where the creator publishes
 * @param handle the name there
 * @param name the name shown
 * @param biography the creator's own words
 * @param followers how many follow
 * @param postsCount how many posts there are
 * @param averageViews per post
 * @param averageLikes per post
 * @param averageComments per post
 * @param averageShares per post
 * @param averageEngagements per post, of all kinds
 * @param totalViews of all posts
 * @param engagementRate (likes + comments) / followers, or as declared
 * @param categories what the creator writes about, as it is declared
 * @param location where the creator lives
 * @param languages what the creator speaks, as it is declared
 * @param audienceLocation where the audience is
 * @param verified whether the platform vouches
 * @param lastPostOn day of the last post
 * @param contentCategories how the content is distributed, the largest share first
 * @param contentLanguages in which languages it is
 * @param contentSentiment how it feels
 * @param hasEmail whether an address is known
 * @param email the address, once the team may see it
 * @param website the creator's page
 * @param avatarUrl a picture
 * @param unlocked whether the team may see the full record
 * @param lockedFacts what is known and not shown
 * @param raw columns that were kept as they came
 * @param observed how each fact came to be known
 * @param observedAt when the newest fact was
 */
record CreatorJson(
        UUID id,
        @About("As in the ETag") long version,
        @About("team or catalogue") String scope,
        String platform,
        String handle,
        Optional<String> name,
        Optional<String> biography,
        Optional<Long> followers,
        Optional<Long> postsCount,
        @About(CreatorJson.FULL) Optional<Long> averageViews,
        @About(CreatorJson.FULL) Optional<Long> averageLikes,
        @About(CreatorJson.FULL) Optional<Long> averageComments,
        @About(CreatorJson.FULL) Optional<Long> averageShares,
        @About(CreatorJson.FULL) Optional<Long> averageEngagements,
        @About(CreatorJson.FULL) Optional<Long> totalViews,
        @About("A fraction: 0.034 is 3.4 %") Optional<BigDecimal> engagementRate,
        @About("As declared") List<String> categories,
        Optional<String> location,
        @About("As declared") List<String> languages,
        @About("Where the audience is, which says nothing about where the creator lives. Of the full record, once it is unlocked")
        Optional<String> audienceLocation,
        Optional<Boolean> verified,
        @About(CreatorJson.FULL) Optional<LocalDate> lastPostOn,
        @About("What the posts are about, as this program reads them, the largest share first; none while none was read. Where no "
                + "categories are declared, those of at least a fifth count in searches")
        List<CreatorShareJson> contentCategories,
        @About("The languages of the posts, as this program reads them; they count in searches where none are declared")
        List<String> contentLanguages,
        @About("The mean mood of the posts, as this program reads them, from -1 to 1. Of the full record, once it is unlocked")
        Optional<BigDecimal> contentSentiment,
        boolean hasEmail,
        @About("Once the address is unlocked, and of the team's own creators") Optional<String> email,
        @About(CreatorJson.FULL) Optional<String> website,
        Optional<String> avatarUrl,
        @About("Whether the team may see the full record; always of its own creators") boolean unlocked,
        @About("Facts that are known, and null here until the record or the address is unlocked") List<String> lockedFacts,
        @About("Of the team's own creators only. Columns that were kept as they came, and from which nothing is computed") Map<String, String> raw,
        @About("How each fact that is shown came to be known") Map<String, ObservedJson> observed,
        Optional<Instant> observedAt) {

    private static final String FULL = "Of the full record, once it is unlocked";

    /**
     * How a fact came to be known.
     *
     * @param kind measured, imported, estimated or inferred
     * @param source from where
     * @param observedAt when it was true
     */
    record ObservedJson(@About("measured, imported, estimated or inferred") String kind, String source, Instant observedAt) {
        static ObservedJson of(Observed<?> observed) {
            return new ObservedJson(observed.kind().code(), observed.source(), observed.observedAt());
        }
    }

    /**
     * How much of the content is about something.
     *
     * @param category about what
     * @param share of the content
     */
    record CreatorShareJson(String category, @About("A fraction, in whole percents: 0.62 is 62 %") BigDecimal share) {
        static List<CreatorShareJson> of(CategoryShares shares) {
            return shares.percents().entrySet().stream()
                    .map(share -> new CreatorShareJson(share.getKey().code(), BigDecimal.valueOf(share.getValue(), 2))).toList();
        }
    }

    /** A team's own creator, of which it sees everything. */
    static CreatorJson ofOwn(Creator creator) {
        return of(creator, Disclosure.ALL);
    }

    static CreatorJson of(Creator creator, Disclosure open) {
        boolean own = !creator.inCatalogue();
        ShownCreator shown = new ShownCreator(creator, open);
        return new CreatorJson(
                creator.id().value(), creator.version(), own ? "team" : "catalogue",
                creator.handle().platform().code(), creator.handle().name(),
                shown.fact(Fact.NAME), shown.fact(Fact.BIOGRAPHY), shown.fact(Fact.FOLLOWERS), shown.fact(Fact.POSTS_COUNT),
                shown.fact(Fact.AVERAGE_VIEWS), shown.fact(Fact.AVERAGE_LIKES), shown.fact(Fact.AVERAGE_COMMENTS),
                shown.fact(Fact.AVERAGE_SHARES), shown.fact(Fact.AVERAGE_ENGAGEMENTS), shown.fact(Fact.TOTAL_VIEWS),
                creator.engagementRate().map(Observed::value).map(EngagementRate::fraction),
                codes(shown.fact(Fact.CATEGORIES), Coded::code), shown.fact(Fact.LOCATION).map(Place::code),
                codes(shown.fact(Fact.LANGUAGES), Language::code),
                shown.fact(Fact.AUDIENCE_LOCATION).map(Place::code), shown.fact(Fact.VERIFIED), shown.fact(Fact.LAST_POST_ON),
                shown.fact(Fact.CONTENT_CATEGORIES).map(CreatorShareJson::of).orElse(List.of()),
                codes(shown.fact(Fact.CONTENT_LANGUAGES), Language::code), shown.fact(Fact.CONTENT_SENTIMENT).map(MoodScore::score),
                creator.facts().value(Fact.EMAIL).isPresent(), shown.fact(Fact.EMAIL), shown.fact(Fact.WEBSITE),
                shown.fact(Fact.AVATAR_URL), open.record(), shown.locked(), own ? creator.raw() : Map.of(), shown.observed(), shown.newest());
    }

    /** The version as the answer names it: what is unlocked changes the answer, and not the creator. */
    static String etag(Creator creator, Disclosure open) {
        String more = !creator.inCatalogue() ? "" : (open.record() ? "-record" : "") + (open.email() ? "-email" : "");
        return "\"" + creator.version() + more + "\"";
    }

    private static <T> List<String> codes(Optional<Set<T>> words, Function<? super T, String> code) {
        return words.orElse(Set.of()).stream().map(code).sorted().toList();
    }
}
