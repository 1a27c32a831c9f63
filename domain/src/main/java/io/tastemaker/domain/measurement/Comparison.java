package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CreatorId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was predicted of the creators' posts beside what was measured of them.
 *
 * @param creators one for each creator of the shortlist, in the order of their ids
 * @param engagements in all, over the creators of whom both is known
 * @param reach in all, over the creators of whom both is known
 */
public record Comparison(List<OfCreator> creators, Line engagements, Line reach) {

    /** Copies the list. */
    public Comparison {
        creators = List.copyOf(creators);
    }

    /**
     * A creator.
     *
     * @param creator who
     * @param posts how many posts of the campaign are the creator's; the prediction is for so many
     * @param engagements predicted and measured
     * @param reach predicted and measured
     */
    public record OfCreator(CreatorId creator, int posts, Line engagements, Line reach) {}

    /**
     * One number, predicted and measured.
     *
     * @param predicted the estimate, empty when there is none
     * @param measured what came, empty when nobody measured it
     * @param difference measured less predicted, where both are known
     * @param ratio the difference as a fraction of the prediction, with six decimals; empty also when 0 was predicted
     * @param creators how many creators are in it
     * @param lack what is missing: {@code no_prediction}, {@code no_posts}, {@code no_engagement_rate}, {@code no_measurement}; empty when nothing is
     */
    public record Line(
            Optional<Band> predicted,
            Optional<BigDecimal> measured,
            Optional<BigDecimal> difference,
            Optional<BigDecimal> ratio,
            int creators,
            Optional<String> lack) {

        private static Line of(Optional<Band> predicted, Optional<BigDecimal> measured, int creators, String noPrediction) {
            if (predicted.isEmpty() || measured.isEmpty()) {
                String lack = predicted.isEmpty() ? noPrediction : "no_measurement";
                return new Line(predicted, measured, Optional.empty(), Optional.empty(), creators, Optional.of(lack));
            }
            BigDecimal expected = predicted.get().mid();
            BigDecimal difference = measured.get().subtract(expected);
            Optional<BigDecimal> ratio =
                    expected.signum() > 0 ? Optional.of(difference.divide(expected, 6, RoundingMode.HALF_UP)) : Optional.empty();
            return new Line(predicted, measured, Optional.of(difference), ratio, creators, Optional.empty());
        }

        private boolean isWhole() {
            return predicted.isPresent() && measured.isPresent();
        }
    }

    /**
     * Compares.
     *
     * @param predictions for each creator of the shortlist what was predicted, empty when nothing was
     * @param analytics what was measured
     * @return the comparison
     */
    public static Comparison of(Map<CreatorId, Optional<Prediction>> predictions, CampaignAnalytics analytics) {
        List<OfCreator> creators = new ArrayList<>();
        predictions.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> creators.add(creator(entry.getKey(), entry.getValue(), analytics)));
        return new Comparison(creators, sum(creators, OfCreator::engagements), sum(creators, OfCreator::reach));
    }

    private static OfCreator creator(CreatorId creator, Optional<Prediction> prediction, CampaignAnalytics analytics) {
        Optional<CampaignAnalytics.Part> part = analytics.creators().stream().filter(each -> each.creator().equals(Optional.of(creator))).findFirst();
        int posts = part.map(CampaignAnalytics.Part::posts).orElse(0);
        Optional<Prediction> usable = prediction.filter(there -> posts > 0);
        String lack = prediction.isEmpty() ? "no_prediction" : posts == 0 ? "no_posts" : "no_engagement_rate";
        return new OfCreator(creator, posts,
                Line.of(usable.flatMap(there -> there.engagements(posts)), measured(part, Indicator.ENGAGEMENTS), 1, lack),
                Line.of(usable.map(there -> there.reach(posts)), measured(part, Indicator.REACH), 1, lack));
    }

    private static Optional<BigDecimal> measured(Optional<CampaignAnalytics.Part> part, Indicator indicator) {
        return part.flatMap(there -> there.figures().get(indicator).value());
    }

    private static Line sum(List<OfCreator> creators, Function<OfCreator, Line> which) {
        List<Line> whole = creators.stream().map(which).filter(Line::isWhole).toList();
        Optional<Band> predicted = whole.stream().map(line -> line.predicted().orElseThrow()).reduce(Band::plus);
        Optional<BigDecimal> measured = whole.stream().map(line -> line.measured().orElseThrow()).reduce(BigDecimal::add);
        return Line.of(predicted, measured, whole.size(), "no_prediction");
    }
}
