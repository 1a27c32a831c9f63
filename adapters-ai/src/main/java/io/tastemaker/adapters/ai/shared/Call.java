package io.tastemaker.adapters.ai.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.content.FallbackReason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * One call of a model: any number of questions, a few attempts for each, and one deadline over all. Reading a text changes nothing at the
 * other side, so a question may be asked again though nobody knows what became of the first attempt. Safe for use by many threads.
 */
public final class Call {

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final Endpoint endpoint;
    private final GateLimits limits;
    private final InstantSource clock;
    private final ModelWire wire;
    private final RetryBudget budget;
    private final long end;

    Call(Endpoint endpoint, GateLimits limits, InstantSource clock, ModelWire wire, RetryBudget budget, long end) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
        this.wire = wire;
        this.budget = budget;
        this.end = end;
    }

    /**
     * Asks one question.
     *
     * @param <T> what is made of the answer
     * @param address where
     * @param question what is posted
     * @param reading makes something of an answer, or nothing when the answer is none
     * @return what was made of it, or why there is nothing
     */
    public <T> Reply<T> ask(URI address, JsonNode question, Function<JsonNode, Optional<T>> reading) {
        HttpRequest request = request(address, question);
        Attempt came = attempt(request);
        for (int next = 2; next <= limits.attempts(); next++) {
            Optional<Duration> pause = pauseAfter(came, next);
            if (pause.isEmpty()) {
                break;
            }
            if (!rest(pause.get())) {
                return Reply.missed(FallbackReason.NO_TIME_LEFT);
            }
            came = attempt(request);
        }
        return judged(came, reading);
    }

    private HttpRequest request(URI address, JsonNode question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).setHeader("User-Agent", "tastemaker")
                .setHeader("Accept", "application/json").setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(question), StandardCharsets.UTF_8));
        endpoint.key().ifPresent(key -> request.setHeader("Authorization", "Bearer " + key));
        return request.build();
    }

    private Attempt attempt(HttpRequest request) {
        Duration left = left();
        return wire.attempt(request, left.compareTo(limits.attempt()) < 0 ? left : limits.attempt());
    }

    /** Empty when another attempt would be of no use, would come too late, or would be one too many for who is down. */
    private Optional<Duration> pauseAfter(Attempt came, int next) {
        Optional<Duration> pause = switch (came) {
            case Attempt.Broken broken -> broken.mayPass() ? Optional.of(jitter(next)) : Optional.empty();
            case Attempt.Answered answer -> mayPass(answer.status())
                    ? Optional.of(RetryAdvice.of(answer, clock).orElseGet(() -> jitter(next))) : Optional.empty();
        };
        return pause.filter(time -> time.compareTo(left()) < 0).filter(time -> budget.take());
    }

    private static boolean mayPass(int status) {
        return status == TIMED_OUT || status == TOO_MANY || status >= 500;
    }

    private <T> Reply<T> judged(Attempt came, Function<JsonNode, Optional<T>> reading) {
        return switch (came) {
            case Attempt.Broken broken -> Reply.missed(broken.reason());
            case Attempt.Answered answer when answer.status() / 100 == 2 -> read(answer, reading);
            case Attempt.Answered answer -> new Reply.Missed<>(refusal(answer.status()), OptionalInt.of(answer.status()));
        };
    }

    private <T> Reply<T> read(Attempt.Answered answer, Function<JsonNode, Optional<T>> reading) {
        Optional<T> value = answer.body().flatMap(Json::read).flatMap(reading);
        value.ifPresent(used -> budget.earn());
        return value.<Reply<T>>map(Reply.Given::new)
                .orElseGet(() -> new Reply.Missed<>(FallbackReason.UNUSABLE_ANSWER, OptionalInt.of(answer.status())));
    }

    private static FallbackReason refusal(int status) {
        return switch (status) {
            case TIMED_OUT -> FallbackReason.TIMEOUT;
            case TOO_MANY -> FallbackReason.RATE_LIMITED;
            default -> status >= 500 ? FallbackReason.FAILED : FallbackReason.REJECTED;
        };
    }

    /** Anything from nothing to the whole pause: who failed together shall not come again together. */
    private Duration jitter(int next) {
        long most = limits.pause().toNanos() << Math.min(next - 2, 10);
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** False when the caller does not want to know any more. */
    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
