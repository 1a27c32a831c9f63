package io.tastemaker.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Attempts counted in memory. */
public final class InMemoryThrottles implements Throttles {

    private record Window(Instant began, int attempts) {}

    private final Map<String, Window> windows = new HashMap<>();

    @Override
    public synchronized Duration count(String bucket, Limit limit, Instant now) {
        Window window = windows.getOrDefault(bucket, new Window(now, 0));
        boolean over = !now.isBefore(window.began().plus(limit.window()));
        Window next = over ? new Window(now, 1) : new Window(window.began(), window.attempts() + 1);
        windows.put(bucket, next);
        return next.attempts() <= limit.most() ? Duration.ZERO : limit.left(next.began(), now);
    }

    @Override
    public synchronized int purge(Instant before) {
        int held = windows.size();
        windows.values().removeIf(window -> !window.began().isAfter(before));
        return held - windows.size();
    }
}
