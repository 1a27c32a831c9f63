package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Optional;

/** The numbers of a campaign's analytics, each with the version of the formula it follows. {@code docs/campaign-analytics.md} has the formulas. */
public enum Indicator implements Coded {
    /** People who saw it. */
    REACH(Metric.REACH),
    /** How often it was shown. */
    IMPRESSIONS(Metric.IMPRESSIONS),
    /** How often it was played. */
    VIEWS(Metric.VIEWS),
    /** Likes. */
    LIKES(Metric.LIKES),
    /** Comments. */
    COMMENTS(Metric.COMMENTS),
    /** Shares. */
    SHARES(Metric.SHARES),
    /** Bookmarks. */
    SAVES(Metric.SAVES),
    /** Likes, comments, shares and bookmarks together. */
    ENGAGEMENTS("engagements@1", Unit.COUNT),
    /** Engagements for each person reached, else each impression, else each view. */
    ENGAGEMENT_RATE("engagement_rate@1", Unit.RATIO),
    /** Clicks on links. */
    CLICKS(Metric.CLICKS),
    /** Clicks for each impression. */
    CLICK_THROUGH_RATE("click_through_rate@1", Unit.RATIO),
    /** Orders. */
    CONVERSIONS(Metric.CONVERSIONS),
    /** Orders for each click. */
    CONVERSION_RATE("conversion_rate@1", Unit.RATIO),
    /** What was spent. */
    COST(Metric.COST, "campaign_cost@2"),
    /** What the orders brought in. */
    REVENUE(Metric.REVENUE),
    /** Cost of a thousand impressions. */
    COST_PER_MILLE("cost_per@2", Unit.MONEY),
    /** Cost of a view. */
    COST_PER_VIEW("cost_per@2", Unit.MONEY),
    /** Cost of an engagement. */
    COST_PER_ENGAGEMENT("cost_per@2", Unit.MONEY),
    /** Cost of a click. */
    COST_PER_CLICK("cost_per@2", Unit.MONEY),
    /** Cost of an order. */
    COST_PER_CONVERSION("cost_per@2", Unit.MONEY),
    /** Return on investment: (revenue - cost) / cost. */
    ROI("roi@2", Unit.RATIO),
    /** Return on ad spend: revenue / cost. */
    ROAS("roas@2", Unit.RATIO),
    /** What the attention would have cost, had it been bought. */
    EARNED_MEDIA_VALUE(MediaRates.VERSION, Unit.MONEY);

    /** The formula of sums: what a thing gained in the window, added up over all things. */
    public static final String TOTALS = "campaign_totals@1";

    /** The formula of the cost that the campaign's budget says; it wins where anything was spent or came back. */
    public static final String COST_BY_BUDGET = "campaign_cost_by_budget@2";

    /** The formula of the cost that rows of metrics say: that of creators always. */
    public static final String COST_BY_ROWS = "campaign_cost_by_rows@2";

    /** What a number is. */
    public enum Unit implements Coded {
        /** A whole number. */
        COUNT,
        /** A fraction: 0.034 is 3.4 %. */
        RATIO,
        /** An amount of money. */
        MONEY;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Optional<Metric> metric;
    private final String formula;
    private final Unit unit;

    Indicator(Metric metric) {
        this(metric, TOTALS);
    }

    Indicator(Metric metric, String formula) {
        this.metric = Optional.of(metric);
        this.formula = formula;
        this.unit = metric.isMoney() ? Unit.MONEY : Unit.COUNT;
    }

    Indicator(String formula, Unit unit) {
        this.metric = Optional.empty();
        this.formula = formula;
        this.unit = unit;
    }

    /**
     * The metric it is the sum of.
     *
     * @return the metric; empty for what is computed out of several
     */
    public Optional<Metric> metric() {
        return metric;
    }

    /**
     * The formula it follows.
     *
     * @return name and version
     */
    public String formula() {
        return formula;
    }

    /**
     * What it is.
     *
     * @return its unit
     */
    public Unit unit() {
        return unit;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
