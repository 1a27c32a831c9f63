package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Moods as {@code cardiffnlp/twitter-roberta-base-sentiment-latest} names them, and as its predecessor numbered them. */
final class MoodClassifier implements Classifier {

    private static final Map<String, Mood> MOODS = Map.of("negative", Mood.NEGATIVE, "neutral", Mood.NEUTRAL, "positive", Mood.POSITIVE,
            "label_0", Mood.NEGATIVE, "label_1", Mood.NEUTRAL, "label_2", Mood.POSITIVE);

    @Override
    public ObjectNode parameters() {
        return Json.object().put("top_k", MOODS.size() / 2).put("truncation", true);
    }

    /** The score is by how much the text is rather positive than negative; a server that gives the likeliest label alone keeps the rest back. */
    @Override
    public Optional<Findings> findings(Map<String, Double> scores) {
        Map<Mood, Double> moods = new EnumMap<>(Mood.class);
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            Optional<Mood> mood = Optional.ofNullable(MOODS.get(score.getKey().toLowerCase(Locale.ROOT)));
            if (mood.isEmpty() || moods.put(mood.get(), score.getValue()) != null) {
                return Optional.empty();
            }
        }
        double score = moods.getOrDefault(Mood.POSITIVE, 0.0) - moods.getOrDefault(Mood.NEGATIVE, 0.0);
        return moods.entrySet().stream().max(Map.Entry.comparingByValue())
                .map(best -> Findings.NOTHING.with(new Sentiment(best.getKey(), score, best.getValue())));
    }
}
