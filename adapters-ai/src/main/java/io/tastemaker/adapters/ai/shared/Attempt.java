package io.tastemaker.adapters.ai.shared;

import io.tastemaker.domain.content.FallbackReason;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came of one attempt. */
sealed interface Attempt {

    /**
     * There was a whole answer; whether it is of any use is another question.
     *
     * @param status from 100 to 599
     * @param headers what came with it
     * @param body its text; empty when it could not be unpacked
     */
    record Answered(int status, HttpHeaders headers, Optional<String> body) implements Attempt {}

    /**
     * There was none.
     *
     * @param reason why
     * @param mayPass whether it may be different another time
     */
    record Broken(FallbackReason reason, boolean mayPass) implements Attempt {}
}
