package io.tastemaker.adapters.ai.shared;

import java.time.Duration;

/**
 * How patient we are with a model.
 *
 * @param connect how long connecting may take
 * @param attempt how long one attempt may take, from the beginning to the last byte of the answer
 * @param call how long a call may take with all its attempts, if its caller waits that long
 * @param attempts how often one question is asked at most
 * @param pause how long to wait before the second attempt, at most, unless the model names a time; twice as long before each further one
 * @param open how long nothing is asked after too many failures; longer than a call
 * @param probes how many may try at once after that
 * @param atOnce how many calls may be under way
 * @param mostBytes how long an answer may be
 */
public record GateLimits(Duration connect, Duration attempt, Duration call, int attempts, Duration pause, Duration open, int probes, int atOnce,
        int mostBytes) {

    /** What is meant for real. */
    public static final GateLimits USUAL = new GateLimits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(60), 4,
            Duration.ofMillis(500), Duration.ofSeconds(120), 3, 8, 1024 * 1024);
}
