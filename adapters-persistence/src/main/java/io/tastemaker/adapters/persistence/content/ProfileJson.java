package io.tastemaker.adapters.persistence.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.content.Sampled;
import io.tastemaker.domain.content.Share;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.TeamId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.JSONB;

/** Profiles, and what they said on a day, as JSON. In these records null stands for what is not known. */
final class ProfileJson {

    private record Stored(BasisJson basis, SharesJson primary, SharesJson categories, SharesJson languages, MoodsJson mood,
            QualityJson quality, EngagementJson engagement, RhythmJson rhythm, List<ShareJson> hashtags, List<ShareJson> mentions) {}

    private record BasisJson(int posts, int analysed, int fallbacks, String firstPostAt, String lastPostAt, String observedFrom,
            String observedTo, List<ModelJson> models) {}

    private record ModelJson(String source, String provider, String name, String version, int posts) {}

    private record ShareJson(String value, double share, int posts) {}

    private record SharesJson(List<ShareJson> shares, int sample) {}

    private record MoodsJson(double meanScore, double positive, double neutral, double negative, int sample) {}

    private record QualityJson(double score, String formula, List<PartJson> parts, int sample) {}

    private record PartJson(String code, double points, double most, int sample) {}

    private record EngagementJson(SpreadJson likes, SpreadJson comments, SpreadJson views, SpreadJson shares, SpreadJson saves,
            SpreadJson perPost, Long followers) {}

    private record SpreadJson(double mean, double median, int sample) {}

    private record RhythmJson(double postsPerWeek, String medianGap, Map<String, Integer> byDay, List<Integer> byHour, int sample) {}

    private record DayJson(Long followers, int posts, int analysed, String primaryCategory, Double meanScore, Double quality,
            String qualityFormula, Double medianLikes, Double medianComments, Double medianEngagement) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProfileJson() {}

    static JSONB write(ContentProfile profile) {
        return json(new Stored(
                basis(profile.basis()),
                profile.primaryCategory().map(primary -> new SharesJson(List.of(share(primary.value(), Category::code)), primary.sample()))
                        .orElse(null),
                profile.categories().map(shares -> shares(shares, Category::code)).orElse(null),
                profile.languages().map(shares -> shares(shares, Language::code)).orElse(null),
                profile.mood().map(mood -> new MoodsJson(mood.value().meanScore(), mood.value().positive(), mood.value().neutral(),
                        mood.value().negative(), mood.sample())).orElse(null),
                profile.quality().map(ProfileJson::quality).orElse(null),
                engagement(profile.engagement()),
                profile.rhythm().map(ProfileJson::rhythm).orElse(null),
                profile.hashtags().stream().map(tag -> share(tag, text -> text)).toList(),
                profile.mentions().stream().map(tag -> share(tag, text -> text)).toList()));
    }

    static ContentProfile read(TeamId owner, TeamId creatorOwner, CreatorId creator, Instant computedAt, JSONB column) {
        Stored stored = read(column, Stored.class);
        return new ContentProfile(owner, creatorOwner, creator, computedAt, basis(stored.basis()),
                Optional.ofNullable(stored.primary()).map(primary ->
                        new Sampled<>(share(primary.shares().getFirst(), ProfileJson::category), primary.sample())),
                Optional.ofNullable(stored.categories()).map(shares -> shares(shares, ProfileJson::category)),
                Optional.ofNullable(stored.languages()).map(shares -> shares(shares, Language::new)),
                Optional.ofNullable(stored.mood()).map(mood -> new Sampled<>(new ContentProfile.Moods(mood.meanScore(), mood.positive(),
                        mood.neutral(), mood.negative()), mood.sample())),
                Optional.ofNullable(stored.quality()).map(ProfileJson::quality),
                engagement(stored.engagement()),
                Optional.ofNullable(stored.rhythm()).map(ProfileJson::rhythm),
                stored.hashtags().stream().map(tag -> share(tag, text -> text)).toList(),
                stored.mentions().stream().map(tag -> share(tag, text -> text)).toList());
    }

    static JSONB write(ProfileSnapshot day) {
        return json(new DayJson(day.followers().orElse(null), day.posts(), day.analysed(), day.primaryCategory().map(Category::code).orElse(null),
                day.meanScore().orElse(null), day.quality().orElse(null), day.qualityFormula().orElse(null), day.medianLikes().orElse(null),
                day.medianComments().orElse(null), day.medianEngagement().orElse(null)));
    }

