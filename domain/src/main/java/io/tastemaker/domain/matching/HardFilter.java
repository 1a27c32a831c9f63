package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition that a creator must meet to be ranked at all. Several filters all hold; within one, any of the named values will do.
 * A creator whose value is unknown does not pass. A new filter is one record here, and the compiler lists what else it needs.
 */
public sealed interface HardFilter {

    /** What a filter says about a creator. */
    enum Verdict {
        /** The creator meets the condition. */
        PASS,
        /** The creator does not. */
        FAIL,
        /** It is not known whether the creator does, so the creator is out. */
        UNKNOWN;

        static Verdict of(boolean passes) {
            return passes ? PASS : FAIL;
        }

        static <T> Verdict of(Optional<T> found, Function<T, Boolean> condition) {
            return found.map(condition).map(Verdict::of).orElse(UNKNOWN);
        }
    }

    /**
     * The filter's name; criteria have at most one filter of each name.
     *
     * @return as in the API, such as {@code engagement_rate}
     */
    String code();

    /**
     * Decides about one creator.
     *
     * @param candidate the creator
     * @return what the filter says
     */
    Verdict test(Candidate candidate);

    /**
     * What is wanted, in a form that does not depend on the order in which it was said.
     *
     * @return such as {@code 10000..500000} or {@code BR,PT}
     */
    String wanted();

    /**
     * What the creator has.
     *
     * @param candidate the creator
     * @return in the form of {@link #wanted()}, empty when it is unknown
     */
    Optional<String> found(Candidate candidate);

    /**
     * On one of these platforms.
     *
     * @param any at least one
     */
    record Platforms(Set<Platform> any) implements HardFilter {
        /** Copies the set. */
        public Platforms {
            any = someOf(any);
        }

        @Override
        public String code() {
            return "platforms";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(any.contains(candidate.platform()));
        }

        @Override
        public String wanted() {
            return list(any, Coded::code);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(candidate.platform().code());
        }
    }

    /**
     * In one of these places. Of a creator known to be in Brazil it is unknown whether they are in São Paulo.
     *
     * @param any at least one
     */
    record Locations(Set<Place> any) implements HardFilter {
        /** Copies the set. */
        public Locations {
            any = someOf(any);
        }

        @Override
        public String code() {
            return "locations";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return candidate.location().map(Observed::value).map(this::test).orElse(Verdict.UNKNOWN);
        }

        Verdict test(Place place) {
            if (any.stream().anyMatch(wanted -> wanted.contains(place))) {
                return Verdict.PASS;
            }
            return any.stream().anyMatch(place::contains) ? Verdict.UNKNOWN : Verdict.FAIL;
        }

        @Override
        public String wanted() {
            return list(any, Place::code);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.location().map(known -> known.value().code());
        }
    }

    /**
     * About one of these: as it is declared, else as at least a fifth of the content is.
     *
     * @param any at least one
     */
    record Categories(Set<Category> any) implements HardFilter {
        /** Copies the set. */
        public Categories {
            any = someOf(any);
        }

        @Override
        public String code() {
            return "categories";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.categories(), known -> known.value().stream().anyMatch(any::contains));
        }

