package io.tastemaker.adapters.ai.content;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.tastemaker.domain.content.FallbackReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a model alone for a while after it failed several times in a row; then one call tries whether it is better. */
final class LocalBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(LocalBreaker.class);

    /** The library waits for longer than it is told; this way it lets a call through as soon as the time is over. */
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final CircuitBreaker breaker;
    private final InstantSource clock;
    private final Duration open;
    private volatile Instant openUntil = Instant.MIN;

    LocalBreaker(String name, LocalLimits limits, InstantSource clock) {
        this.clock = clock;
        open = limits.open();
        breaker = CircuitBreaker.of(name, CircuitBreakerConfig.custom()
                .slidingWindow(limits.failures(), limits.failures(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(limits.open().minus(INSTANT))
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build());
        breaker.getEventPublisher().onStateTransition(event -> turned(event.getStateTransition()));
    }

    private void turned(CircuitBreaker.StateTransition transition) {
        if (transition.getToState() == CircuitBreaker.State.OPEN) {
            openUntil = clock.instant().plus(open);
        }
        LOG.warn("{}: the model went from {} to {}", breaker.getName(), transition.getFromState(), transition.getToState());
    }

    /** Whether a call would be let through. */
    boolean isUp() {
        return breaker.getState() != CircuitBreaker.State.OPEN || !clock.instant().isBefore(openUntil);
    }

    /** Lets a call through, or does not; each that was let through is followed by one of the other methods. */
    boolean letsThrough() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** That there is no room, or that the caller leaves, says nothing about the model. */
    void failed(FallbackReason reason) {
        if (reason == FallbackReason.BUSY || reason == FallbackReason.NO_TIME_LEFT) {
            breaker.releasePermission();
        } else {
            breaker.onError(0, TimeUnit.MILLISECONDS, new NoLogits(reason));
        }
    }
}
