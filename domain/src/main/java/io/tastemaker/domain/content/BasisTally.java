package io.tastemaker.domain.content;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what a profile rests on. */
final class BasisTally {

    private final Map<Model, Integer> models = new HashMap<>();
    private int posts;
    private int analysed;
    private int fallbacks;
    private Optional<Instant> firstPostAt = Optional.empty();
    private Optional<Instant> lastPostAt = Optional.empty();
    private Optional<Instant> observedFrom = Optional.empty();
    private Optional<Instant> observedTo = Optional.empty();

    void add(Post post) {
        posts++;
        post.content().postedAt().ifPresent(at -> {
            firstPostAt = earlier(firstPostAt, at);
            lastPostAt = later(lastPostAt, at);
        });
        observedFrom = earlier(observedFrom, post.observedAt());
        observedTo = later(observedTo, post.observedAt());
    }

    void add(Reading reading) {
        analysed++;
        fallbacks += reading.isFallback() ? 1 : 0;
        reading.origins().map(ProducedBy::model).distinct().forEach(model -> models.merge(model, 1, Integer::sum));
    }

    private static Optional<Instant> earlier(Optional<Instant> known, Instant at) {
        return known.filter(other -> other.isBefore(at)).or(() -> Optional.of(at));
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant at) {
        return known.filter(other -> other.isAfter(at)).or(() -> Optional.of(at));
    }

    ContentProfile.Basis basis() {
        return new ContentProfile.Basis(posts, analysed, fallbacks, firstPostAt, lastPostAt, observedFrom, observedTo, models);
    }
}
