package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

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
 * @param categories what the creator writes about
 * @param location where the creator lives
 * @param languages what the creator speaks
 * @param audienceLocation where the audience is
 * @param verified whether the platform vouches
 * @param lastPostOn day of the last post
 * @param hasEmail whether an address is known
 * @param email the address, of the team's own creators only
 * @param website the creator's page
 * @param avatarUrl a picture
 * @param unlocked whether the team may see everything
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
        Optional<Long> averageViews,
        Optional<Long> averageLikes,
        Optional<Long> averageComments,
        Optional<Long> averageShares,
        Optional<Long> averageEngagements,
        Optional<Long> totalViews,
        @About("A fraction: 0.034 is 3.4 %") Optional<BigDecimal> engagementRate,
        List<String> categories,
        Optional<String> location,
        List<String> languages,
        @About("Where the audience is, which says nothing about where the creator lives") Optional<String> audienceLocation,
        Optional<Boolean> verified,
        Optional<LocalDate> lastPostOn,
        boolean hasEmail,
        @About("Of the team's own creators only") Optional<String> email,
        Optional<String> website,
        Optional<String> avatarUrl,
        boolean unlocked,
        @About("Columns that were kept as they came, and from which nothing is computed") Map<String, String> raw,
        @About("How each fact came to be known") Map<String, ObservedJson> observed,
        Optional<Instant> observedAt) {

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

    static CreatorJson of(Creator creator) {
        boolean own = !creator.inCatalogue();
        Map<String, ObservedJson> observed = observed(creator);
        Optional<Instant> newest = observed.values().stream().map(ObservedJson::observedAt).max(Instant::compareTo);
        return new CreatorJson(
                creator.id().value(), creator.version(), own ? "team" : "catalogue",
                creator.handle().platform().code(), creator.handle().name(),
                fact(creator, Fact.NAME), fact(creator, Fact.BIOGRAPHY), fact(creator, Fact.FOLLOWERS), fact(creator, Fact.POSTS_COUNT),
                fact(creator, Fact.AVERAGE_VIEWS), fact(creator, Fact.AVERAGE_LIKES), fact(creator, Fact.AVERAGE_COMMENTS),
                fact(creator, Fact.AVERAGE_SHARES), fact(creator, Fact.AVERAGE_ENGAGEMENTS), fact(creator, Fact.TOTAL_VIEWS),
                creator.engagementRate().map(Observed::value).map(EngagementRate::fraction),
                codes(fact(creator, Fact.CATEGORIES).orElse(Set.of())), fact(creator, Fact.LOCATION).map(Place::code),
                fact(creator, Fact.LANGUAGES).orElse(Set.of()).stream().map(Language::code).sorted().toList(),
                fact(creator, Fact.AUDIENCE_LOCATION).map(Place::code), fact(creator, Fact.VERIFIED), fact(creator, Fact.LAST_POST_ON),
                fact(creator, Fact.EMAIL).isPresent(), fact(creator, Fact.EMAIL).filter(email -> own),
                fact(creator, Fact.WEBSITE), fact(creator, Fact.AVATAR_URL), own, own ? creator.raw() : Map.of(), observed, newest);
    }

    private static Map<String, ObservedJson> observed(Creator creator) {
        Map<String, ObservedJson> observed = new TreeMap<>();
        for (Fact<?> fact : creator.facts().kinds()) {
            creator.facts().get(fact).ifPresent(known -> observed.put(fact.code(), ObservedJson.of(known)));
        }
        creator.engagementRate().ifPresent(rate -> observed.put(Fact.DECLARED_ENGAGEMENT_RATE.code(), ObservedJson.of(rate)));
        return observed;
    }

    private static <T> Optional<T> fact(Creator creator, Fact<T> fact) {
        return creator.facts().value(fact);
    }

    private static List<String> codes(Collection<? extends Coded> words) {
        return words.stream().map(Coded::code).sorted().toList();
    }
}
