package io.tastemaker.adapters.integrations.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.tastemaker.adapters.integrations.shared.WhenNeeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Small JSON documents over HTTP: no redirects, no more than {@value #MOST_BYTES} bytes, and all of it in time or nothing. */
final class BriefHttp implements AutoCloseable {

    private static final int MOST_BYTES = 262_144;

    /** What came back. */
    record Reply(int status, Map<String, Object> json) {}

    /** Nothing came back that could be used; says why, without what was sent. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String why) {
            super(why, null, false, false);
        }
    }

    private final WhenNeeded<HttpClient> client;
    private final Duration limit;

    /** Gives each call so much time, from the first byte sent to the last received. */
    BriefHttp(Duration limit) {
        this.limit = limit;
        this.client = new WhenNeeded<>(() ->
                HttpClient.newBuilder().connectTimeout(limit).followRedirects(HttpClient.Redirect.NEVER).build());
    }

    Reply send(HttpRequest.Builder request) throws Failed {
        HttpRequest bounded = request.header("Accept", "application/json").timeout(limit).build();
        CompletableFuture<HttpResponse<byte[]>> running = client.get().sendAsync(bounded, head -> new Capped());
        try {
            HttpResponse<byte[]> response = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), JSONObjectUtils.parse(new String(response.body(), StandardCharsets.UTF_8)));
        } catch (TimeoutException late) {
            running.cancel(true);
            throw new Failed("no whole answer within " + limit);
        } catch (ExecutionException broken) {
            throw new Failed("no answer: " + broken.getCause().getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        } catch (ParseException noJson) {
            throw new Failed("the answer is no JSON object");
        }
    }

    @Override
    public void close() {
        client.ifMade(HttpClient::shutdownNow);
    }

    /** Takes a body up to the limit and cuts the connection beyond it. */
    private static final class Capped implements BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription wire) {
            subscription = wire;
            wire.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> next) {
            for (ByteBuffer buffer : next) {
                if (received.size() + buffer.remaining() > MOST_BYTES) {
                    subscription.cancel();
                    body.completeExceptionally(new IOException("too much"));
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                received.writeBytes(bytes);
            }
            subscription.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(received.toByteArray());
        }
    }
}
