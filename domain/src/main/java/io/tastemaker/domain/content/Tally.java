package io.tastemaker.domain.content;

/**
 * The good and the bad of a text, added up.
 *
 * @param good the sum of what speaks well, 0 or more
 * @param bad the sum of what speaks ill, 0 or more
 * @param felt how many words and signs said either
 * @param exclamations how many exclamation marks, a row of them counted twice
 * @param words how many words
 */
record Tally(double good, double bad, int felt, int exclamations, int words) {

    /** Below it nobody would say that a text is more than a little moved. One plain good or bad word passes it, one faint word does not. */
    private static final double CLEAR = 0.25;

    private static final double PER_EXCLAMATION = 0.08;
    private static final int MOST_EXCLAMATIONS = 3;
    private static final double PER_FEELING = 0.15;
    private static final double PER_WORD = 0.005;

    /**
     * The mood.
     *
     * @param certainty of the language the text was read in, from 0 to 1
     */
    Sentiment mood(double certainty) {
        double sum = good - bad;
        double loud = PER_EXCLAMATION * Math.min(exclamations, MOST_EXCLAMATIONS);
        sum += sum < 0 ? -loud : loud;
        double score = sum / Math.sqrt(sum * sum + 1 + PER_FEELING * (good + bad) + PER_WORD * words);
        Mood mood = Math.abs(score) < CLEAR ? Mood.NEUTRAL : score > 0 ? Mood.POSITIVE : Mood.NEGATIVE;
        return new Sentiment(mood, score, confidence(mood, score) * certainty);
    }

    /** Where no word was understood nothing is known, whatever the label says. Words that contradict each other make no label surer. */
    private double confidence(Mood mood, double score) {
        if (felt == 0) {
            return 0;
        }
        double agreement = Math.abs(good - bad) / (good + bad + 0.1);
        return mood == Mood.NEUTRAL ? 0.3 + 0.2 * (1 - Math.abs(score) / CLEAR) : 0.2 + 0.25 * agreement + 0.45 * Math.abs(score);
    }
}
