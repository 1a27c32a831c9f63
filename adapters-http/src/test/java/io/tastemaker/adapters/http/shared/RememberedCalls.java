package io.tastemaker.adapters.http.shared;

import io.tastemaker.application.operations.out.IdempotentCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps calls in memory, for as long as the test runs. */
final class RememberedCalls implements IdempotentCalls {

    private record Kept(String fingerprint, Optional<Answer> answer) {}

    private final Map<CallKey, Kept> calls = new HashMap<>();

    @Override
    public synchronized Entry begin(CallKey call, String fingerprint, Instant now, Duration lease, Duration keep) {
        Kept kept = calls.putIfAbsent(call, new Kept(fingerprint, Optional.empty()));
        if (kept == null) {
            return new Entry.Started(1);
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            return new Entry.Reused();
        }
        return kept.answer().<Entry>map(Entry.Answered::new).orElse(new Entry.Running(Duration.ofSeconds(1)));
    }

    @Override
    public synchronized void complete(CallKey call, long token, Answer answer) {
        calls.computeIfPresent(call, (key, kept) -> new Kept(kept.fingerprint(), Optional.of(answer)));
    }

    @Override
    public synchronized void release(CallKey call, long token) {
        calls.remove(call);
    }

    @Override
    public int purge(Instant now) {
        return 0;
    }
}
