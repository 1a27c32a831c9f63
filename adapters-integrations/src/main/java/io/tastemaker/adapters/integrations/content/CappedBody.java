package io.tastemaker.adapters.integrations.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body up to a limit and cuts the connection beyond it. */
final class CappedBody implements BodySubscriber<byte[]> {

    /** The body goes on beyond the limit. */
    static final class TooMuch extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooMuch(int most) {
            super("more than " + most + " bytes");
        }
    }

    private final int most;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Flow.Subscription wire;

    CappedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        wire = subscription;
        wire.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> next) {
        for (ByteBuffer buffer : next) {
            if (received.size() + buffer.remaining() > most) {
                wire.cancel();
                body.completeExceptionally(new TooMuch(most));
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            received.writeBytes(bytes);
        }
        wire.request(1);
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
