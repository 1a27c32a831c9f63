package io.tastemaker.adapters.billing.billing;

import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to Stripe: one call is at most two attempts and one deadline over both, whatever the other side does. What is sent says who we are
 * and nothing about the machine or about earlier calls.
 *
 * <p>A GET whose connection breaks before the first byte of an answer is repeated once by the JDK's client itself, inside of an attempt.
 */
final class StripeWire extends HttpClient implements AutoCloseable {

    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int CONFLICT = 409;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Set<String> TELLTALE = Set.of("x-stripe-client-telemetry", "x-stripe-client-user-agent", "user-agent");

    /** What came of an attempt. */
    private sealed interface Attempt {
        record Answered(StripeResponse response) implements Attempt {}

        record Broken(NoAnswer failure) implements Attempt {}
    }

    private final StripeLimits limits;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final java.net.http.HttpClient client;

    StripeWire(StripeLimits limits) {
        this.limits = limits;
        client = java.net.http.HttpClient.newBuilder().connectTimeout(limits.connect()).executor(threads)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER).version(java.net.http.HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws NoAnswer {
        return requestWithRetries(request);
    }

    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws NoAnswer {
        long end = System.nanoTime() + limits.call().toNanos();
        HttpRequest sent = sent(request);
        Attempt first = attempt(sent, end);
        Optional<Duration> pause = pauseAfter(first).filter(time -> left(end).compareTo(time) > 0);
        if (pause.isEmpty()) {
            return judged(first);
        }
        rest(pause.get());
        return judged(whole(first, attempt(sent, end)));
    }

    /** That the first attempt is still being worked on does not say that Stripe is well: there was no answer in time. */
    private static Attempt whole(Attempt first, Attempt second) {
        boolean isStillWorkedOn = second instanceof Attempt.Answered(StripeResponse response) && response.code() == CONFLICT;
        return first instanceof Attempt.Broken && isStillWorkedOn ? first : second;
    }

    private static HttpRequest sent(StripeRequest request) {
        HttpRequest.BodyPublisher body = Optional.ofNullable(request.content())
                .map(content -> HttpRequest.BodyPublishers.ofByteArray(content.byteArrayContent()))
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url().toString()))
                .method(request.method().name(), body).setHeader("User-Agent", "tastemaker");
        request.headers().map().forEach((name, values) -> {
            if (!TELLTALE.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private Attempt attempt(HttpRequest request, long end) {
        Duration time = left(end).compareTo(limits.attempt()) < 0 ? left(end) : limits.attempt();
        CompletableFuture<HttpResponse<byte[]>> running = client.sendAsync(request, head -> new CappedBody(MOST_BYTES));
        try {
            return new Attempt.Answered(response(running.get(time.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException late) {
            return broken(NoAnswer.Why.DOWN, "no whole answer in time");
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            return broken(NoAnswer.Why.DOWN, cause instanceof IOException ? "no answer: " + cause : "no answer: " + cause.getClass().getName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return broken(NoAnswer.Why.STOPPED, "interrupted");
        } finally {
            running.cancel(true);
        }
    }

    private static StripeResponse response(HttpResponse<byte[]> raw) {
        return new StripeResponse(raw.statusCode(), HttpHeaders.of(raw.headers().map()), new String(raw.body(), StandardCharsets.UTF_8));
    }

    private static Attempt broken(NoAnswer.Why why, String message) {
        return new Attempt.Broken(new NoAnswer(why, message, SOON));
    }

    /** Empty when another attempt would be of no use. */
    private Optional<Duration> pauseAfter(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Broken(NoAnswer failure) -> failure.why() == NoAnswer.Why.STOPPED ? Optional.empty() : Optional.of(jitter());
            case Attempt.Answered(StripeResponse response) -> mayPass(response)
                    ? Optional.of(retryAfter(response).orElseGet(this::jitter)) : Optional.empty();
        };
    }

    private static boolean mayPass(StripeResponse response) {
        String advice = response.headers().firstValue("Stripe-Should-Retry").orElse("");
        return isRefusedForNow(response.code()) && !advice.equals("false");
    }

    private static boolean isRefusedForNow(int status) {
        return status == CONFLICT || status == 429 || status >= 500;
    }

    private static StripeResponse judged(Attempt attempt) throws NoAnswer {
        return switch (attempt) {
            case Attempt.Broken(NoAnswer failure) -> throw failure;
            case Attempt.Answered(StripeResponse response) -> {
                if (isRefusedForNow(response.code())) {
                    throw new NoAnswer(response.code() >= 500 ? NoAnswer.Why.DOWN : NoAnswer.Why.BUSY, "status " + response.code()
                            + Optional.ofNullable(response.requestId()).map(id -> ", request " + id).orElse(""),
                            retryAfter(response).orElse(SOON));
                }
                yield response;
            }
        };
    }

    private static Optional<Duration> retryAfter(StripeResponse response) {
        return response.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text))));
    }

    private Duration jitter() {
        long most = limits.pause().toNanos();
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static void rest(Duration pause) throws NoAnswer {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.Why.STOPPED, "interrupted", SOON);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