    static ProfileSnapshot readDay(LocalDate on, JSONB column) {
        DayJson day = read(column, DayJson.class);
        return new ProfileSnapshot(on, Optional.ofNullable(day.followers()), day.posts(), day.analysed(),
                Optional.ofNullable(day.primaryCategory()).map(ProfileJson::category), Optional.ofNullable(day.meanScore()),
                Optional.ofNullable(day.quality()), Optional.ofNullable(day.qualityFormula()), Optional.ofNullable(day.medianLikes()),
                Optional.ofNullable(day.medianComments()), Optional.ofNullable(day.medianEngagement()));
    }

    private static BasisJson basis(ContentProfile.Basis basis) {
        return new BasisJson(basis.posts(), basis.analysed(), basis.fallbacks(), text(basis.firstPostAt()), text(basis.lastPostAt()),
                text(basis.observedFrom()), text(basis.observedTo()),
                basis.models().entrySet().stream().map(entry -> new ModelJson(entry.getKey().source().code(), entry.getKey().provider(),
                        entry.getKey().name(), entry.getKey().version(), entry.getValue())).toList());
    }

    private static ContentProfile.Basis basis(BasisJson basis) {
        return new ContentProfile.Basis(basis.posts(), basis.analysed(), basis.fallbacks(), time(basis.firstPostAt()), time(basis.lastPostAt()),
                time(basis.observedFrom()), time(basis.observedTo()),
                basis.models().stream().collect(Collectors.toMap(model -> new Model(Codes.read(Model.Source.class, model.source()),
                        model.provider(), model.name(), model.version()), ModelJson::posts)));
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    private static Optional<Instant> time(String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }

    private static <T> ShareJson share(Share<T> share, Function<T, String> code) {
        return new ShareJson(code.apply(share.value()), share.share(), share.posts());
    }

    private static <T> Share<T> share(ShareJson share, Function<String, T> value) {
        return new Share<>(value.apply(share.value()), share.share(), share.posts());
    }

    private static <T> SharesJson shares(Sampled<List<Share<T>>> shares, Function<T, String> code) {
        return new SharesJson(shares.value().stream().map(each -> share(each, code)).toList(), shares.sample());
    }

    private static <T> Sampled<List<Share<T>>> shares(SharesJson shares, Function<String, T> value) {
        return new Sampled<>(shares.shares().stream().map(each -> share(each, value)).toList(), shares.sample());
    }

    private static Category category(String code) {
        return Codes.read(Category.class, code);
    }

    private static QualityJson quality(Sampled<ContentProfile.Quality> quality) {
        return new QualityJson(quality.value().score(), quality.value().formula(), quality.value().parts().stream()
                .map(part -> new PartJson(part.code(), part.points(), part.most(), part.sample())).toList(), quality.sample());
    }

    private static Sampled<ContentProfile.Quality> quality(QualityJson quality) {
        return new Sampled<>(new ContentProfile.Quality(quality.score(), quality.formula(), quality.parts().stream()
                .map(part -> new ContentProfile.Quality.Part(part.code(), part.points(), part.most(), part.sample())).toList()),
                quality.sample());
    }

    private static EngagementJson engagement(ContentProfile.Engagement engagement) {
        return new EngagementJson(spread(engagement.likes()), spread(engagement.comments()), spread(engagement.views()),
                spread(engagement.shares()), spread(engagement.saves()), spread(engagement.perPost()), engagement.followers().orElse(null));
    }

    private static ContentProfile.Engagement engagement(EngagementJson engagement) {
        return new ContentProfile.Engagement(spread(engagement.likes()), spread(engagement.comments()), spread(engagement.views()),
                spread(engagement.shares()), spread(engagement.saves()), spread(engagement.perPost()),
                Optional.ofNullable(engagement.followers()));
    }

    private static SpreadJson spread(Optional<Sampled<ContentProfile.Spread>> spread) {
        return spread.map(known -> new SpreadJson(known.value().mean(), known.value().median(), known.sample())).orElse(null);
    }

    private static Optional<Sampled<ContentProfile.Spread>> spread(SpreadJson spread) {
        return Optional.ofNullable(spread)
                .map(known -> new Sampled<>(new ContentProfile.Spread(known.mean(), known.median()), known.sample()));
    }

    private static RhythmJson rhythm(Sampled<ContentProfile.Rhythm> rhythm) {
        return new RhythmJson(rhythm.value().postsPerWeek(), rhythm.value().medianGap().toString(), rhythm.value().byDay().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)), rhythm.value().byHour(), rhythm.sample());
    }

    private static Sampled<ContentProfile.Rhythm> rhythm(RhythmJson rhythm) {
        return new Sampled<>(new ContentProfile.Rhythm(rhythm.postsPerWeek(), Duration.parse(rhythm.medianGap()),
                rhythm.byDay().entrySet().stream().collect(Collectors.toMap(entry -> DayOfWeek.valueOf(entry.getKey()), Map.Entry::getValue)),
                rhythm.byHour()), rhythm.sample());
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T read(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
