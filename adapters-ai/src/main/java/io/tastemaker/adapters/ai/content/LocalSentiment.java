package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The mood of a text: each label of the model is one. */
record LocalSentiment(List<Mood> labels) implements LocalTask {

    private static final Map<String, Mood> NAMES = Map.of(
            "negative", Mood.NEGATIVE, "neg", Mood.NEGATIVE,
            "neutral", Mood.NEUTRAL, "neu", Mood.NEUTRAL,
            "positive", Mood.POSITIVE, "pos", Mood.POSITIVE);

    static Optional<LocalTask> of(List<String> names, Path directory, Faults faults) {
        List<Mood> moods = names.stream().flatMap(name -> Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT))).stream()).toList();
        if (moods.size() != names.size() || !moods.contains(Mood.NEGATIVE) || !moods.contains(Mood.POSITIVE)) {
            faults.add(directory, "id2label of config.json must name negative, positive and perhaps neutral, and names " + names);
            return Optional.empty();
        }
        return Optional.of(new LocalSentiment(moods));
    }

    @Override
    public Task task() {
        return Task.SENTIMENT;
    }

    @Override
    public List<LocalSequence> sequences(String text) {
        return text.isBlank() ? List.of() : List.of(LocalSequence.of(LocalText.asTweet(text)));
    }

    @Override
    public Findings ofNothing() {
        return Findings.NOTHING.with(Sentiment.NEUTRAL);
    }

    @Override
    public Findings findings(List<double[]> logits) {
        double[] shares = Softmax.of(logits.getFirst());
        Map<Mood, Double> moods = new EnumMap<>(Mood.class);
        for (int label = 0; label < shares.length; label++) {
            moods.merge(labels.get(label), shares[label], Double::sum);
        }
        Map.Entry<Mood, Double> best = moods.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double score = Softmax.lead(moods.get(Mood.POSITIVE), moods.get(Mood.NEGATIVE));
        return Findings.NOTHING.with(new Sentiment(best.getKey(), score, Softmax.told(best.getValue())));
    }
}
