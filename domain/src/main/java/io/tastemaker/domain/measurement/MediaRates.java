package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/**
 * What attention would have cost, had it been bought: the rate tables of {@value #VERSION}, in US dollars. {@code docs/earned-media-value.md}
 * shows them; a changed rate is another version.
 *
 * <p>Where the figures come from, and what is ours:
 *
 * <ul>
 * <li>A thousand exposures and a click: the average prices of ads by platform that ad-calc.com gives ("Digital Advertising Benchmarks 2024");
 *     Pinterest from the Ayzenberg Earned Media Value Index of August 2017; Snapchat the middle of 5 to 12 dollars for a thousand that
 *     Prooflytics gives ("CPM Benchmarks by Platform 2026"). Averages of the trade differ by a factor of two and more, so the band is half to
 *     double the average: a judgement of ours.
 * <li>A like, a comment and a share: the Ayzenberg index of August 2017 for Facebook and Pinterest, its Twitter row as SocialToaster quotes it,
 *     and its Instagram, YouTube and TikTok rates as Skeepers quotes them ("What do the main metrics on the Reports tab mean"), whose euros are
 *     taken for dollars one to one, which keeps them a little low. Such rates cannot really be paid for authentic engagement, as
 *     SocialToaster says in giving them up; so they are the <em>high</em> end of the band, a tenth of them is the low end, and the estimate is
 *     the geometric mean. Tenth and mean are judgements of ours.
 * <li>A bookmark has no published rate and is valued as a like. Where a platform has no published rate, another's stands in: Instagram's and YouTube's
 *     shares are TikTok's; LinkedIn takes Facebook's engagements, Threads all of Instagram's rates, Twitch all of YouTube's, Snapchat
 *     Instagram's but for exposures. Assumptions of ours.
 * </ul>
 */
public final class MediaRates {

    /** The version of formula and tables. */
    public static final String VERSION = "earned_media_value@1";

    /** What the rates are in; nothing is converted. */
    public static final Currency CURRENCY = Currency.getInstance("USD");

    private static final BigDecimal TEN = BigDecimal.TEN;

    /**
     * The rates of a platform.
     *
     * @param thousandExposures of a thousand impressions, views or people reached
     * @param click of a click
     * @param like of a like
     * @param comment of a comment
     * @param share of a share
     * @param save of a bookmark
     */
    public record Row(Band thousandExposures, Band click, Band like, Band comment, Band share, Band save) {

        private static Row of(String thousandExposures, String click, String like, String comment, String share) {
            return new Row(Band.around(new BigDecimal(thousandExposures)), Band.around(new BigDecimal(click)), engagement(like), engagement(comment),
                    engagement(share), engagement(like));
        }

        private static Band engagement(String high) {
            BigDecimal most = new BigDecimal(high);
            return Band.between(most.divide(TEN, MathContext.DECIMAL64), most);
        }

        Band exposures(BigDecimal count) {
            return thousandExposures.times(count.movePointLeft(3));
        }

        Band of(Metric metric) {
            return switch (metric) {
                case LIKES -> like;
                case COMMENTS -> comment;
                case SHARES -> share;
                case SAVES -> save;
                case CLICKS -> click;
                case REACH, IMPRESSIONS, VIEWS -> thousandExposures.times(BigDecimal.ONE.movePointLeft(3));
                case CONVERSIONS, COST, REVENUE -> throw new IllegalArgumentException("no attention: " + metric.code());
            };
        }
    }

    private static final Row INSTAGRAM = Row.of("6.70", "1.35", "0.07", "3.46", "1.72");
    private static final Row YOUTUBE = Row.of("9.68", "3.21", "0.08", "6.99", "1.72");

    private static final Map<Platform, Row> ROWS = new EnumMap<>(Map.of(
            Platform.INSTAGRAM, INSTAGRAM,
            Platform.THREADS, INSTAGRAM,
            Platform.TIKTOK, Row.of("10.00", "1.00", "0.09", "3.52", "1.72"),
            Platform.YOUTUBE, YOUTUBE,
            Platform.TWITCH, YOUTUBE,
            Platform.FACEBOOK, Row.of("7.19", "1.72", "0.21", "3.17", "2.14"),
            Platform.X, Row.of("6.46", "0.38", "0.60", "2.87", "1.88"),
            Platform.LINKEDIN, Row.of("6.59", "5.26", "0.21", "3.17", "2.14"),
            Platform.PINTEREST, Row.of("5.30", "1.52", "0.04", "0.12", "0.10"),
            Platform.SNAPCHAT, Row.of("8.50", "1.35", "0.07", "3.46", "1.72")));

    private MediaRates() {}

    /**
     * The rates of a platform.
     *
     * @param platform which one
     * @return its row
     */
    public static Row of(Platform platform) {
        return ROWS.get(platform);
    }
}
