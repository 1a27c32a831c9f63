package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads labels and their scores out of the shapes in which classifiers answer. */
final class Scores {

    private static final String LABEL = "label";
    private static final String LABELS = "labels";

    private Scores() {}

    /** Empty unless there are labels, each with one score from 0 to 1. */
    static Optional<Map<String, Double>> of(JsonNode answer) {
        JsonNode said = unwrapped(answer);
        Map<String, Double> scores = new LinkedHashMap<>();
        boolean whole = said.isObject() ? columns(said, scores) : rows(said, scores);
        return Optional.of(scores).filter(all -> whole && !all.isEmpty());
    }

    /** A list of the answers to all texts, of which there is one, may stand around. */
    private static JsonNode unwrapped(JsonNode answer) {
        boolean wrapped = answer.isArray() && answer.size() == 1 && (answer.get(0).isArray() || answer.get(0).has(LABELS));
        return wrapped ? answer.get(0) : answer;
    }

    private static boolean rows(JsonNode said, Map<String, Double> scores) {
        for (JsonNode row : said) {
            if (!put(row.path(LABEL), row.path("score"), scores)) {
                return false;
            }
        }
        return said.isArray();
    }

    private static boolean columns(JsonNode said, Map<String, Double> scores) {
        JsonNode labels = said.path(LABELS);
        JsonNode numbers = said.path("scores");
        for (int row = 0; row < labels.size(); row++) {
            if (!put(labels.path(row), numbers.path(row), scores)) {
                return false;
            }
        }
        return labels.isArray() && numbers.isArray() && labels.size() == numbers.size();
    }

    private static boolean put(JsonNode label, JsonNode score, Map<String, Double> scores) {
        Optional<Double> share = Numbers.share(score);
        return label.isTextual() && share.isPresent() && scores.put(label.textValue(), share.get()) == null;
    }
}
