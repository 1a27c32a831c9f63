package io.tastemaker.adapters.ai.shared;

import io.tastemaker.domain.content.FallbackReason;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks once, and has an answer or none within the time given, whatever the other side does. Goes where it is told and nowhere else. */
final class ModelWire implements AutoCloseable {

    private final int mostBytes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    ModelWire(GateLimits limits) {
        mostBytes = limits.mostBytes();
        client = HttpClient.newBuilder().connectTimeout(limits.connect()).executor(threads)
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    }

    Attempt attempt(HttpRequest request, Duration time) {
        CompletableFuture<HttpResponse<byte[]>> running = client.sendAsync(request, head -> new CappedBody(mostBytes));
        try {
            HttpResponse<byte[]> answer = running.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return new Attempt.Answered(answer.statusCode(), answer.headers(), AnswerText.of(answer.headers(), answer.body(), mostBytes));
        } catch (TimeoutException late) {
            return new Attempt.Broken(FallbackReason.TIMEOUT, true);
        } catch (ExecutionException failure) {
            return broken(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Attempt.Broken(FallbackReason.NO_TIME_LEFT, false);
        } finally {
            running.cancel(true);
        }
    }

    /** More than we want to read will be more the next time too; all else is a connection that was not made, or that broke. */
    private static Attempt broken(Throwable cause) {
        return cause instanceof CappedBody.TooLong ? new Attempt.Broken(FallbackReason.UNUSABLE_ANSWER, false)
                : new Attempt.Broken(FallbackReason.UNREACHABLE, true);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
