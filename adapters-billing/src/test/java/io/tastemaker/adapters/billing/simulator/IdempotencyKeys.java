package io.tastemaker.adapters.billing.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was answered to which key, for a day. */
final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private record Use(String request, Instant since, Optional<Answer> answer) {}

    private final Map<String, Use> uses = new HashMap<>();
    private final InstantSource clock;

    IdempotencyKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** The answer that this request got before, or nothing, and the key is taken until it is {@linkplain #keep kept} or {@linkplain #free freed}. */
    synchronized Optional<Answer> claim(String key, String request) {
        Instant now = clock.instant();
        Optional<Use> before = Optional.ofNullable(uses.get(key)).filter(use -> use.since().plus(KEPT).isAfter(now));
        if (before.isEmpty()) {
            uses.put(key, new Use(request, now, Optional.empty()));
            return Optional.empty();
        }
        if (!before.get().request().equals(request)) {
            throw Refusal.otherParameters(key);
        }
        return Optional.of(before.get().answer().orElseThrow(() -> Refusal.keyInUse(key)));
    }

    synchronized void keep(String key, Answer answer) {
        uses.computeIfPresent(key, (same, use) -> new Use(use.request(), use.since(), Optional.of(answer)));
    }

    synchronized void free(String key) {
        uses.remove(key);
    }
}
