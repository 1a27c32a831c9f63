package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.BRL;
import static io.tastemaker.domain.measurement.EvidenceFixtures.DAY;
import static io.tastemaker.domain.measurement.EvidenceFixtures.USD;
import static io.tastemaker.domain.measurement.EvidenceFixtures.creator;
import static io.tastemaker.domain.measurement.EvidenceFixtures.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignAnalyticsTest {

    private final EvidenceFixtures all = new EvidenceFixtures();
    private final CreatorId ana = creator(1);

    @Test
    void without_any_row_every_number_is_unknown_and_says_what_it_lacks() {
        CampaignAnalytics none = all.analytics();

        assertThat(none.figures()).hasSize(Indicator.values().length);
        assertThat(none.figures().values()).allSatisfy(figure -> {
            assertThat(figure.value()).as(figure.indicator().code()).isEmpty();
            assertThat(figure.lack()).isPresent();
            assertThat(figure.rows()).isZero();
            assertThat(figure.formula()).matches("[a-z_]+@[12]");
        });
        assertThat(lack(none, Indicator.REACH)).contains("no_reach");
        assertThat(lack(none, Indicator.ROI)).contains("no_revenue");
        assertThat(lack(none, Indicator.EARNED_MEDIA_VALUE)).contains("no_attention");
    }

    @Test
    void of_one_thing_the_row_measured_last_counts() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 3, Metric.LIKES, 120).row(post, 1, Metric.LIKES, 80).row(post, 2, Metric.LIKES, 100);

        assertThat(value(Indicator.LIKES)).isEqualTo("120");
        assertThat(all.analytics().figure(Indicator.LIKES).rows()).isEqualTo(3);
    }

    @Test
    void at_one_time_the_row_recorded_last_counts() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.LIKES, 80).row(post, 1, Metric.LIKES, 90);

        assertThat(value(Indicator.LIKES)).isEqualTo("90");
    }

    @Test
    void the_levels_add_up() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.COST, "100.00").row(new Measured.OfCreator(ana), 1, Metric.COST, "500.00")
                .row(new Measured.OfCampaign(), 1, Metric.COST, "50.50");

        assertThat(value(Indicator.COST)).isEqualTo("650.50");
        assertThat(all.analytics().figure(Indicator.COST).currency()).contains(USD);
    }

    @Test
    void what_the_budget_paid_is_the_cost_and_rows_only_say_whose_it_is() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        Measured nobodys = all.post(Optional.empty(), Platform.TIKTOK);
        all.row(post, 1, Metric.COST, "100.00", Metric.VIEWS, 1_000).row(new Measured.OfCreator(ana), 1, Metric.COST, "500.00")
                .row(new Measured.OfCampaign(), 1, Metric.COST, "50.50").row(nobodys, 1, Metric.COST, "7.00");
        assertThat(all.analytics().figure(Indicator.COST).formula()).isEqualTo("campaign_cost_by_rows@2");
        all.spent(2, "700.00", USD).spent(3, "-20.00", USD).row(post, 1, Metric.REVENUE, "1360.00");

        CampaignAnalytics analytics = all.analytics();
        assertThat(value(Indicator.COST)).isEqualTo("680.00");
        assertThat(analytics.figure(Indicator.COST).formula()).isEqualTo("campaign_cost_by_budget@2");
        assertThat(analytics.figure(Indicator.COST).rows()).as("two entries, and two rows of a creator").isEqualTo(4);
        assertThat(value(Indicator.ROAS)).isEqualTo("2.000000");
        assertThat(value(Indicator.COST_PER_VIEW)).isEqualTo("0.680000");
        assertThat(analytics.creators()).extracting(part -> part.creator() + " " + part.figures().get(Indicator.COST).value().orElseThrow())
                .containsExactly(Optional.of(ana) + " 600.00", Optional.empty() + " 80.00");
        assertThat(analytics.creators()).extracting(part -> part.figures().get(Indicator.COST).formula())
                .containsExactly("campaign_cost_by_rows@2", "campaign_cost_by_budget@2");
    }

    @Test
    void a_budget_says_nothing_of_costs_in_another_currency() {
        all.row(new Measured.OfCampaign(), noon(1), USD, Metric.COST, "50.50").row(new Measured.OfCampaign(), noon(1), BRL, Metric.COST, "9.00")
                .spent(2, "40.00", BRL);

        assertThat(value(Indicator.COST)).isEqualTo("50.50");
        assertThat(all.analytics().figure(Indicator.COST).formula()).isEqualTo("campaign_cost_by_rows@2");
        assertThat(all.analytics().otherMoney()).containsExactly(new CampaignAnalytics.OtherMoney(Metric.COST, Money.of("40.00", "BRL"), 1));
    }

    @Test
    void rates_and_costs_for_one_thing_follow_from_the_sums() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.REACH, 8_000, Metric.IMPRESSIONS, 10_000, Metric.VIEWS, 4_000, Metric.LIKES, 300, Metric.COMMENTS, 60, Metric.SHARES, 30,
                Metric.SAVES, 10, Metric.CLICKS, 200, Metric.CONVERSIONS, 10, Metric.COST, "250.00", Metric.REVENUE, "1000.00");

        assertThat(value(Indicator.ENGAGEMENTS)).isEqualTo("400");
        assertThat(value(Indicator.ENGAGEMENT_RATE)).isEqualTo("0.050000");
        assertThat(all.analytics().figure(Indicator.ENGAGEMENT_RATE).formula()).isEqualTo("engagement_rate_by_reach@1");
        assertThat(value(Indicator.CLICK_THROUGH_RATE)).isEqualTo("0.020000");
        assertThat(value(Indicator.CONVERSION_RATE)).isEqualTo("0.050000");
        assertThat(value(Indicator.COST_PER_MILLE)).isEqualTo("25.000000");
        assertThat(value(Indicator.COST_PER_VIEW)).isEqualTo("0.062500");
        assertThat(value(Indicator.COST_PER_ENGAGEMENT)).isEqualTo("0.625000");
        assertThat(value(Indicator.COST_PER_CLICK)).isEqualTo("1.250000");
        assertThat(value(Indicator.COST_PER_CONVERSION)).isEqualTo("25.000000");
        assertThat(value(Indicator.ROI)).isEqualTo("3.000000");
        assertThat(value(Indicator.ROAS)).isEqualTo("4.000000");
    }

    @Test
    void the_engagement_rate_leaves_out_things_of_which_the_reach_is_unknown() {
        Measured known = all.post(Optional.of(ana), Platform.INSTAGRAM);
        Measured unknown = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(known, 1, Metric.REACH, 1_000, Metric.LIKES, 50).row(unknown, 1, Metric.LIKES, 950);

        assertThat(value(Indicator.ENGAGEMENTS)).isEqualTo("1000");
        assertThat(value(Indicator.ENGAGEMENT_RATE)).isEqualTo("0.050000");
        assertThat(all.analytics().figure(Indicator.ENGAGEMENT_RATE).posts()).isEqualTo(1);
    }

    @Test
    void nothing_is_divided_by_nothing() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.IMPRESSIONS, 0, Metric.CLICKS, 0, Metric.COST, "0", Metric.REVENUE, "10.00");

        assertThat(value(Indicator.CLICKS)).isEqualTo("0");
        assertThat(lack(all.analytics(), Indicator.CLICK_THROUGH_RATE)).contains("zero_impressions");
        assertThat(lack(all.analytics(), Indicator.ROI)).contains("zero_cost");
        assertThat(lack(all.analytics(), Indicator.COST_PER_VIEW)).contains("no_views");
    }

    @Test
    void money_in_another_currency_is_told_apart_and_in_no_other_number() {
        all.row(new Measured.OfCreator(ana), noon(1), USD, Metric.COST, "100.00").row(new Measured.OfCampaign(), noon(1), BRL, Metric.COST, "70.00");
        TrackedLink link = all.link(Optional.of(ana), Optional.empty());
        all.ordered(link, 2, "300.00", USD).ordered(link, 2, "999.00", BRL);

        CampaignAnalytics analytics = all.analytics();

        assertThat(value(Indicator.COST)).isEqualTo("100.00");
        assertThat(value(Indicator.REVENUE)).isEqualTo("300.00");
        assertThat(value(Indicator.CONVERSIONS)).isEqualTo("2");
        assertThat(value(Indicator.ROI)).isEqualTo("2.000000");
        assertThat(analytics.otherMoney()).extracting(other -> other.metric() + " " + other.amount())
                .containsExactly("COST 70.00 BRL", "REVENUE 999.00 BRL");
    }

    @Test
    void without_a_budget_the_only_currency_counts_and_of_several_none() {
        all.row(new Measured.OfCampaign(), noon(1), BRL, Metric.COST, "70.00");
        assertThat(CampaignAnalytics.of(all.evidence(), Window.ALL, Optional.empty()).currency()).contains(BRL);

        all.row(new Measured.OfCreator(ana), noon(1), USD, Metric.COST, "10.00");
        CampaignAnalytics mixed = CampaignAnalytics.of(all.evidence(), Window.ALL, Optional.empty());
        assertThat(mixed.currency()).isEmpty();
        assertThat(lack(mixed, Indicator.COST)).contains("no_currency");
        assertThat(mixed.otherMoney()).hasSize(2);
    }

    @Test
    void what_was_counted_here_comes_before_what_others_report_of_the_same_thing() {
        TrackedLink link = all.link(Optional.of(ana), Optional.empty());
        CreatorId ben = creator(2);
        all.clicked(link, 1, 7).row(new Measured.OfCreator(ana), 1, Metric.CLICKS, 500).row(new Measured.OfCreator(ben), 1, Metric.CLICKS, 20);

        assertThat(value(Indicator.CLICKS)).isEqualTo("27");
    }

    @Test
    void a_link_that_nobody_followed_is_known_to_have_no_clicks() {
        all.link(Optional.of(ana), Optional.empty());

        assertThat(value(Indicator.CLICKS)).isEqualTo("0");
        assertThat(lack(all.analytics(), Indicator.CONVERSION_RATE)).contains("no_conversions");
    }

    @Test
    void rows_of_posts_that_do_not_count_are_left_out() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.LIKES, 120);
        all.posts.clear();

        assertThat(all.analytics().figure(Indicator.LIKES).value()).isEmpty();
        assertThat(all.analytics().rows()).isZero();
    }

    @Test
    void a_window_tells_what_was_gained_in_it() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.LIKES, 100).row(post, 4, Metric.LIKES, 130).row(post, 8, Metric.LIKES, 135);
        Window middle = new Window(Optional.of(DAY.plusDays(2)), Optional.of(DAY.plusDays(5)));

        CampaignAnalytics analytics = CampaignAnalytics.of(all.evidence(), middle, Optional.of(USD));

        assertThat(analytics.figure(Indicator.LIKES).value()).contains(BigDecimal.valueOf(30));
        assertThat(analytics.figure(Indicator.LIKES).rows()).isEqualTo(1);
        Window quiet = new Window(Optional.of(DAY.plusDays(5)), Optional.of(DAY.plusDays(7)));
        assertThat(CampaignAnalytics.of(all.evidence(), quiet, Optional.of(USD)).figure(Indicator.LIKES).lack()).contains("no_likes");
    }

    @Test
    void earned_media_value_is_an_estimate_in_dollars_by_the_table_of_the_platform() {
        Measured post = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(post, 1, Metric.IMPRESSIONS, 10_000, Metric.VIEWS, 9_000, Metric.LIKES, 1_000);

        Figure value = all.analytics().figure(Indicator.EARNED_MEDIA_VALUE);

        // 10 thousand exposures at 6.70 (3.35 to 13.40), and 1,000 likes at 0.07 at most, a tenth at least, the geometric mean between.
        assertThat(value.value()).contains(new BigDecimal("89.14"));
        assertThat(value.band()).contains(new Band(new BigDecimal("40.50"), new BigDecimal("89.14"), new BigDecimal("204.00")));
        assertThat(value.currency()).contains(USD);
        assertThat(value.formula()).isEqualTo("earned_media_value@1");
    }

    @Test
    void attention_on_an_unknown_platform_has_no_value_instead_of_none() {
        all.row(new Measured.OfCampaign(), 1, Metric.IMPRESSIONS, 10_000);

        assertThat(lack(all.analytics(), Indicator.EARNED_MEDIA_VALUE)).contains("no_platform");
    }

    @Test
    void each_creator_has_a_part_and_what_is_nobodys_comes_last() {
        all.post(Optional.of(creator(2)), Platform.TIKTOK);
        all.row(new Measured.OfCreator(ana), 1, Metric.COST, "10.00").row(new Measured.OfCampaign(), 1, Metric.COST, "5.00");

        assertThat(all.analytics().creators()).extracting(CampaignAnalytics.Part::creator)
                .containsExactly(Optional.of(ana), Optional.of(creator(2)), Optional.empty());
        assertThat(all.analytics().creators()).extracting(CampaignAnalytics.Part::posts).isEqualTo(List.of(0, 1, 0));
    }

    private String value(Indicator indicator) {
        return all.analytics().figure(indicator).value().map(BigDecimal::toPlainString).orElse("unknown");
    }

    private static Optional<String> lack(CampaignAnalytics analytics, Indicator indicator) {
        return analytics.figure(indicator).lack();
    }
}
