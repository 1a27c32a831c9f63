package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.FallbackReason;
import java.io.Serial;

/** A model that gave no answer. It is always looked at where the model is asked, so it carries no stack. */
final class NoLogits extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FallbackReason reason;

    NoLogits(FallbackReason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    FallbackReason reason() {
        return reason;
    }
}
