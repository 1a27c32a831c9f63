package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is preferred: it moves the score and excludes nobody. An empty part says nothing.
 *
 * @param platforms where to publish
 * @param locations where to live
 * @param categories what to publish about
 * @param languages in which languages; one of them makes a creator as near as a neighbouring country does
 * @param followers how many followers to have
 */
public record Preferences(
        Set<Platform> platforms,
        Set<Place> locations,
        Set<Category> categories,
        Set<Language> languages,
        Optional<FollowerAim> followers) {

    /** Nothing in particular. */
    public static final Preferences NONE = new Preferences(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    /** Copies the sets. */
    public Preferences {
        platforms = Set.copyOf(platforms);
        locations = Set.copyOf(locations);
        categories = Set.copyOf(categories);
        languages = Set.copyOf(languages);
        Objects.requireNonNull(followers, "followers");
    }

    /**
     * With other platforms.
     *
     * @param wanted where to publish
     * @return these preferences with the platforms
     */
    public Preferences withPlatforms(Platform... wanted) {
        return new Preferences(Set.of(wanted), locations, categories, languages, followers);
    }

    /**
     * With other places.
     *
     * @param wanted where to live
     * @return these preferences with the places
     */
    public Preferences withLocations(Place... wanted) {
        return new Preferences(platforms, Set.of(wanted), categories, languages, followers);
    }

    /**
     * With other categories.
     *
     * @param wanted what to publish about
     * @return these preferences with the categories
     */
    public Preferences withCategories(Category... wanted) {
        return new Preferences(platforms, locations, Set.of(wanted), languages, followers);
    }

    /**
     * With other languages.
     *
     * @param wanted in which languages
     * @return these preferences with the languages
     */
    public Preferences withLanguages(Language... wanted) {
        return new Preferences(platforms, locations, categories, Set.of(wanted), followers);
    }

    /**
     * With another number of followers.
     *
     * @param aim how many
     * @return these preferences with the aim
     */
    public Preferences withFollowers(FollowerAim aim) {
        return new Preferences(platforms, locations, categories, languages, Optional.of(aim));
    }

    /** Where this says nothing, what a filter demands is preferred too. */
    Preferences orElse(Collection<HardFilter> filters) {
        Preferences result = this;
        for (HardFilter filter : filters) {
            result = switch (filter) {
                case HardFilter.Platforms same when platforms.isEmpty() ->
                        new Preferences(same.any(), result.locations, result.categories, result.languages, result.followers);
                case HardFilter.Locations same when locations.isEmpty() ->
                        new Preferences(result.platforms, same.any(), result.categories, result.languages, result.followers);
                case HardFilter.Categories same when categories.isEmpty() ->
                        new Preferences(result.platforms, result.locations, same.any(), result.languages, result.followers);
                case HardFilter.Languages same when languages.isEmpty() ->
                        new Preferences(result.platforms, result.locations, result.categories, same.any(), result.followers);
                case HardFilter.Count same when followers.isEmpty() && same.measure() == Measure.FOLLOWERS ->
                        result.withFollowers(FollowerAim.within(same.range()));
                case HardFilter other -> result;
            };
        }
        return result;
    }

    @Override
    public String toString() {
        return "platforms=" + list(platforms, Coded::code) + ";locations=" + list(locations, Place::code)
                + ";categories=" + list(categories, Coded::code) + ";languages=" + list(languages, Language::code)
                + ";followers=" + followers.map(FollowerAim::toString).orElse("");
    }

    private static <T> String list(Collection<T> values, Function<? super T, String> text) {
        return values.stream().map(text).sorted().collect(Collectors.joining(","));
    }
}
