package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.FollowerAim;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.matching.Weights;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From the JSON of a question to the criteria that are meant. */
public final class Criteria {

    private Criteria() {}

    /**
     * The criteria of a question.
     *
     * @param question as sent
     * @param day today
     * @return what is meant
     */
    public static SearchCriteria of(QuestionJson question, LocalDate day) {
        return new SearchCriteria(
                filters(question.filters().orElse(FiltersJson.NONE), day),
                question.prefer().map(Criteria::preferences).orElse(Preferences.NONE),
                question.weights().map(Criteria::weights).orElse(Weights.DEFAULT),
                day);
    }

    /** The hard filters of a question. */
    public static List<HardFilter> filters(FiltersJson json, LocalDate day) {
        List<HardFilter> filters = new ArrayList<>();
        json.platforms().ifPresent(codes -> filters.add(new HardFilter.Platforms(words(Platform.class, codes))));
        json.locations().ifPresent(codes -> filters.add(new HardFilter.Locations(places(codes))));
        json.categories().ifPresent(codes -> filters.add(new HardFilter.Categories(words(Category.class, codes))));
        json.languages().ifPresent(codes -> filters.add(new HardFilter.Languages(set(codes, Language::new))));
        json.followers().ifPresent(range -> filters.add(new HardFilter.Count(Measure.FOLLOWERS, range(range))));
        json.postsCount().ifPresent(range -> filters.add(new HardFilter.Count(Measure.POSTS_COUNT, range(range))));
        json.averageLikes().ifPresent(range -> filters.add(new HardFilter.Count(Measure.AVERAGE_LIKES, range(range))));
        json.averageComments().ifPresent(range -> filters.add(new HardFilter.Count(Measure.AVERAGE_COMMENTS, range(range))));
        json.averageViews().ifPresent(range -> filters.add(new HardFilter.Count(Measure.AVERAGE_VIEWS, range(range))));
        json.engagementRate().ifPresent(range -> filters.add(new HardFilter.Engagement(
                new Range<EngagementRate>(range.min().map(EngagementRate::of), range.max().map(EngagementRate::of)))));
        json.contentCategories().ifPresent(shares -> filters.add(new HardFilter.ContentCategories(shares(shares))));
        json.sentiment().ifPresent(range -> filters.add(new HardFilter.Sentiment(
                new Range<MoodScore>(range.min().map(MoodScore::of), range.max().map(MoodScore::of)))));
        json.verified().ifPresent(yes -> filters.add(new HardFilter.Verified(yes)));
        json.hasEmail().ifPresent(yes -> filters.add(new HardFilter.HasEmail(yes)));
        json.lastPostWithinDays().ifPresent(days -> filters.add(new HardFilter.LastPostSince(day.minusDays(days))));
        json.keywords().ifPresent(texts -> filters.add(says(TextQuestion.Kind.KEYWORDS, texts)));
        json.keywordsAll().ifPresent(texts -> filters.add(says(TextQuestion.Kind.KEYWORDS_ALL, texts)));
        json.hashtags().ifPresent(texts -> filters.add(says(TextQuestion.Kind.HASHTAGS, texts)));
        json.mentions().ifPresent(texts -> filters.add(says(TextQuestion.Kind.MENTIONS, texts)));
        Optional<FiltersJson.ExcludeJson> exclude = json.exclude();
        exclude.flatMap(FiltersJson.ExcludeJson::creatorIds).ifPresent(ids -> filters.add(new HardFilter.NotCreators(creators(ids))));
        exclude.flatMap(FiltersJson.ExcludeJson::handles).ifPresent(names -> filters.add(new HardFilter.NotHandles(names(names))));
        exclude.flatMap(FiltersJson.ExcludeJson::categories)
                .ifPresent(codes -> filters.add(new HardFilter.NotCategories(words(Category.class, codes))));
        return filters;
    }

    /** Whom the creators should be like. */
    public static Set<CreatorId> similarTo(Optional<FiltersJson> filters) {
        return filters.flatMap(FiltersJson::similarTo).map(Criteria::creators).orElse(Set.of());
    }

    /** The campaigns whose shortlists are not wanted. */
    public static List<UUID> shortlistsOf(Optional<FiltersJson> filters) {
        return filters.flatMap(FiltersJson::exclude).flatMap(FiltersJson.ExcludeJson::campaignIds).orElse(List.of());
    }

    /** The fault of a question that wants creators like some that are not there. */
    public static Problem unknownSeeds(Optional<FiltersJson> filters, Set<CreatorId> unknown) {
        List<UUID> asked = filters.flatMap(FiltersJson::similarTo).orElse(List.of());
        return Problem.of(IntStream.range(0, asked.size())
                .filter(i -> unknown.contains(new CreatorId(asked.get(i))))
                .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/filters/similar_to/" + i,
                        "there is no such creator, or its categories are unknown"))
                .toList());
    }

    static Weights weights(QuestionJson.WeightsJson weights) {
        return Weights.of(Map.of(
                Factor.ENGAGEMENT, weights.engagement(), Factor.CATEGORY, weights.category(), Factor.FOLLOWER_FIT, weights.followerFit(),
                Factor.LOCATION, weights.location(), Factor.PLATFORM, weights.platform()));
    }

    private static Preferences preferences(QuestionJson.PreferJson prefer) {
        return new Preferences(
                words(Platform.class, prefer.platforms().orElse(List.of())),
                places(prefer.locations().orElse(List.of())),
                words(Category.class, prefer.categories().orElse(List.of())),
                set(prefer.languages().orElse(List.of()), Language::new),
                prefer.followers().map(aim -> new FollowerAim(aim.min(), aim.max(), aim.ideal())));
    }

    private static HardFilter says(TextQuestion.Kind kind, List<String> texts) {
        Set<String> read = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String pointer = "#/filters/" + kind.code() + "/" + i;
            read.add(kind.read(texts.get(i)).orElseThrow(() -> Problem.invalid(pointer, switch (kind) {
                case KEYWORDS, KEYWORDS_ALL -> "must have a letter, a digit or an emoji";
                case HASHTAGS -> "must be one hashtag";
                case MENTIONS -> "must be the name of one account";
            }).asException()));
        }
        return new HardFilter.Says(new TextQuestion(kind, read));
    }

    private static Set<String> names(List<String> handles) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < handles.size(); i++) {
            String pointer = "#/filters/exclude/handles/" + i;
            names.add(Handle.read(Platform.INSTAGRAM, handles.get(i))
                    .orElseThrow(() -> Problem.invalid(pointer, "must be a handle").asException())
                    .name());
        }
        return names;
    }

    /** Any of them will do, so of one category that is named twice the lesser share counts. */
    private static Map<Category, Integer> shares(List<FiltersJson.LeastShareJson> shares) {
        return shares.stream().collect(Collectors.toMap(share -> Coded.find(Category.class, share.category()).orElseThrow(),
                share -> share.minShare().movePointRight(2).intValueExact(), Math::min));
    }

    private static Range<Long> range(CountRangeJson range) {
        return new Range<>(range.min(), range.max());
    }

    private static Set<CreatorId> creators(List<UUID> ids) {
        return set(ids, CreatorId::new);
    }

    private static Set<Place> places(List<String> codes) {
        return set(codes, code -> Place.find(code).orElseThrow());
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> vocabulary, List<String> codes) {
        return set(codes, code -> Coded.find(vocabulary, code).orElseThrow());
    }

    private static <J, T> Set<T> set(List<J> values, Function<J, T> meant) {
        return values.stream().map(meant).collect(Collectors.toSet());
    }
}
