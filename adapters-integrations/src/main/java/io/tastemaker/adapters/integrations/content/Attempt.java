package io.tastemaker.adapters.integrations.content;

import io.tastemaker.application.content.out.CreatorSource.Reason;
import java.util.Optional;

/** What came back when Decodo was asked once. */
sealed interface Attempt {

    /** A whole answer of any sort; what it asks for in {@code Retry-After} as it stands there. */
    record Answered(int status, Optional<String> again, byte[] body) implements Attempt {}

    /** None, or none that is whole. */
    record Broken(Reason reason, String why) implements Attempt {}

    /** Whoever waited for it was told to stop. */
    record Stopped() implements Attempt {}
}
