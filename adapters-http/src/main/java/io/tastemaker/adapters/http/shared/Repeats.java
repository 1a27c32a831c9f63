package io.tastemaker.adapters.http.shared;

import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.IdempotentCalls.CallKey;
import io.tastemaker.application.operations.out.IdempotentCalls.Entry;
import io.tastemaker.domain.access.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Answers a repeated call with what the first one was answered. The key is compared with the canonical command, not with raw bytes, so
 * that a client may write the same JSON differently. A dry run does nothing, and leaves its key to the call that does. What did not take
 * effect is forgotten: input faults, 401, 403, 404, 429 and 5xx.
 */
final class Repeats {

    static final String REPLAYED = "Idempotent-Replayed";

    /** Longer than any request runs, so that a killed one does not block its key for long. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration KEEP = Duration.ofHours(24);
    private static final Set<Integer> KEPT_REFUSALS = Set.of(402, 409);
    private static final String CONTENT_TYPE = "Content-Type";

    private final IdempotentCalls calls;
    private final InstantSource clock;

    Repeats(IdempotentCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Reply once(Route route, Actor actor, Input input, Supplier<Reply> work) {
        if (input.idempotencyKey().isEmpty() || ChargeQuery.isDry(input.query())) {
            return work.get();
        }
        CallKey call = new CallKey(actor.team(), route.toString(), input.idempotencyKey().get());
        return switch (calls.begin(call, fingerprint(input), clock.instant(), LEASE, KEEP)) {
            case Entry.Started(long token) -> first(call, token, work);
            case Entry.Answered(IdempotentCalls.Answer answer) -> replay(answer);
            case Entry.Running(Duration retryAfter) -> Problem.of(ProblemCode.REQUEST_IN_PROGRESS).retryAfter(retryAfter);
            case Entry.Reused() -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private Reply first(CallKey call, long token, Supplier<Reply> work) {
        Reply reply;
        try {
            reply = work.get();
        } catch (RuntimeException | Error failed) {
            calls.release(call, token);
            throw failed;
        }
        switch (reply) {
            case Answer answer -> calls.complete(call, token, kept(answer));
            case Problem problem when KEPT_REFUSALS.contains(problem.code().status()) -> calls.complete(call, token, kept(problem));
            case Problem forgotten -> calls.release(call, token);
            case Download download -> calls.release(call, token);
            case LineStream lines -> calls.release(call, token);
            case EventStream stream -> calls.release(call, token);
        }
        return reply;
    }

    private static IdempotentCalls.Answer kept(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(CONTENT_TYPE, answer.contentType());
        return new IdempotentCalls.Answer(answer.status(), headers, answer.body());
    }

    /** A problem's document names its request, so the replay keeps the first one's name. */
    private static IdempotentCalls.Answer kept(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>(problem.headers());
        headers.put(CONTENT_TYPE, Problems.MEDIA_TYPE);
        String requestId = Optional.ofNullable(MDC.get(RequestIds.MDC_KEY)).orElse("");
        return new IdempotentCalls.Answer(problem.code().status(), headers, Problems.document(problem, requestId));
    }

    private static Answer replay(IdempotentCalls.Answer kept) {
        Map<String, String> headers = new LinkedHashMap<>(kept.headers());
        String contentType = Optional.ofNullable(headers.remove(CONTENT_TYPE)).orElse(Answer.JSON);
        return new Answer(kept.status(), headers, kept.body(), contentType).header(REPLAYED, "true");
    }

    private record Command(Optional<Object> path, Optional<Object> query, Optional<Object> body, Optional<String> file) {}

    private static String fingerprint(Input input) {
        Command command = new Command(input.path(), input.query(), input.body(), input.upload().map(Upload::sha256));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.bytes(command)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
