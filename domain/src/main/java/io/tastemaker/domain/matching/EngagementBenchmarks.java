package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Platform;
import java.util.Arrays;
import java.util.Map;

/**
 * The engagement rate of a middling creator by platform and size: version {@value #VERSION}, a fixed table, so that a score does not
 * change because others joined the catalogue.
 *
 * <p>Tiers and figures follow the studies that SociaVault Labs published in March and April 2026 ("What Is a Good Engagement Rate on
 * Instagram / TikTok / YouTube in 2026?", sociavault.com/blog), each over 50,000 to 150,000 accounts screened for bought followers:
 *
 * <ul>
 * <li>TikTok: their medians over followers, which count shares too, so they are a little strict for us.
 * <li>Instagram: their averages over followers; medians by tier are not given and lie somewhat lower.
 * <li>YouTube: their medians are over views, ours must be over subscribers. They are multiplied by the usual views of a video for each
 *     subscriber that brightbean.xyz gives: 0.40 below 10,000 subscribers, 0.17 below 500,000, 0.10 above (middles of its ranges).
 * <li>Facebook and X: the Instagram row, scaled by the ratio of the platforms' medians in Rival IQ's <i>Social Media Industry Benchmark
 *     Report</i> 2023 (0.47 % on Instagram, 0.06 % on Facebook, 0.035 % on Twitter). An estimate of ours.
 * <li>The others: no figures by tier were found; the Instagram row stands in. An assumption of ours.
 * </ul>
 */
public final class EngagementBenchmarks {

    /** The version of the table; another table is another version, and another version of the scorer. */
    public static final String VERSION = "EngagementBenchmarks@1";

    /** The first follower count of each tier but the lowest. */
    private static final int[] TIERS = {10_000, 50_000, 100_000, 500_000};

    /** Millionths, for nano, micro, mid, macro and mega. */
    private static final int[] INSTAGRAM = {42_000, 28_000, 19_000, 14_000, 9_000};
    private static final Map<Platform, int[]> BY_PLATFORM = Map.of(
            Platform.INSTAGRAM, INSTAGRAM,
            Platform.TIKTOK, new int[] {78_400, 52_100, 38_900, 27_300, 18_400},
            Platform.YOUTUBE, new int[] {20_920, 6_358, 4_777, 3_604, 1_410},
            Platform.FACEBOOK, new int[] {5_362, 3_574, 2_426, 1_787, 1_149},
            Platform.X, new int[] {3_128, 2_085, 1_415, 1_043, 670});

    private static final int[][] ROWS = Arrays.stream(Platform.values()).map(platform -> BY_PLATFORM.getOrDefault(platform, INSTAGRAM))
            .toArray(int[][]::new);

    private EngagementBenchmarks() {}

    /**
     * What is middling. Where the size is unknown the strictest tier counts, so that hiding it never pays.
     *
     * @param platform where the creator publishes
     * @param followers how many follow, below 0 when unknown
     * @return the rate in millionths, at least 1
     */
    public static int median(Platform platform, int followers) {
        int[] row = ROWS[platform.ordinal()];
        int tier = 0;
        while (followers >= 0 && tier < TIERS.length && followers >= TIERS[tier]) {
            tier++;
        }
        return row[tier];
    }
}
