package io.tastemaker.adapters.ai.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Answers as real models behind the two APIs do, but always alike. */
final class PlausibleModels {

    private static final String[] MOODS = {"negative", "neutral", "positive"};

    private PlausibleModels() {}

    static StandInReply to(Asked asked) {
        try {
            return StandInReply.json(200, (asked.path().endsWith("/chat/completions") ? chat(asked.json()) : classified(asked)).toString());
        } catch (IllegalArgumentException noQuestion) {
            return StandInReply.json(400, StandInJson.object().put("error", noQuestion.getMessage()).toString());
        }
    }

    private static JsonNode chat(JsonNode question) {
        String instructions = question.path("messages").path(0).path("content").asText();
        ArrayNode items = StandInJson.array();
        for (JsonNode post : StandInJson.read(question.path("messages").path(1).path("content").asText())) {
            ObjectNode item = items.addObject();
            item.set("ref", post.path("ref"));
            String text = post.path("text").asText();
            if (instructions.contains("\"sentiment\"")) {
                item.set("sentiment", sentiment(Keywords.moods(text)));
            }
            if (instructions.contains("\"language\":")) {
                item.set("language", likely(Keywords.languages(text)));
            }
            if (instructions.contains("\"category\"")) {
                item.set("category", likely(Keywords.categories(text)));
            }
        }
        return StandInModels.completion(StandInJson.object().set("items", items).toString());
    }

    private static ObjectNode sentiment(double[] moods) {
        int best = best(moods);
        double score = moods[2] - moods[0];
        return StandInJson.object().put("mood", MOODS[best]).put("score", score).put("confidence", moods[best]);
    }

    /** The middle one unless another one is clearly ahead. */
    private static int best(double[] moods) {
        int ahead = moods[2] >= moods[0] ? 2 : 0;
        return moods[ahead] > moods[1] ? ahead : 1;
    }

    private static ArrayNode likely(Map<String, Double> values) {
        ArrayNode list = StandInJson.array();
        values.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(3)
                .forEach(value -> list.addObject().put("code", value.getKey()).put("confidence", value.getValue()));
        return list;
    }

    private static JsonNode classified(Asked asked) {
        JsonNode inputs = asked.json().path("inputs");
        if (!inputs.isTextual() || inputs.textValue().isEmpty()) {
            throw new IllegalArgumentException("`inputs` must be a text that is not empty");
        }
        JsonNode labels = asked.json().path("parameters").path("candidate_labels");
        if (labels.isArray()) {
            return judged(inputs.textValue(), labels);
        }
        return StandInJson.array().add(scored(asked.path().contains("language")
                ? Keywords.languages(inputs.textValue()) : named(Keywords.moods(inputs.textValue()))));
    }

    private static Map<String, Double> named(double[] moods) {
        Map<String, Double> named = new TreeMap<>();
        for (int mood = 0; mood < MOODS.length; mood++) {
            named.put(MOODS[mood], moods[mood]);
        }
        return named;
    }

    private static ArrayNode scored(Map<String, Double> scores) {
        ArrayNode list = StandInJson.array();
        scores.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(score -> list.addObject().put("label", score.getKey()).put("score", score.getValue()));
        return list;
    }

    /** A phrase that has the name of a category in it is as likely as the category. */
    private static ArrayNode judged(String text, JsonNode labels) {
        Map<String, Double> known = Keywords.categories(text);
        Map<String, Double> scores = new TreeMap<>();
        labels.forEach(label -> scores.put(label.asText(), known.entrySet().stream()
                .filter(category -> label.asText().toLowerCase(Locale.ROOT).matches(".*\\b" + category.getKey() + "\\b.*"))
                .mapToDouble(Map.Entry::getValue).max().orElse(0.02)));
        return scored(scores);
    }
}
