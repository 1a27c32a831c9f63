package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Decodo once: no redirects, since the key would travel with them, no more than so many bytes, and all of it in time or nothing. */
final class DecodoWire implements AutoCloseable {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final HttpRequest.Builder question;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    DecodoWire(DecodoSettings settings, Duration connect) {
        question = HttpRequest.newBuilder(settings.scrape()).setHeader("User-Agent", "tastemaker").header("Accept", "application/json")
                .header("Content-Type", "application/json").header("Authorization", settings.authorization());
        client = HttpClient.newBuilder().connectTimeout(connect).executor(threads).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    Attempt ask(String handle, Duration time) {
        String wish = JsonNodeFactory.instance.objectNode().put("target", "instagram_graphql_profile").put("query", handle).toString();
        HttpRequest request = question.copy().POST(BodyPublishers.ofString(wish)).build();
        CompletableFuture<HttpResponse<byte[]>> running = client.sendAsync(request, head -> new CappedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = running.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return new Attempt.Answered(answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body());
        } catch (TimeoutException late) {
            return new Attempt.Broken(Reason.TIMEOUT, "no whole answer within " + time.toMillis() + " ms");
        } catch (ExecutionException failure) {
            return broken(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Attempt.Stopped();
        } finally {
            running.cancel(true);
        }
    }

    /** Messages of exceptions may hold what was sent; their names do not. */
    private static Attempt broken(Throwable failure) {
        return switch (failure) {
            case CappedBody.TooMuch much -> new Attempt.Broken(Reason.UNUSABLE_ANSWER, "the answer has more than " + MOST_BYTES + " bytes");
            case HttpConnectTimeoutException late -> new Attempt.Broken(Reason.UNREACHABLE, "no connection in time");
            case ConnectException refused -> new Attempt.Broken(Reason.UNREACHABLE, "no connection");
            case Throwable other -> new Attempt.Broken(Reason.UNREACHABLE, "the connection broke: " + other.getClass().getSimpleName());
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
