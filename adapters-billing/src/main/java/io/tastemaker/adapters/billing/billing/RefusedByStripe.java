package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.StripeException;
import java.io.Serial;
import java.util.Optional;

/** Stripe understood what we asked and does not do it, where nobody foresaw that: a fault of this program or of its settings. */
final class RefusedByStripe extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNKNOWN_KEY = 401;

    RefusedByStripe(StripeException failure) {
        super("Stripe refuses: " + reason(failure) + " (status " + failure.getStatusCode() + also(failure.getCode(), "")
                + also(failure.getRequestId(), "request ") + ")");
    }

    /** What Stripe says of an unknown key repeats a part of it, so we say it ourselves. */
    private static String reason(StripeException failure) {
        return failure.getStatusCode() == UNKNOWN_KEY ? "the secret key is not known" : failure.getUserMessage();
    }

    private static String also(String text, String before) {
        return Optional.ofNullable(text).filter(said -> !said.isBlank()).map(said -> ", " + before + said).orElse("");
    }
}
