package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What this program concludes about a creator from the posts. What has no basis is empty.
 *
 * @param categories how the content is distributed over categories
 * @param languages the languages of the content, none when they are unknown
 * @param sentiment the mean mood of the posts
 */
public record ContentFacts(Optional<CategoryShares> categories, Set<Language> languages, Optional<MoodScore> sentiment) {

    /** Nothing could be concluded. */
    public static final ContentFacts NONE = new ContentFacts(Optional.empty(), Set.of(), Optional.empty());

    /** How long the same conclusion is not written down again: it shall neither grow stale nor make a version whenever it is drawn. */
    static final Duration HOLDS = Duration.ofDays(30);

    /** Copies the set and checks that nothing is missing. */
    public ContentFacts {
        Objects.requireNonNull(categories, "categories");
        Objects.requireNonNull(sentiment, "sentiment");
        languages = Set.copyOf(languages);
    }

    /** The facts with these in place of all earlier conclusions; without those that have no basis any more. */
    Facts into(Facts facts, String source, Instant at) {
        Facts next = put(facts, Fact.CONTENT_CATEGORIES, categories, source, at);
        next = put(next, Fact.CONTENT_LANGUAGES, Optional.of(languages).filter(some -> !some.isEmpty()), source, at);
        return put(next, Fact.CONTENT_SENTIMENT, sentiment, source, at);
    }

    private static <T> Facts put(Facts facts, Fact<T> fact, Optional<T> value, String source, Instant at) {
        return value.map(found -> facts.with(fact, new Observed<>(found, Observed.Kind.INFERRED, source, at)))
                .orElseGet(() -> facts.without(fact));
    }

    /** Whether a conclusion that says the same need not be written down. */
    static boolean holds(Observed<?> before, Observed<?> now) {
        return before.value().equals(now.value()) && before.source().equals(now.source())
                && now.observedAt().isBefore(before.observedAt().plus(HOLDS));
    }
}
