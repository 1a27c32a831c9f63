package io.tastemaker.adapters.ai.shared;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.tastemaker.domain.content.FallbackReason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate in front of a model that runs elsewhere: it lets so many calls through at once, and none for a while after the model failed several
 * times in a row. A call counts as its caller sees it, all questions and attempts together. That the model does not like a question is no
 * failure, and that it wants fewer of them says nothing. After the while a few may try, and the first of them whose call says anything
 * decides: no trial is longer than a call, so none keeps the gate half open.
 */
public final class ModelGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);
    private static final int FAILURES = 4;

    /** The library waits for longer than it is told; this way the first trial is let through when the time is over, and not after that. */
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final Endpoint endpoint;
    private final GateLimits limits;
    private final InstantSource clock;
    private final ModelWire wire;
    private final RetryBudget budget = new RetryBudget();
    private final Semaphore room;
    private final CircuitBreaker breaker;

    /**
     * A gate that is open.
     *
     * @param endpoint where the model is
     * @param limits how patient we are
     * @param clock tells when the model is asked again
     */
    public ModelGate(Endpoint endpoint, GateLimits limits, InstantSource clock) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
        wire = new ModelWire(limits);
        room = new Semaphore(limits.atOnce());
        breaker = CircuitBreaker.of(endpoint.provider() + " " + endpoint.model(), CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(limits.open().minus(INSTANT))
                .permittedNumberOfCallsInHalfOpenState(limits.probes())
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build());
        breaker.getEventPublisher().onStateTransition(event -> LOG.warn("{}: the gate went from {} to {}", endpoint,
                event.getStateTransition().getFromState(), event.getStateTransition().getToState()));
    }

    /**
     * Whether every call is let through, and not just a trial now and then. Who stops asking because of this never learns that the model is
     * well again.
     *
     * @return false from the last of several failures to the first success
     */
    public boolean letsCallsThrough() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /**
     * Makes a call, if one may be made now.
     *
     * @param <T> what is made of the answers
     * @param within how long the caller waits
     * @param work asks the questions
     * @return what the work said, or why nothing was asked
     */
    public <T> Reply<T> pass(Duration within, Function<Call, Reply<T>> work) {
        if (!within.isPositive()) {
            return Reply.missed(FallbackReason.NO_TIME_LEFT);
        }
        long end = System.nanoTime() + (within.compareTo(limits.call()) < 0 ? within : limits.call()).toNanos();
        if (!room.tryAcquire()) {
            return Reply.missed(FallbackReason.BUSY);
        }
        try {
            return guarded(new Call(endpoint, limits, clock, wire, budget, end), work);
        } finally {
            room.release();
        }
    }

    private <T> Reply<T> guarded(Call call, Function<Call, Reply<T>> work) {
        if (!breaker.tryAcquirePermission()) {
            return Reply.missed(FallbackReason.BREAKER_OPEN);
        }
        Verdict verdict = Verdict.NONE;
        try {
            Reply<T> reply = work.apply(call);
            verdict = verdict(reply);
            return reply;
        } finally {
            note(verdict);
        }
    }

    /** How a call counts. */
    private enum Verdict { GOOD, BAD, NONE }

    private Verdict verdict(Reply<?> reply) {
        return switch (reply) {
            case Reply.Given<?> given -> Verdict.GOOD;
            case Reply.Missed<?> missed -> {
                LOG.warn("{}: {}, status {}", endpoint, missed.reason().code(), missed.status().orElse(0));
                yield verdict(missed.reason());
            }
        };
    }

    private static Verdict verdict(FallbackReason reason) {
        return switch (reason) {
            case TIMEOUT, UNREACHABLE, FAILED, UNUSABLE_ANSWER -> Verdict.BAD;
            case REJECTED -> Verdict.GOOD;
            case RATE_LIMITED, BUSY, BREAKER_OPEN, NO_TIME_LEFT -> Verdict.NONE;
        };
    }

    private synchronized void note(Verdict verdict) {
        switch (verdict) {
            case GOOD -> {
                breaker.onSuccess(0, TimeUnit.MILLISECONDS);
                if (isTrying()) {
                    breaker.transitionToClosedState();
                }
            }
            case BAD -> {
                breaker.onError(0, TimeUnit.MILLISECONDS, new IOException("no answer"));
                if (isTrying()) {
                    breaker.transitionToOpenState();
                }
            }
            case NONE -> breaker.releasePermission();
        }
    }

    private boolean isTrying() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    @Override
    public void close() {
        wire.close();
    }
}
