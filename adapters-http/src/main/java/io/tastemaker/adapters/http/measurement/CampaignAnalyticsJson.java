package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.application.measurement.ShowAnalytics;
import io.tastemaker.domain.measurement.Band;
import io.tastemaker.domain.measurement.CampaignAnalytics;
import io.tastemaker.domain.measurement.Comparison;
import io.tastemaker.domain.measurement.Figure;
import io.tastemaker.domain.measurement.Indicator;
import io.tastemaker.domain.measurement.Prediction;
import io.tastemaker.domain.shared.CreatorId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a campaign did. */
record CampaignAnalyticsJson(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        @About("In which money is added up: the budget's, else the only one that occurs; null when there is none or several") Optional<String> currency,
        @About("How many posts count for the campaign") int posts,
        @About("How many stored rows told something in these days") int rows,
        FiguresJson figures,
        @About("The same for each creator, and last for what belongs to none") List<CreatorPartJson> creators,
        @About("Cost and revenue in other currencies; they are in no other number") List<OtherMoneyJson> otherMoney,
        @About("What was predicted when the creators were chosen, beside what was measured") PredictionComparisonJson comparison) {

    record FigureJson(
            @About("A count, or a fraction; null when something it needs is missing, which is not 0") Optional<BigDecimal> value,
            @About("Name and version of the formula") String formula,
            @About("How many stored rows it rests on") int rows,
            @About("Of how many of the campaign's posts something is in it") int posts,
            @About("Why it is null: no_ or zero_ and what is missing") Optional<String> lack) {

        static FigureJson of(Figure figure) {
            return new FigureJson(figure.value(), figure.formula(), figure.rows(), figure.posts(), figure.lack());
        }
    }

    record MoneyFigureJson(
            @About("A decimal string; null when something it needs is missing, which is not 0") Optional<String> amount,
            Optional<String> currency,
            @About("The least that is reasonable, of an estimate") Optional<String> low,
            @About("The most that is reasonable, of an estimate") Optional<String> high,
            @About("Name and version of the formula") String formula,
            @About("How many stored rows it rests on") int rows,
            @About("Of how many of the campaign's posts something is in it") int posts,
            @About("Why it is null: no_ or zero_ and what is missing") Optional<String> lack) {

        static MoneyFigureJson of(Figure figure) {
            return new MoneyFigureJson(figure.value().map(BigDecimal::toPlainString), figure.currency().map(Currency::getCurrencyCode),
                    figure.band().map(band -> band.low().toPlainString()), figure.band().map(band -> band.high().toPlainString()), figure.formula(),
                    figure.rows(), figure.posts(), figure.lack());
        }
    }

    record FiguresJson(
            FigureJson reach,
            FigureJson impressions,
            FigureJson views,
            FigureJson likes,
            FigureJson comments,
            FigureJson shares,
            FigureJson saves,
            @About("Likes, comments, shares and saves") FigureJson engagements,
            @About("Engagements for each person reached, else impression, else view; the formula says which") FigureJson engagementRate,
            FigureJson clicks,
            FigureJson clickThroughRate,
            FigureJson conversions,
            FigureJson conversionRate,
            @About("By the budget, where anything was spent by it, else by rows of metrics; the formula says which") MoneyFigureJson cost,
            MoneyFigureJson revenue,
            MoneyFigureJson costPerMille,
            MoneyFigureJson costPerView,
            MoneyFigureJson costPerEngagement,
            MoneyFigureJson costPerClick,
            MoneyFigureJson costPerConversion,
            @About("(revenue - cost) / cost") FigureJson roi,
            @About("revenue / cost") FigureJson roas,
            @About("What the attention would have cost, had it been bought; an estimate with its bounds") MoneyFigureJson earnedMediaValue) {

        static FiguresJson of(Map<Indicator, Figure> all) {
            return new FiguresJson(count(all, Indicator.REACH), count(all, Indicator.IMPRESSIONS), count(all, Indicator.VIEWS),
                    count(all, Indicator.LIKES), count(all, Indicator.COMMENTS), count(all, Indicator.SHARES), count(all, Indicator.SAVES),
                    count(all, Indicator.ENGAGEMENTS), count(all, Indicator.ENGAGEMENT_RATE), count(all, Indicator.CLICKS),
                    count(all, Indicator.CLICK_THROUGH_RATE), count(all, Indicator.CONVERSIONS), count(all, Indicator.CONVERSION_RATE),
                    money(all, Indicator.COST), money(all, Indicator.REVENUE), money(all, Indicator.COST_PER_MILLE), money(all, Indicator.COST_PER_VIEW),
                    money(all, Indicator.COST_PER_ENGAGEMENT), money(all, Indicator.COST_PER_CLICK), money(all, Indicator.COST_PER_CONVERSION),
                    count(all, Indicator.ROI), count(all, Indicator.ROAS), money(all, Indicator.EARNED_MEDIA_VALUE));
        }

        private static FigureJson count(Map<Indicator, Figure> all, Indicator indicator) {
            return FigureJson.of(all.get(indicator));
        }

        private static MoneyFigureJson money(Map<Indicator, Figure> all, Indicator indicator) {
            return MoneyFigureJson.of(all.get(indicator));
        }
    }

    record CreatorPartJson(@About("Null for what belongs to no creator") Optional<UUID> creatorId, int posts, FiguresJson figures) {}

    record OtherMoneyJson(@About("cost or revenue") String metric, MoneyJson amount, int rows) {}

    record PredictedBandJson(BigDecimal low, BigDecimal mid, BigDecimal high) {
        static PredictedBandJson of(Band band) {
            return new PredictedBandJson(band.low(), band.mid(), band.high());
        }
    }

    record ComparedNumberJson(
            Optional<PredictedBandJson> predicted,
            Optional<BigDecimal> measured,
            @About("Measured less predicted") Optional<BigDecimal> difference,
            @About("The difference as a fraction of the prediction") Optional<BigDecimal> ratio,
            @About("How many creators are in it") int creators,
            @About("Why there is no difference") Optional<String> lack) {

        static ComparedNumberJson of(Comparison.Line line) {
            return new ComparedNumberJson(line.predicted().map(PredictedBandJson::of), line.measured(), line.difference(), line.ratio(),
                    line.creators(), line.lack());
        }
    }

    record ComparedCreatorJson(UUID creatorId, int posts, ComparedNumberJson engagements, ComparedNumberJson reach) {
        static ComparedCreatorJson of(Comparison.OfCreator compared) {
            return new ComparedCreatorJson(compared.creator().value(), compared.posts(), ComparedNumberJson.of(compared.engagements()),
                    ComparedNumberJson.of(compared.reach()));
        }
    }

    record PredictionComparisonJson(
            @About("Name and version of the formula") String formula,
            @About("Over the creators of whom both is known") ComparedNumberJson engagements,
            @About("Over the creators of whom both is known") ComparedNumberJson reach,
            @About("The shortlist") List<ComparedCreatorJson> creators) {}

    static CampaignAnalyticsJson of(ShowAnalytics.Shown shown) {
        CampaignAnalytics analytics = shown.analytics();
        Comparison comparison = shown.comparison();
        return new CampaignAnalyticsJson(analytics.window().from(), analytics.window().to(), analytics.currency().map(Currency::getCurrencyCode),
                analytics.posts(), analytics.rows(), FiguresJson.of(analytics.figures()),
                analytics.creators().stream()
                        .map(part -> new CreatorPartJson(part.creator().map(CreatorId::value), part.posts(), FiguresJson.of(part.figures())))
                        .toList(),
                analytics.otherMoney().stream()
                        .map(other -> new OtherMoneyJson(other.metric().code(), MoneyJson.of(other.amount()), other.rows()))
                        .toList(),
                new PredictionComparisonJson(Prediction.VERSION, ComparedNumberJson.of(comparison.engagements()), ComparedNumberJson.of(comparison.reach()),
                        comparison.creators().stream().map(ComparedCreatorJson::of).toList()));
    }
}
