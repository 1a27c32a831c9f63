package io.tastemaker.adapters.http.matching;

import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a filter wants and what a creator has, as JSON values of the form in which the filter was sent. */
final class FilterText {

    private static final Set<String> OF_FULL_RECORD = Disclosure.OF_FULL_RECORD.stream().map(Fact::code).collect(Collectors.toUnmodifiableSet());

    private FilterText() {}

    /** Whether what a filter finds is a fact that only the full record shows. */
    static boolean isOfFullRecord(HardFilter filter) {
        return OF_FULL_RECORD.contains(switch (filter) {
            case HardFilter.LastPostSince since -> Fact.LAST_POST_ON.code();
            case HardFilter.Sentiment sentiment -> Fact.CONTENT_SENTIMENT.code();
            case HardFilter other -> other.code();
        });
    }

    static Object wanted(HardFilter filter) {
        return switch (filter) {
            case HardFilter.Platforms platforms -> sorted(platforms.any(), Coded::code);
            case HardFilter.Locations locations -> sorted(locations.any(), Place::code);
            case HardFilter.Categories categories -> sorted(categories.any(), Coded::code);
            case HardFilter.Languages languages -> sorted(languages.any(), Language::code);
            case HardFilter.Count count -> range(count.range(), Function.identity());
            case HardFilter.Engagement engagement -> range(engagement.range(), FilterText::fraction);
            case HardFilter.ContentCategories content -> shares(content.least(), "min_share");
            case HardFilter.Sentiment sentiment -> range(sentiment.range(), MoodScore::score);
            case HardFilter.Verified verified -> verified.yes();
            case HardFilter.HasEmail email -> email.yes();
            case HardFilter.LastPostSince since -> since.day().toString();
            case HardFilter.SimilarTo similar -> sorted(similar.seeds(), seed -> seed.id().toString());
            case HardFilter.Says says -> sorted(says.question().texts(), Function.identity());
            case HardFilter.NotCreators creators -> sorted(creators.ids(), Object::toString);
            case HardFilter.NotHandles handles -> sorted(handles.names(), Function.identity());
            case HardFilter.NotCategories categories -> sorted(categories.none(), Coded::code);
        };
    }

    static Optional<Object> found(HardFilter filter, Candidate candidate) {
        return switch (filter) {
            case HardFilter.Platforms platforms -> Optional.of(candidate.platform().code());
            case HardFilter.Locations locations -> candidate.location().map(Observed::value).map(Place::code);
            case HardFilter.Categories categories -> categories(candidate);
            case HardFilter.Languages languages -> candidate.languages().map(known -> sorted(known.value(), Language::code));
            case HardFilter.Count count -> count.measure().of(candidate).map(Function.identity());
            case HardFilter.Engagement engagement -> candidate.engagementRate().map(Observed::value).map(FilterText::fraction);
            case HardFilter.ContentCategories content -> candidate.contentCategories().map(found -> shares(found.percents(), "share"));
            case HardFilter.Sentiment sentiment -> candidate.sentiment().map(MoodScore::score);
            case HardFilter.Verified verified -> candidate.verified().map(Function.identity());
            case HardFilter.HasEmail email -> Optional.of(candidate.hasEmail());
            case HardFilter.LastPostSince since -> candidate.lastPostOn().map(Object::toString);
            case HardFilter.SimilarTo similar -> similar.found(candidate).map(BigDecimal::new);
            case HardFilter.Says says -> says.found(candidate).map(Boolean::valueOf);
            case HardFilter.NotCreators creators -> Optional.of(candidate.id().toString());
            case HardFilter.NotHandles handles -> Optional.of(candidate.handle()).map(Handle::name);
            case HardFilter.NotCategories categories -> categories(candidate);
        };
    }

    private static Optional<Object> categories(Candidate candidate) {
        Optional<Set<Category>> known = candidate.categories().map(Observed::value);
        return known.map(codes -> sorted(codes, Coded::code));
    }

    private static List<Map<String, Object>> shares(Map<Category, Integer> percents, String name) {
        return percents.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Category::code)))
                .<Map<String, Object>>map(share -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("category", share.getKey().code());
                    shown.put(name, BigDecimal.valueOf(share.getValue(), 2));
                    return shown;
                }).toList();
    }

    private static BigDecimal fraction(EngagementRate rate) {
        return rate.fraction();
    }

    private static <N extends Comparable<N>> Map<String, Object> range(Range<N> range, Function<N, ?> shown) {
        Map<String, Object> ends = new LinkedHashMap<>();
        range.min().ifPresent(min -> ends.put("min", shown.apply(min)));
        range.max().ifPresent(max -> ends.put("max", shown.apply(max)));
        return ends;
    }

    private static <T> List<String> sorted(Collection<T> values, Function<? super T, String> text) {
        return values.stream().map(text).sorted().toList();
    }
}
