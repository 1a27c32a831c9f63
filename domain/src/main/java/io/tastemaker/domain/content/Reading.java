package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read out of one text: of each task that was asked, its result with its origin. The three may come from three analysts.
 *
 * @param sentiment the mood
 * @param language the languages it may be
 * @param category the categories it may be
 */
public record Reading(Optional<Attributed<Sentiment>> sentiment, Optional<Attributed<Guess<Language>>> language,
        Optional<Attributed<Guess<Category>>> category) {

    /** Nothing was asked. */
    public static final Reading NONE = new Reading(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that nothing is missing. */
    public Reading {
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(category, "category");
    }

    /**
     * The origins of all results there are.
     *
     * @return none to three
     */
    public Stream<ProducedBy> origins() {
        return Stream.of(sentiment, language, category).flatMap(Optional::stream).map(Attributed::by);
    }

    /**
     * Whether a result comes from another analyst than the chosen one.
     *
     * @return true when at least one does
     */
    public boolean isFallback() {
        return origins().anyMatch(ProducedBy::isFallback);
    }

    /**
     * Whether a model took part, so that the reading counts as AI where AI is sold. What was meant to come from a model and did not, does
     * not count.
     *
     * @return true when a result comes from a model, and none is a fallback
     */
    public boolean isAi() {
        return origins().anyMatch(by -> by.model().isAi()) && !isFallback();
    }
}
