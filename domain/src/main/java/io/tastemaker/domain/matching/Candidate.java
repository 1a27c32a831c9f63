package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What ranking needs to know of one creator. The facts that a score rests on come with their provenance, of which the catalogue keeps
 * the kind and the day. Counts above {@link Measure#MOST} are kept as that, posts before 1970 as of its first day, and an empty set is
 * an unknown one.
 *
 * @param id the creator's id
 * @param owner whose record it is
 * @param handle platform and name
 * @param platformKind how the platform came to be known
 * @param followers followers or subscribers
 * @param engagementRate (mean likes + mean comments) / followers
 * @param categories what the creator is about, as {@link Creator#categories} tells: as it is declared, else inferred from the content
 * @param location where the creator lives
 * @param languages in which languages, as {@link Creator#languages} tells
 * @param verified whether the platform has verified the account
 * @param lastPostOn the day of the latest post
 * @param hasEmail whether an address is on record; always known, since it is about the record
 * @param postsCount posts published
 * @param averageLikes mean likes of a post
 * @param averageComments mean comments of a post
 * @param averageViews mean views of a post
 * @param contentCategories how the content is distributed over categories; for filters only
 * @param sentiment the mean mood of the posts; for filters only
 * @param card what a list shows of the creator; moves no score
 */
public record Candidate(
        CreatorId id,
        TeamId owner,
        Handle handle,
        Observed.Kind platformKind,
        Optional<Observed<Long>> followers,
        Optional<Observed<EngagementRate>> engagementRate,
        Optional<Observed<Set<Category>>> categories,
        Optional<Observed<Place>> location,
        Optional<Observed<Set<Language>>> languages,
        Optional<Boolean> verified,
        Optional<LocalDate> lastPostOn,
        boolean hasEmail,
        Optional<Long> postsCount,
        Optional<Long> averageLikes,
        Optional<Long> averageComments,
        Optional<Long> averageViews,
        Optional<CategoryShares> contentCategories,
        Optional<MoodScore> sentiment,
        Card card) {

    /** What {@link #of(Creator)} reads of a creator; whoever loads candidates needs no other facts. */
    public static final Set<Fact<?>> FACTS = Set.of(
            Fact.FOLLOWERS, Fact.AVERAGE_LIKES, Fact.AVERAGE_COMMENTS, Fact.AVERAGE_ENGAGEMENTS, Fact.AVERAGE_VIEWS,
            Fact.DECLARED_ENGAGEMENT_RATE, Fact.CATEGORIES, Fact.LOCATION, Fact.LANGUAGES, Fact.VERIFIED, Fact.LAST_POST_ON, Fact.EMAIL,
            Fact.POSTS_COUNT, Fact.CONTENT_CATEGORIES, Fact.CONTENT_LANGUAGES, Fact.CONTENT_SENTIMENT, Fact.NAME, Fact.AVATAR_URL);

    private static final String SOURCE = "embedding";

    /** Bounds the counts, copies the sets and checks that nothing is missing. */
    public Candidate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(platformKind, "platformKind");
        Objects.requireNonNull(engagementRate, "engagementRate");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(verified, "verified");
        Objects.requireNonNull(contentCategories, "contentCategories");
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(card, "card");
        followers = followers.map(known -> known.with(count(known.value())));
        categories = categories.filter(known -> !known.value().isEmpty()).map(known -> known.with(Set.copyOf(known.value())));
        languages = languages.filter(known -> !known.value().isEmpty()).map(known -> known.with(Set.copyOf(known.value())));
        lastPostOn = lastPostOn.map(Candidate::day);
        postsCount = postsCount.map(Candidate::count);
        averageLikes = averageLikes.map(Candidate::count);
        averageComments = averageComments.map(Candidate::count);
        averageViews = averageViews.map(Candidate::count);
    }

    /** A day as catalogues keep it, in 16 bits of which one value stands for no day. */
    static LocalDate day(LocalDate any) {
        return LocalDate.ofEpochDay(Math.clamp(any.toEpochDay(), 0, Character.MAX_VALUE - 1));
    }

    private static Long count(Long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a count is at least 0: " + value);
        }
        return Math.min(value, Measure.MOST);
    }

    /**
     * What ranking needs of a creator.
     *
     * @param creator the creator
     * @return the candidate
     */
    public static Candidate of(Creator creator) {
        Observed.Kind platformKind =
                creator.handleKind() == Observed.Kind.MEASURED ? Observed.Kind.MEASURED : Observed.Kind.IMPORTED;
        return new Candidate(creator.id(), creator.owner(), creator.handle(), platformKind,
                creator.facts().get(Fact.FOLLOWERS), creator.engagementRate(), creator.categories(),
                creator.facts().get(Fact.LOCATION), creator.languages(), creator.facts().value(Fact.VERIFIED),
                creator.facts().value(Fact.LAST_POST_ON), creator.facts().value(Fact.EMAIL).isPresent(),
                creator.facts().value(Fact.POSTS_COUNT), creator.facts().value(Fact.AVERAGE_LIKES),
                creator.facts().value(Fact.AVERAGE_COMMENTS), creator.facts().value(Fact.AVERAGE_VIEWS),
                creator.facts().value(Fact.CONTENT_CATEGORIES), creator.facts().value(Fact.CONTENT_SENTIMENT), Card.of(creator.facts()));
    }

    /**
     * A candidate of whom only the account is known, for those who rank their own creators; the other facts are added by the
     * {@code with} methods. The id is derived from platform and name.
     *
     * @param platform where
     * @param name the handle, as {@link Handle#read} accepts it
     * @return the candidate, in the shared catalogue
     * @throws IllegalArgumentException when the name is no handle
     */
    public static Candidate of(Platform platform, String name) {
        Handle handle = Handle.read(platform, name).orElseThrow(() -> new IllegalArgumentException("no handle: " + name));
        CreatorId id = new CreatorId(UUID.nameUUIDFromBytes(handle.toString().getBytes(StandardCharsets.UTF_8)));
        return new Candidate(id, TeamId.CATALOGUE, handle, Observed.Kind.IMPORTED, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Card.NONE);
    }

    /**
     * With a follower count.
     *
     * @param count at least 0
     * @param on the day on which it was so
     * @return the candidate with this fact
     */
    public Candidate withFollowers(long count, LocalDate on) {
        return new Candidate(id, owner, handle, platformKind, stated(count, on), engagementRate, categories, location, languages,
                verified, lastPostOn, hasEmail, postsCount, averageLikes, averageComments, averageViews, contentCategories, sentiment, card);
    }

    /**
     * With an engagement rate.
     *
     * @param fraction a decimal fraction such as {@code 0.034} for 3.4 %
     * @param on the day on which it was so
     * @return the candidate with this fact
     */
    public Candidate withEngagementRate(String fraction, LocalDate on) {
        return new Candidate(id, owner, handle, platformKind, followers, stated(EngagementRate.of(new BigDecimal(fraction)), on),
                categories, location, languages, verified, lastPostOn, hasEmail, postsCount, averageLikes, averageComments, averageViews,
                contentCategories, sentiment, card);
    }

    /**
     * With categories.
     *
     * @param known at least one
     * @param on the day on which it was so
     * @return the candidate with this fact
     */
    public Candidate withCategories(Set<Category> known, LocalDate on) {
        return new Candidate(id, owner, handle, platformKind, followers, engagementRate, stated(known, on), location, languages,
                verified, lastPostOn, hasEmail, postsCount, averageLikes, averageComments, averageViews, contentCategories, sentiment, card);
    }

    /**
     * With a place.
     *
     * @param code of a country or region, such as {@code BR-SP}
     * @param on the day on which it was so
     * @return the candidate with this fact
     * @throws IllegalArgumentException when there is no such place
     */
    public Candidate withLocation(String code, LocalDate on) {
        Place place = Place.find(code).orElseThrow(() -> new IllegalArgumentException("no place: " + code));
        return new Candidate(id, owner, handle, platformKind, followers, engagementRate, categories, stated(place, on), languages,
                verified, lastPostOn, hasEmail, postsCount, averageLikes, averageComments, averageViews, contentCategories, sentiment, card);
    }

    /**
     * With what the posts are about and how they feel; changes no other fact, the categories neither.
     *
     * @param shares how the content is distributed over categories
     * @param mood the mean mood of the posts
     * @return the candidate with these facts
     */
    public Candidate withContent(CategoryShares shares, MoodScore mood) {
        return new Candidate(id, owner, handle, platformKind, followers, engagementRate, categories, location, languages, verified,
                lastPostOn, hasEmail, postsCount, averageLikes, averageComments, averageViews, Optional.of(shares), Optional.of(mood), card);
    }

    /**
     * Where the creator publishes.
     *
     * @return the platform of the handle
     */
    public Platform platform() {
        return handle.platform();
    }

    private static <T> Optional<Observed<T>> stated(T value, LocalDate on) {
        return Optional.of(new Observed<>(value, Observed.Kind.IMPORTED, SOURCE, startOf(on)));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
