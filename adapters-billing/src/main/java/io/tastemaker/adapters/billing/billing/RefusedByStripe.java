package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.StripeException;
import java.io.Serial;
import java.util.Optional;

/** Stripe understood what we asked and does not do it, where nobody foresaw that: a fault of this program or of its settings. */
final class RefusedByStripe extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNKNOWN_KEY = 401;

    /** What Stripe says of an unknown key repeats a part of it, so we say it ourselves. */
    RefusedByStripe(StripeException failure) {
        super("Stripe refuses: " + (failure.getStatusCode() == UNKNOWN_KEY ? "the secret key is not known" : failure.getUserMessage())
                + " (status " + failure.getStatusCode() + Optional.ofNullable(failure.getCode()).map(code -> ", " + code).orElse("")
                + Optional.ofNullable(failure.getRequestId()).map(id -> ", request " + id).orElse("") + ")");
    }
}
