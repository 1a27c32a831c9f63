package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a profile said at the end of a day, so that growth can be seen.
 *
 * @param on the day, in UTC
 * @param followers the followers known then
 * @param posts how many posts were known
 * @param analysed how many of them were read
 * @param primaryCategory what most of the content was about
 * @param meanScore the mean mood, -1 to 1
 * @param quality the quality score, 0 to 100
 * @param qualityFormula the formula of that score
 * @param medianLikes the median likes of a post
 * @param medianComments the median comments of a post
 * @param medianEngagement the median of (likes + comments) over followers, a fraction
 */
public record ProfileSnapshot(LocalDate on, Optional<Long> followers, int posts, int analysed, Optional<Category> primaryCategory,
        Optional<Double> meanScore, Optional<Double> quality, Optional<String> qualityFormula, Optional<Double> medianLikes,
        Optional<Double> medianComments, Optional<Double> medianEngagement) {

    /** Checks that nothing is missing, and that numbers are some. */
    public ProfileSnapshot {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(followers, "followers");
        Objects.requireNonNull(primaryCategory, "primaryCategory");
        Objects.requireNonNull(qualityFormula, "qualityFormula");
        if (Stream.of(meanScore, quality, medianLikes, medianComments, medianEngagement).flatMap(Optional::stream)
                .anyMatch(number -> !Double.isFinite(number))) {
            throw new IllegalArgumentException("what is no number is unknown");
        }
    }

    /**
     * What a profile says, as of the day it was computed.
     *
     * @param profile the profile
     * @return the snapshot
     */
    public static ProfileSnapshot of(ContentProfile profile) {
        ContentProfile.Engagement engagement = profile.engagement();
        return new ProfileSnapshot(LocalDate.ofInstant(profile.computedAt(), ZoneOffset.UTC), engagement.followers(),
                profile.basis().posts(), profile.basis().analysed(), profile.primaryCategory().map(primary -> primary.value().value()),
                profile.mood().map(mood -> mood.value().meanScore()), profile.quality().map(quality -> quality.value().score()),
                profile.quality().map(quality -> quality.value().formula()), median(engagement.likes()), median(engagement.comments()),
                median(engagement.perPost()));
    }

    private static Optional<Double> median(Optional<Sampled<ContentProfile.Spread>> spread) {
        return spread.map(known -> known.value().median());
    }
}
