package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Platform;
import java.util.Map;

/**
 * The engagement rate of a middling creator by platform and size: version {@value #VERSION}, a fixed table, so that a score does not
 * change because others joined the catalogue.
 *
 * <p>Tiers follow the common division of the trade (Later and Fohr, <i>Influencer Marketing Report</i> 2021): below 10,000 followers
 * nano, 100,000 micro, 500,000 mid, 1,000,000 macro, above mega.
 *
 * <ul>
 * <li>TikTok, Instagram, YouTube: the figures for 2025 that "Micro vs nano vs macro influencers" (organicmediabuying.com) compiles from
 * Statista, HypeAuditor and Influencer Marketing Hub. They are averages; medians by tier are rarely published and lie somewhat lower.
 * <li>Facebook and X: the Instagram row, scaled by the ratio of the platforms' medians in Rival IQ's <i>Social Media Industry Benchmark
 * Report</i> 2023 (0.47 % on Instagram, 0.06 % on Facebook, 0.035 % on Twitter). An estimate of ours.
 * <li>The others: no figures by tier were found; the Instagram row stands in. An assumption of ours.
 * </ul>
 */
public final class EngagementBenchmarks {

    /** The version of the table; another table is another version, and another version of the scorer. */
    public static final String VERSION = "EngagementBenchmarks@1";

    /** The first follower count of each tier but the lowest. */
    private static final int[] TIERS = {10_000, 100_000, 500_000, 1_000_000};

    /** Millionths, for nano, micro, mid, macro and mega. */
    private static final int[] INSTAGRAM = {48_000, 24_000, 18_000, 15_000, 12_000};
    private static final Map<Platform, int[]> BY_PLATFORM = Map.of(
            Platform.INSTAGRAM, INSTAGRAM,
            Platform.TIKTOK, new int[] {103_000, 81_000, 63_000, 55_000, 49_000},
            Platform.YOUTUBE, new int[] {32_000, 21_000, 15_000, 12_000, 9_000},
            Platform.FACEBOOK, new int[] {6_128, 3_064, 2_298, 1_915, 1_532},
            Platform.X, new int[] {3_574, 1_787, 1_340, 1_117, 894});

    private EngagementBenchmarks() {}

    /**
     * What is middling. Where the size is unknown the strictest tier counts, so that hiding it never pays.
     *
     * @param platform where the creator publishes
     * @param followers how many follow, below 0 when unknown
     * @return the rate in millionths, at least 1
     */
    public static int median(Platform platform, int followers) {
        int[] row = BY_PLATFORM.getOrDefault(platform, INSTAGRAM);
        int tier = 0;
        while (followers >= 0 && tier < TIERS.length && followers >= TIERS[tier]) {
            tier++;
        }
        return row[tier];
    }
}
