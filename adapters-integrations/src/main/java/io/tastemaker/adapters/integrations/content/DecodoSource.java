package io.tastemaker.adapters.integrations.content;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Profiles of Instagram through the scraping API of Decodo. So many calls are under way at once, and none for a while after it failed
 * several times in a row; after that, two may try, once each. A call is what its caller sees, all attempts together.
 */
public final class DecodoSource implements CreatorSource, AutoCloseable {

    /** What facts from here are marked with is {@code source:} and this. */
    static final String NAME = "decodo";

    private static final Logger LOG = LoggerFactory.getLogger(DecodoSource.class);
    private static final int FAILURES = 5;
    private static final int TRIALS = 2;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DecodoLimits limits;
    private final InstantSource clock;
    private final DecodoWire wire;
    private final DecodoCalls calls;
    private final Semaphore room;
    private final CircuitBreaker breaker;
    private volatile Instant openUntil = Instant.MIN;

    /**
     * Opens no connection yet.
     *
     * @param settings who we are there
     * @param clock the time
     */
    public DecodoSource(DecodoSettings settings, InstantSource clock) {
        this(settings, clock, DecodoLimits.USUAL, Pauses.REAL, bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    DecodoSource(DecodoSettings settings, InstantSource clock, DecodoLimits limits, Pauses pauses, LongUnaryOperator chance) {
        this.limits = limits;
        this.clock = clock;
        wire = new DecodoWire(settings, limits.connect());
        calls = new DecodoCalls(wire, limits, clock, pauses, chance);
        room = new Semaphore(limits.atOnce());
        breaker = CircuitBreaker.of(NAME, CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(limits.open())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build());
        breaker.getEventPublisher().onStateTransition(event -> turned(event.getStateTransition()));
    }

    private void turned(CircuitBreaker.StateTransition transition) {
        if (transition.getToState() == CircuitBreaker.State.OPEN) {
            openUntil = clock.instant().plus(limits.open());
        }
        LOG.warn("creator source: the gate went from {} to {}", transition.getFromState(), transition.getToState());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Platform> platforms() {
        return Set.of(Platform.INSTAGRAM);
    }

    @Override
    public boolean isUp() {
        return breaker.getState() != CircuitBreaker.State.OPEN || !clock.instant().isBefore(openUntil);
    }

    @Override
    public Answer fetch(Handle handle, Duration within) {
        if (!platforms().contains(handle.platform())) {
            return Verdict.unavailable(Reason.NOT_CONFIGURED, "no source knows " + handle.platform().title());
        }
        if (!within.isPositive()) {
            return Verdict.unavailable(Reason.TIMEOUT, "there is no time left to ask");
        }
        if (!room.tryAcquire()) {
            return Verdict.unavailable(Reason.BUSY, limits.atOnce() + " calls are under way");
        }
        try {
            return guarded(handle, within);
        } finally {
            room.release();
        }
    }

    private Answer guarded(Handle handle, Duration within) {
        if (!breaker.tryAcquirePermission()) {
            Duration rest = Duration.between(clock.instant(), openUntil);
            return new Answer.Unavailable(Reason.BREAKER_OPEN, "it failed several times in a row",
                    rest.compareTo(SOON) > 0 ? rest : SOON);
        }
        // Who only tries whether it is back must not ask again and again.
        int attempts = breaker.getState() == CircuitBreaker.State.HALF_OPEN ? 1 : limits.attempts();
        Verdict.Standing standing = Verdict.Standing.UNKNOWN;
        try {
            Verdict verdict = calls.ask(handle, within, attempts);
            standing = verdict.standing();
            if (verdict.answer() instanceof Answer.Unavailable none) {
                LOG.warn("creator source: {}: {}", none.reason().code(), none.detail());
            }
            return verdict.answer();
        } finally {
            note(standing);
        }
    }

    private void note(Verdict.Standing standing) {
        switch (standing) {
            case WELL -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case FAILING -> breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("failed"));
            case UNKNOWN -> breaker.releasePermission();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        wire.close();
    }
}
