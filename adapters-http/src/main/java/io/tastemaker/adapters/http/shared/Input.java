package io.tastemaker.adapters.http.shared;

import java.util.Optional;

/** What was read from a request and found right: the records, the file, and the headers that mean something to a handler. */
record Input(
        Optional<Object> path,
        Optional<Object> query,
        Optional<Object> body,
        Optional<Upload> upload,
        Optional<SignedBody> signed,
        Optional<Long> ifMatch,
        Optional<String> lastEventId,
        Optional<String> idempotencyKey,
        Optional<Long> creditsMax,
        boolean wantsLines,
        boolean wantsEvents) {}
