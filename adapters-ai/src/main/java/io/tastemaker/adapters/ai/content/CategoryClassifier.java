package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Category;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Categories for a model that judges sentences, such as {@code facebook/bart-large-mnli}: each category is a phrase that makes a sentence with
 * the template, and is judged for itself.
 */
final class CategoryClassifier implements Classifier {

    private static final String SENTENCE = "This post is about {}.";

    /** Below it the model holds the sentence rather for false than for true. */
    private static final double RATHER_TRUE = 0.5;

    private static final Map<Category, String> PHRASES = phrases();
    private static final Map<String, Category> CATEGORIES = Arrays.stream(Category.values())
            .collect(Collectors.toUnmodifiableMap(PHRASES::get, Function.identity()));

    @Override
    public ObjectNode parameters() {
        ObjectNode parameters = Json.object().put("multi_label", true).put("hypothesis_template", SENTENCE);
        ArrayNode labels = parameters.putArray("candidate_labels");
        PHRASES.values().forEach(labels::add);
        return parameters;
    }

    @Override
    public Optional<Findings> findings(Map<String, Double> scores) {
        if (!scores.keySet().equals(CATEGORIES.keySet())) {
            return Optional.empty();
        }
        List<Likely<Category>> likely = scores.entrySet().stream().filter(score -> score.getValue() >= RATHER_TRUE)
                .map(score -> new Likely<>(CATEGORIES.get(score.getKey()), score.getValue())).toList();
        return Guesses.of(likely).map(Findings.NOTHING::withCategory);
    }

    private static Map<Category, String> phrases() {
        Map<Category, String> phrases = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            phrases.put(category, CategoryWords.of(category));
        }
        return Collections.unmodifiableMap(phrases);
    }
}
