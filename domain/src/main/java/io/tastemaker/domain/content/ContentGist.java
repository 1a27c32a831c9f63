package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a creator can be searched for because of the content. Each of the three is empty where it would rest on fewer than
 * {@value ContentProfiling#LEAST_POSTS} posts.
 *
 * @param percents how the content is distributed over categories: shares in percent, rounded half up, those of at least 1
 * @param languages in which languages the content is: each with a share of at least {@value #LEAST_LANGUAGE_SHARE}, so five at most, and
 *     found on at least {@value ContentProfiling#LEAST_POSTS} posts
 * @param mood the mean mood, -100 to 100 hundredths, rounded half away from zero
 */
public record ContentGist(Map<Category, Integer> percents, Set<Language> languages, Optional<Integer> mood) {

    /** The least share of a language in which somebody publishes. */
    public static final double LEAST_LANGUAGE_SHARE = 0.2;

    /** Copies the collections. */
    public ContentGist {
        Map<Category, Integer> copy = new EnumMap<>(Category.class);
        copy.putAll(percents);
        percents = Collections.unmodifiableMap(copy);
        languages = Set.copyOf(languages);
        Objects.requireNonNull(mood, "mood");
    }

    /**
     * Takes it out of a profile.
     *
     * @param profile the profile
     * @return its gist, empty where the profile says too little
     */
    public static ContentGist of(ContentProfile profile) {
        Map<Category, Integer> percents = enough(profile.categories()).stream().flatMap(List::stream)
                .collect(Collectors.toMap(Share::value, share -> Rounded.whole(share.share(), 100)));
        percents.values().removeIf(percent -> percent < 1);
        return new ContentGist(percents, languages(profile), enough(profile.mood()).map(mood -> Rounded.whole(mood.meanScore(), 100)));
    }

    private static Set<Language> languages(ContentProfile profile) {
        return profile.languages().map(Sampled::value).stream().flatMap(List::stream)
                .filter(share -> share.share() >= LEAST_LANGUAGE_SHARE && share.posts() >= ContentProfiling.LEAST_POSTS)
                .map(Share::value).collect(Collectors.toSet());
    }

    private static <T> Optional<T> enough(Optional<Sampled<T>> known) {
        return known.filter(sampled -> sampled.sample() >= ContentProfiling.LEAST_POSTS).map(Sampled::value);
    }

    /**
     * What the content is about.
     *
     * @return the categories that make up at least a fifth ({@link ContentProfiling#LEAST_CATEGORY_SHARE}) of it, rounded to
     *     percents; five at most, none for who publishes about everything once
     */
    public Set<Category> categories() {
        return percents.entrySet().stream().filter(share -> share.getValue() >= 100 * ContentProfiling.LEAST_CATEGORY_SHARE)
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }
}