        @Override
        public String wanted() {
            return list(any, Coded::code);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.categories().map(known -> list(known.value(), Coded::code));
        }
    }

    /**
     * In one of these languages: as they are declared, else as the content is.
     *
     * @param any at least one
     */
    record Languages(Set<Language> any) implements HardFilter {
        /** Copies the set. */
        public Languages {
            any = someOf(any);
        }

        @Override
        public String code() {
            return "languages";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.languages(), known -> known.value().stream().anyMatch(any::contains));
        }

        @Override
        public String wanted() {
            return list(any, Language::code);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.languages().map(known -> list(known.value(), Language::code));
        }
    }

    /**
     * With a count in a range.
     *
     * @param measure what is counted
     * @param range ends of at least 0, at least one of them given; ends above {@link Measure#MOST} are taken as that
     */
    record Count(Measure measure, Range<Long> range) implements HardFilter {
        /** Checks the range. */
        public Count {
            range = new Range<>(limited(range).min().map(Count::bounded), range.max().map(Count::bounded));
        }

        private static Long bounded(Long end) {
            if (end < 0) {
                throw new IllegalArgumentException("a count is at least 0: " + end);
            }
            return Math.min(end, Measure.MOST);
        }

        @Override
        public String code() {
            return measure.code();
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(measure.of(candidate), range::contains);
        }

        @Override
        public String wanted() {
            return interval(range, String::valueOf);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return measure.of(candidate).map(String::valueOf);
        }
    }

    /**
     * With an engagement rate in a range.
     *
     * @param range at least one end given
     */
    record Engagement(Range<EngagementRate> range) implements HardFilter {
        /** Checks the range. */
        public Engagement {
            limited(range);
        }

        @Override
        public String code() {
            return "engagement_rate";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.engagementRate(), known -> range.contains(known.value()));
        }

        @Override
        public String wanted() {
            return interval(range, rate -> rate.fraction().toPlainString());
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.engagementRate().map(known -> known.value().fraction().toPlainString());
        }
    }

    /**
     * With enough content about one of these, whatever categories are declared.
     *
     * @param least the least share of each in percent, 0 to 100, at least one; 0 is taken as 1, for what nothing is about is not wanted
     */
    record ContentCategories(Map<Category, Integer> least) implements HardFilter {
        /** Copies the shares and checks them. */
        public ContentCategories {
            if (least.isEmpty() || least.values().stream().anyMatch(percent -> percent < 0 || percent > CategoryShares.WHOLE)) {
                throw new IllegalArgumentException("a filter names at least one share of 0 to 100 percent: " + least);
            }
            least = least.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Math.max(1, entry.getValue())));
        }

        @Override
        public String code() {
            return "content_categories";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.contentCategories(),
                    found -> least.entrySet().stream().anyMatch(wanted -> found.of(wanted.getKey()) >= wanted.getValue()));
        }

        @Override
        public String wanted() {
            return shares(least);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.contentCategories().map(found -> shares(found.percents()));
        }

        private static String shares(Map<Category, Integer> percents) {
            return list(percents.entrySet(), share -> share.getKey().code() + ":" + share.getValue());
        }
    }

    /**
     * With posts of a mean mood in a range.
     *
     * @param range at least one end given
     */
    record Sentiment(Range<MoodScore> range) implements HardFilter {
        /** Checks the range. */
        public Sentiment {
            limited(range);
        }

        @Override
        public String code() {
            return "sentiment";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.sentiment(), range::contains);
        }

        @Override
        public String wanted() {
            return interval(range, MoodScore::toString);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.sentiment().map(MoodScore::toString);
        }
    }

    /**
     * Verified by the platform, or not.
     *
     * @param yes which
     */
    record Verified(boolean yes) implements HardFilter {
        @Override
        public String code() {
            return "verified";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.verified(), known -> known == yes);
        }

        @Override
        public String wanted() {
            return String.valueOf(yes);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.verified().map(String::valueOf);
        }
    }

    /**
     * With an address on record, or without.
     *
     * @param yes which
     */
    record HasEmail(boolean yes) implements HardFilter {
        @Override
        public String code() {
            return "has_email";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.hasEmail() == yes);
        }

        @Override
        public String wanted() {
            return String.valueOf(yes);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(String.valueOf(candidate.hasEmail()));
        }
    }

    /**
     * Posted on this day or later.
     *
     * @param day the first day that will do
     */
    record LastPostSince(LocalDate day) implements HardFilter {
        /** Brings the day into the span of {@link Candidate#lastPostOn}. */
        public LastPostSince {
            day = Candidate.day(day);
        }

        @Override
        public String code() {
            return "last_post_since";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.lastPostOn(), last -> !last.isBefore(day));
        }

        @Override
        public String wanted() {
            return day.toString();
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.lastPostOn().map(LocalDate::toString);
        }
    }

    /**
     * Like at least one of these, and none of them: at least {@link #THRESHOLD} under {@link SearchCriteria#like}. What is not known of
     * a seed is not compared.
     *
     * @param seeds at least one
     */
    record SimilarTo(List<Candidate> seeds) implements HardFilter {

        /**
         * The least similarity, in millionths: a creator of the same category may be on another platform in a neighbouring
         * country, or ten times as large.
         */
        public static final int THRESHOLD = 700_000;

        /** Copies the seeds. */
        public SimilarTo {
            seeds = List.copyOf(someOf(Set.copyOf(seeds)));
        }

        @Override
        public String code() {
            return "similar_to";
        }

        @Override
        public Verdict test(Candidate candidate) {
            boolean isSeed = seeds.stream().anyMatch(seed -> seed.id().equals(candidate.id()));
            return Verdict.of(!isSeed && best(candidate) >= THRESHOLD);
        }

        List<SearchCriteria> criteria() {
            return seeds.stream().map(seed -> SearchCriteria.like(seed, LocalDate.EPOCH)).toList();
        }

        private int best(Candidate candidate) {
            return criteria().stream().mapToInt(like -> MatchScorer.total(candidate, like)).max().orElseThrow();
        }

        @Override
        public String wanted() {
            return list(seeds, seed -> seed.id().toString());
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(MatchScorer.decimal(best(candidate)).toPlainString());
        }
    }

    /**
     * Saying something. A creator has a name and a handle at least, so it is always known whether one says it.
     *
     * @param question what
     * @param rows who does, in the catalogue to be ranked; empty as long as nobody has looked
     */
    record Says(TextQuestion question, Optional<RowSet> rows) implements HardFilter {
        /**
         * A filter to be answered before anybody is ranked.
         *
         * @param question what
         */
        public Says(TextQuestion question) {
            this(question, Optional.empty());
        }

        @Override
        public String code() {
            return question.kind().code();
        }

        /**
         * Decides about one creator of the catalogue for which the question was answered.
         *
         * @param candidate the creator
         * @return whether the creator says it
         * @throws IllegalStateException when nobody has looked who says it
         */
        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(answered().contains(candidate.id()));
        }

        RowSet answered() {
            return rows.orElseThrow(() -> new IllegalStateException("nobody has looked who says " + question));
        }

        @Override
        public String wanted() {
            return question.canonical();
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(String.valueOf(answered().contains(candidate.id())));
        }
    }

    /**
     * None of these creators.
     *
     * @param ids at least one
     */
    record NotCreators(Set<CreatorId> ids) implements HardFilter {
        /** Copies the set. */
        public NotCreators {
            ids = someOf(ids);
        }

        @Override
        public String code() {
            return "exclude.creator_ids";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(!ids.contains(candidate.id()));
        }

        @Override
        public String wanted() {
            return list(ids, CreatorId::toString);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(candidate.id().toString());
        }
    }

    /**
     * None with these names, on any platform.
     *
     * @param names at least one, in the form of {@link Handle#name}
     */
    record NotHandles(Set<String> names) implements HardFilter {
        /** Copies the set and checks the names. */
        public NotHandles {
            names = someOf(names);
            names.forEach(name -> new Handle(Platform.INSTAGRAM, name));
        }

        @Override
        public String code() {
            return "exclude.handles";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(!names.contains(candidate.handle().name()));
        }

        @Override
        public String wanted() {
            return list(names, name -> name);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return Optional.of(candidate.handle().name());
        }
    }

    /**
     * None known to be about these, in the sense of {@link Categories}; creators of unknown categories stay.
     *
     * @param none at least one
     */
    record NotCategories(Set<Category> none) implements HardFilter {
        /** Copies the set. */
        public NotCategories {
            none = someOf(none);
        }

        @Override
        public String code() {
            return "exclude.categories";
        }

        @Override
        public Verdict test(Candidate candidate) {
            return Verdict.of(candidate.categories().map(known -> known.value().stream().noneMatch(none::contains)).orElse(true));
        }

        @Override
        public String wanted() {
            return list(none, Coded::code);
        }

        @Override
        public Optional<String> found(Candidate candidate) {
            return candidate.categories().map(known -> list(known.value(), Coded::code));
        }
    }

    private static <T> Set<T> someOf(Set<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a filter names at least one value");
        }
        return Set.copyOf(values);
    }

    private static <N extends Comparable<N>> Range<N> limited(Range<N> range) {
        if (range.min().isEmpty() && range.max().isEmpty()) {
            throw new IllegalArgumentException("a range has at least one end");
        }
        return range;
    }

    private static <T> String list(Collection<T> values, Function<? super T, String> text) {
        return values.stream().map(text).sorted().collect(Collectors.joining(","));
    }

    private static <N extends Comparable<N>> String interval(Range<N> range, Function<N, String> text) {
        return range.min().map(text).orElse("") + ".." + range.max().map(text).orElse("");
    }
}
