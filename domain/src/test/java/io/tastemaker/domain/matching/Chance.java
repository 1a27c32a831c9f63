package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Random candidates and questions from small vocabularies, so that ties, matches and unknown values are frequent. */
final class Chance {

    static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    static final TeamId TEAM = new TeamId(new UUID(7, 7));

    private static final List<Place> PLACES = Stream.of("BR", "BR-SP", "BR-RJ", "AR", "US", "US-CA", "DE", "JP")
            .map(code -> Place.find(code).orElseThrow()).toList();
    private static final List<Language> LANGUAGES = Stream.of("pt", "en", "es", "ja", "fil").map(Language::new).toList();
    private static final long[] COUNTS = {0, 1, 900, 10_000, 10_000, 84_500, 99_999, 500_000, 3_000_000, 480_000_000, 5_000_000_000L};
    private static final int[] RATES = {0, 1, 8_000, 20_000, 20_000, 48_000, 300_000, 2_000_000, 1_000_000_000};

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> Set<T> some(List<T> choices) {
        Set<T> chosen = new HashSet<>();
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(any -> chosen.add(pick(choices)));
        return chosen;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return oneIn(5) ? Optional.empty() : Optional.of(value.get());
    }

    private <T> Optional<Observed<T>> observed(Supplier<T> value) {
        return maybe(() -> new Observed<>(value.get(), pick(List.of(Observed.Kind.values())), "test",
                Candidate.startOf(TODAY.minusDays(random.nextInt(500))).plusSeconds(random.nextInt(86_400))));
    }

    private long count() {
        return oneIn(3) ? (long) StrictMath.exp(random.nextDouble() * 20) : COUNTS[random.nextInt(COUNTS.length)];
    }

    private EngagementRate rate() {
        return new EngagementRate(oneIn(2) ? random.nextInt(200_000) : RATES[random.nextInt(RATES.length)]);
    }

    CreatorId id() {
        // High halves from both sides of the sign bit and often equal, so that the order of unsigned numbers shows.
        return new CreatorId(new UUID(random.nextInt(4) * 0x6000_0000_0000_0000L, random.nextLong()));
    }

    Candidate candidate(TeamId owner) {
        return candidate(id(), owner);
    }

    Candidate candidate(CreatorId id, TeamId owner) {
        Handle handle = new Handle(pick(List.of(Platform.values()).subList(0, 5)), oneIn(30) ? "ñandú" : "creator." + random.nextInt(40));
        return new Candidate(id, owner, handle, pick(List.of(Observed.Kind.values())), observed(this::count), observed(this::rate),
                observed(() -> some(List.of(Category.values()).subList(0, 6))), observed(() -> pick(PLACES)),
                observed(() -> some(LANGUAGES)), maybe(() -> oneIn(2)), maybe(() -> TODAY.minusDays(random.nextInt(90))), oneIn(2),
                maybe(this::count), maybe(this::count), maybe(this::count), maybe(this::count), maybe(this::shares), maybe(this::mood), card());
    }

    private Card card() {
        return new Card(maybe(() -> pick(List.of("Ana Lima", "Ænid Ñandú", "李娜"))), maybe(() -> "https://cdn.example/" + random.nextInt(1_000_000) + ".jpg"),
                maybe(() -> Candidate.startOf(TODAY).minusMillis(random.nextInt())));
    }

    CategoryShares shares() {
        return new CategoryShares(percents(1));
    }

    MoodScore mood() {
        return new MoodScore(oneIn(3) ? pick(List.of(-100, 0, 50, 100)) : random.nextInt(201) - 100);
    }

    private Map<Category, Integer> percents(int least) {
        Map<Category, Integer> percents = new EnumMap<>(Category.class);
        List<Category> choices = List.of(Category.FASHION, Category.BEAUTY, Category.FOOD, Category.TRAVEL, Category.SHOPPING);
        some(choices).forEach(category ->
                percents.put(category, oneIn(2) ? pick(List.of(least, 25, 50, 100)) : least + random.nextInt(100)));
        return percents;
    }

