package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiRequest;
import com.stripe.net.LiveStripeResponseGetter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.tastemaker.domain.access.Refusal;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate in front of {@link StripeWire}: it lets so many calls through at once, and none for a while after Stripe failed several times in a
 * row. A call is what its caller sees, both attempts together. What Stripe answers and does not like is no failure.
 */
final class StripeGate extends LiveStripeResponseGetter {

    private static final Logger LOG = LoggerFactory.getLogger(StripeGate.class);
    private static final String NAME = "payments";
    private static final int FAILURES = 5;
    private static final int TRIALS = 2;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Semaphore room;
    private final CircuitBreaker breaker;
    private final Duration open;
    private volatile Instant openUntil = Instant.MIN;

    StripeGate(StripeSettings settings, StripeWire wire, StripeLimits limits, InstantSource clock) {
        super(new StripeAddress(settings), wire);
        this.clock = clock;
        open = limits.open();
        room = new Semaphore(limits.atOnce());
        breaker = CircuitBreaker.of(NAME, CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(limits.open())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(java.time.Clock::millis, TimeUnit.MILLISECONDS)
                .build());
        breaker.getEventPublisher().onStateTransition(event -> turned(event.getStateTransition()));
    }

    private void turned(CircuitBreaker.StateTransition transition) {
        if (transition.getToState() == CircuitBreaker.State.OPEN) {
            openUntil = clock.instant().plus(open);
        }
        LOG.warn("payments: the gate went from {} to {}", transition.getFromState(), transition.getToState());
    }

    /** Whether every call is let through, and not just a trial now and then. */
    boolean letsCallsThrough() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    @Override
    public <T extends StripeObject> T request(ApiRequest request, Type type) throws StripeException {
        if (!room.tryAcquire()) {
            throw new Refusal.Unavailable(NAME, SOON);
        }
        try {
            return guarded(request, type);
        } finally {
            room.release();
        }
    }

    private <T extends StripeObject> T guarded(ApiRequest request, Type type) throws StripeException {
        if (!breaker.tryAcquirePermission()) {
            Duration rest = Duration.between(clock.instant(), openUntil);
            throw new Refusal.Unavailable(NAME, rest.compareTo(SOON) > 0 ? rest : SOON);
        }
        Verdict verdict = Verdict.UNKNOWN;
        try {
            T answer = whole(super.request(request, type));
            verdict = Verdict.GOOD;
            return answer;
        } catch (NoAnswer failure) {
            verdict = verdict(failure);
            LOG.warn("payments: {} {}: {}", request.getMethod(), request.getPath(), failure.getMessage());
            throw new Refusal.Unavailable(NAME, failure.retryAfter());
        } catch (StripeException failure) {
            verdict = isAnswer(failure) ? Verdict.GOOD : Verdict.BAD;
            if (verdict == Verdict.GOOD) {
                throw failure;
            }
            throw unreadable(request, failure);
        } catch (RuntimeException failure) {
            verdict = Verdict.BAD;
            throw unreadable(request, failure);
        } finally {
            note(verdict);
        }
    }

    /** Any JSON object can be read as any object of Stripe's; what has no id is none. */
    private static <T extends StripeObject> T whole(T answer) {
        if (answer instanceof HasId named && named.getId() == null) {
            throw new IllegalStateException("an object without an id");
        }
        return answer;
    }

    /** How a call counts. */
    private enum Verdict { GOOD, BAD, UNKNOWN }

    private static Verdict verdict(NoAnswer failure) {
        return switch (failure.why()) {
            case DOWN -> Verdict.BAD;
            case BUSY -> Verdict.GOOD;
            case STOPPED -> Verdict.UNKNOWN;
        };
    }

    /** The library throws the same for an error that Stripe explains and for an answer that is none. */
    private static boolean isAnswer(StripeException failure) {
        Integer status = failure.getStatusCode();
        return status != null && status >= 400 && status < 500 && failure.getStripeError() != null;
    }

    private static Refusal.Unavailable unreadable(ApiRequest request, Exception failure) {
        LOG.warn("payments: {} {}: an answer that cannot be read: {}", request.getMethod(), request.getPath(), failure.getClass().getName());
        return new Refusal.Unavailable(NAME, SOON);
    }

    private void note(Verdict verdict) {
        switch (verdict) {
            case GOOD -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case BAD -> breaker.onError(0, TimeUnit.MILLISECONDS, new NoAnswer(NoAnswer.Why.DOWN, "failed", SOON));
            case UNKNOWN -> breaker.releasePermission();
        }
    }
}
