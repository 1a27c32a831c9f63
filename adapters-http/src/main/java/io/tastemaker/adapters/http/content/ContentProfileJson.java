package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Sampled;
import io.tastemaker.domain.content.Share;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows from a creator's posts. What has no basis is null; every number says on how many posts it rests.
 *
 * @param computedAt when it was computed
 * @param basis what it rests on
 * @param primaryCategory what most of the content is about
 * @param categories how the content is distributed
 * @param languages in which languages it is
 * @param sentiment how it feels
 * @param quality how well made it is
 * @param engagement how the audience reacts
 * @param rhythm how often is posted
 * @param topHashtags the most used hashtags
 * @param topMentions the most mentioned accounts
 */
record ContentProfileJson(
        Instant computedAt,
        BasisJson basis,
        Optional<PrimaryJson> primaryCategory,
        Optional<DistributionJson> categories,
        Optional<DistributionJson> languages,
        Optional<MoodsJson> sentiment,
        @About("The formula is published in docs/content-quality.md") Optional<QualityJson> quality,
        EngagementJson engagement,
        @About("Null when too few posts have a date") Optional<RhythmJson> rhythm,
        List<ShareJson> topHashtags,
        List<ShareJson> topMentions) {

    /** What it rests on. */
    record BasisJson(
            @About("Posts known") int posts,
            @About("Of them, read") int analysed,
            @About("Of these readings, those with a fallback") int fallbacks,
            Optional<Instant> firstPostAt,
            Optional<Instant> lastPostAt,
            @About("Between these times the posts were seen as they are counted") Optional<Instant> observedFrom,
            Optional<Instant> observedTo,
            List<ReaderJson> readBy) {}

    /** Who read the posts. */
    record ReaderJson(@About("rule_based, local, remote or defaults") String source, String provider, String analyst, String version,
            @About("In how many posts it took part") int posts) {}

    /** What most of the content is about. */
    record PrimaryJson(String category, @About("Of the whole, 0 to 1") BigDecimal share, int posts, int sampleSize) {}

    /** How something is distributed. */
    record DistributionJson(List<ShareJson> shares, int sampleSize) {}

    /** One part of a distribution, or a tag with the posts it stands on. */
    record ShareJson(String value, @About("0 to 1") BigDecimal share, int posts) {}

    /** How the content feels. */
    record MoodsJson(@About("-1 to 1") BigDecimal mean, BigDecimal positive, BigDecimal neutral, BigDecimal negative, int sampleSize) {}

    /** How well made it is. */
    record QualityJson(@About("0 to 100") BigDecimal score, @About("Name and version") String formula, List<PartJson> parts, int sampleSize) {}

    /** One part of the score. */
    record PartJson(String part, BigDecimal points, BigDecimal most, int sampleSize) {}

    /** How the audience reacts to a post. */
    record EngagementJson(Optional<SpreadJson> likes, Optional<SpreadJson> comments, Optional<SpreadJson> views, Optional<SpreadJson> shares,
            Optional<SpreadJson> saves, @About("(likes + comments) / followers of each post") Optional<SpreadJson> rate,
            @About("The followers counted with") Optional<Long> followers) {}

    /** The middle of some numbers. */
    record SpreadJson(BigDecimal mean, BigDecimal median, int sampleSize) {}

    /** How often is posted. Times are in UTC. */
    record RhythmJson(BigDecimal postsPerWeek, @About("Between two posts") long medianGapHours, Map<String, Integer> postsByDay,
            @About("24 numbers, from midnight on") List<Integer> postsByHour, int sampleSize) {}

    static ContentProfileJson of(ContentProfile profile) {
        return new ContentProfileJson(profile.computedAt(), basis(profile.basis()),
                profile.primaryCategory().map(primary -> new PrimaryJson(primary.value().value().code(), exact(primary.value().share()),
                        primary.value().posts(), primary.sample())),
                profile.categories().map(shares -> distribution(shares, Coded::code)),
                profile.languages().map(shares -> distribution(shares, Language::code)),
                profile.mood().map(mood -> new MoodsJson(exact(mood.value().meanScore()), exact(mood.value().positive()),
                        exact(mood.value().neutral()), exact(mood.value().negative()), mood.sample())),
                profile.quality().map(ContentProfileJson::quality),
                engagement(profile.engagement()),
                profile.rhythm().map(ContentProfileJson::rhythm),
                tags(profile.hashtags()), tags(profile.mentions()));
    }

    private static BasisJson basis(ContentProfile.Basis basis) {
        List<ReaderJson> readers = basis.models().entrySet().stream()
                .sorted(Map.Entry.<Model, Integer>comparingByValue().reversed().thenComparing(entry -> entry.getKey().name()))
                .map(entry -> new ReaderJson(entry.getKey().source().code(), entry.getKey().provider(), entry.getKey().name(),
                        entry.getKey().version(), entry.getValue())).toList();
        return new BasisJson(basis.posts(), basis.analysed(), basis.fallbacks(), basis.firstPostAt(), basis.lastPostAt(),
                basis.observedFrom(), basis.observedTo(), readers);
    }

    private static <T> DistributionJson distribution(Sampled<List<Share<T>>> shares, Function<? super T, String> code) {
        return new DistributionJson(shares.value().stream()
                .map(share -> new ShareJson(code.apply(share.value()), exact(share.share()), share.posts())).toList(), shares.sample());
    }

    private static List<ShareJson> tags(List<Share<String>> tags) {
        return tags.stream().map(tag -> new ShareJson(tag.value(), exact(tag.share()), tag.posts())).toList();
    }

    private static QualityJson quality(Sampled<ContentProfile.Quality> quality) {
        return new QualityJson(exact(quality.value().score()), quality.value().formula(), quality.value().parts().stream()
                .map(part -> new PartJson(part.code(), exact(part.points()), exact(part.most()), part.sample())).toList(), quality.sample());
    }

    private static EngagementJson engagement(ContentProfile.Engagement engagement) {
        return new EngagementJson(spread(engagement.likes()), spread(engagement.comments()), spread(engagement.views()),
                spread(engagement.shares()), spread(engagement.saves()), spread(engagement.perPost()), engagement.followers());
    }

    private static Optional<SpreadJson> spread(Optional<Sampled<ContentProfile.Spread>> spread) {
        return spread.map(known -> new SpreadJson(exact(known.value().mean()), exact(known.value().median()), known.sample()));
    }

    private static RhythmJson rhythm(Sampled<ContentProfile.Rhythm> rhythm) {
        Map<String, Integer> byDay = new LinkedHashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day ->
                byDay.put(day.name().toLowerCase(Locale.ROOT), rhythm.value().byDay().getOrDefault(day, 0)));
        return new RhythmJson(exact(rhythm.value().postsPerWeek()), rhythm.value().medianGap().toHours(), byDay, rhythm.value().byHour(),
                rhythm.sample());
    }

    /** As the domain rounded it, without the dust of binary fractions. */
    static BigDecimal exact(double value) {
        BigDecimal shown = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}