    List<Candidate> candidates(int count, TeamId owner) {
        return IntStream.range(0, count).mapToObj(any -> candidate(owner)).toList();
    }

    SearchCriteria criteria(List<Candidate> known) {
        SearchCriteria criteria = SearchCriteria.on(TODAY);
        if (oneIn(2)) {
            criteria = criteria.prefer(preferences());
        }
        if (oneIn(2)) {
            criteria = criteria.weighing(weights());
        }
        for (HardFilter filter : filters(known)) {
            criteria = criteria.where(filter);
        }
        return criteria;
    }

    private List<HardFilter> filters(List<Candidate> known) {
        List<HardFilter> all = new ArrayList<>(List.of(
                new HardFilter.Platforms(some(List.of(Platform.values()).subList(0, 5))),
                new HardFilter.Locations(some(PLACES)),
                new HardFilter.Categories(some(List.of(Category.values()).subList(0, 6))),
                new HardFilter.Languages(some(LANGUAGES)),
                new HardFilter.Engagement(range(rate(), rate())),
                new HardFilter.ContentCategories(percents(0)),
                new HardFilter.Sentiment(range(mood(), mood())),
                new HardFilter.Verified(oneIn(2)),
                new HardFilter.HasEmail(oneIn(2)),
                new HardFilter.LastPostSince(TODAY.minusDays(random.nextInt(90))),
                new HardFilter.NotHandles(Set.of("creator." + random.nextInt(40), "creator.4" + random.nextInt(10) + "0", "ñandú")),
                new HardFilter.NotCategories(some(List.of(Category.values()).subList(0, 6)))));
        Arrays.stream(Measure.values()).forEach(measure -> all.add(new HardFilter.Count(measure, range(count(), count()))));
        if (!known.isEmpty()) {
            all.add(new HardFilter.NotCreators(new HashSet<>(List.of(pick(known).id(), pick(known).id(), id()))));
            all.add(new HardFilter.SimilarTo(List.copyOf(some(known))));
        }
        int odds = 1 + random.nextInt(12);
        return all.stream().filter(filter -> oneIn(odds + 2)).toList();
    }

    private <N extends Comparable<N>> Range<N> range(N one, N other) {
        N min = one.compareTo(other) <= 0 ? one : other;
        N max = min == one ? other : one;
        return switch (random.nextInt(3)) {
            case 0 -> Range.from(min);
            case 1 -> new Range<>(Optional.empty(), Optional.of(max));
            default -> Range.of(min, max);
        };
    }

    Preferences preferences() {
        Optional<FollowerAim> followers = oneIn(3) ? Optional.empty() : Optional.of(aim());
        return new Preferences(oneIn(2) ? Set.of() : some(List.of(Platform.values())), oneIn(3) ? Set.of() : some(PLACES),
                oneIn(3) ? Set.of() : some(List.of(Category.values()).subList(0, 6)), oneIn(2) ? Set.of() : some(LANGUAGES), followers);
    }

    private FollowerAim aim() {
        long[] three = LongStream.of(count(), count(), count()).sorted().toArray();
        Optional<Long> min = oneIn(3) ? Optional.empty() : Optional.of(three[0]);
        Optional<Long> max = oneIn(3) ? Optional.empty() : Optional.of(three[2]);
        boolean ideal = oneIn(2) || (min.isEmpty() && max.isEmpty());
        return new FollowerAim(min, max, ideal ? Optional.of(three[1]) : Optional.empty());
    }

    Weights weights() {
        int[] cuts = IntStream.range(0, 4).map(any -> oneIn(4) ? 0 : random.nextInt(1_000_001)).sorted().toArray();
        Map<Factor, BigDecimal> weights = new EnumMap<>(Factor.class);
        int last = 0;
        for (Factor factor : Factor.values()) {
            int next = factor.ordinal() < 4 ? cuts[factor.ordinal()] : 1_000_000;
            weights.put(factor, BigDecimal.valueOf(next - last, 6));
            last = next;
        }
        return Weights.of(weights);
    }

    CatalogueVersion version(long sequence) {
        return CatalogueVersion.of(sequence, Instant.EPOCH.plusSeconds(sequence));
    }
}
