package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.ApiConnectionException;
import java.io.Serial;
import java.time.Duration;

/** Stripe did not answer in a way that could be used, or told us to come again later. Nobody knows whether it did what was asked. */
final class NoAnswer extends ApiConnectionException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    enum Why {
        /** Theirs: it is down, or too slow. */
        DOWN,
        /** Nobody's: too much is asked at once. */
        BUSY,
        /** Ours: we do not want to know any more. */
        STOPPED
    }

    private final Why why;
    private final Duration retryAfter;

    NoAnswer(Why why, String message, Duration retryAfter) {
        super(message);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    Why why() {
        return why;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
