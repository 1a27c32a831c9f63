package io.tastemaker.domain.content;

import java.util.Optional;

/** Counts how posts feel. Scores are whole billionths, so that the order of the posts cannot show in a sum. */
final class MoodTally {

    private static final long ONE = 1_000_000_000;

    private final int[] moods = new int[Mood.values().length];
    private long scores;

    void add(Sentiment sentiment) {
        moods[sentiment.mood().ordinal()]++;
        scores += Math.round(sentiment.score() * ONE);
    }

    Optional<Sampled<ContentProfile.Moods>> moods() {
        int sample = of(Mood.POSITIVE) + of(Mood.NEUTRAL) + of(Mood.NEGATIVE);
        if (sample == 0) {
            return Optional.empty();
        }
        double mean = Rounded.thousandths(scores, sample * ONE);
        return Optional.of(new Sampled<>(new ContentProfile.Moods(mean, share(Mood.POSITIVE, sample), share(Mood.NEUTRAL, sample),
                share(Mood.NEGATIVE, sample)), sample));
    }

    private double share(Mood mood, int sample) {
        return Rounded.thousandths(of(mood), sample);
    }

    private int of(Mood mood) {
        return moods[mood.ordinal()];
    }
}
