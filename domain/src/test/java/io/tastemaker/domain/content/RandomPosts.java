package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random posts from small vocabularies with many gaps and ties, and a few extremes. */
final class RandomPosts {

    private static final List<Model> MODELS = List.of(PostSketch.RULES, Model.DEFAULTS,
            new Model(Model.Source.REMOTE, "models.example", "judge", "7"));
    private static final List<Language> LANGUAGES = Stream.of("en", "pt", "fil").map(Language::new).toList();
    private static final List<String> WORDS = List.of("#sun", "#sea", "#Ölfarben", "@ana", "@ben.k", "https://example.org/a#b", "breakfast",
            "今日はとても良い天気ですね、公園へ行きました", "with", "friends", "in", "the", "mountains", "\n", "🌞");

    private final Random random;

    RandomPosts(long seed) {
        random = new Random(seed);
    }

    List<PostSketch> some() {
        return IntStream.range(0, random.nextInt(60)).mapToObj(any -> post()).toList();
    }

    List<PostSketch> shuffled(List<PostSketch> posts) {
        List<PostSketch> copy = new ArrayList<>(posts);
        Collections.shuffle(copy, random);
        return copy;
    }

    Optional<Long> followers() {
        return maybe(() -> count() / 3);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    PostSketch post() {
        return new PostSketch(maybe(() -> Instant.ofEpochSecond(1_700_000_000L + random.nextInt(40) * 10_000L)), caption(),
                new Counts(maybe(this::count), maybe(this::count), maybe(this::count), maybe(this::count), maybe(this::count)),
                maybe(this::reading), PostSketch.SEEN.plusSeconds(random.nextInt(5)));
    }

    private String caption() {
        return String.join(" ", IntStream.range(0, random.nextInt(12)).mapToObj(any -> pick(WORDS)).toList());
    }

    private long count() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> Counts.MOST - random.nextInt(2);
            default -> random.nextInt(1_000);
        };
    }

    private Reading reading() {
        return new Reading(maybe(() -> new Attributed<>(sentiment(), by())), maybe(() -> new Attributed<>(guess(LANGUAGES), by())),
                maybe(() -> new Attributed<>(guess(List.of(Category.values()).subList(0, 6)), by())));
    }

    private Sentiment sentiment() {
        return new Sentiment(pick(List.of(Mood.values())), random.nextDouble() * 2 - 1, random.nextInt(4) / 3.0);
    }

    private <T> Guess<T> guess(List<T> of) {
        List<T> values = new ArrayList<>(of);
        Collections.shuffle(values, random);
        return new Guess<>(values.stream().limit(random.nextInt(4))
                .map(value -> new Guess.Likely<>(value, random.nextInt(3) == 0 ? 0.5 : random.nextDouble() * random.nextInt(2)))
                .sorted(Comparator.comparingDouble(likely -> -likely.confidence())).toList());
    }

    private ProducedBy by() {
        return new ProducedBy(pick(MODELS), Duration.ZERO, random.nextInt(4) == 0 ? Optional.of(FallbackReason.TIMEOUT) : Optional.empty());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }
}
