package io.tastemaker.adapters.http.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Bodies that were read and found right, by their bytes: what is sent over and over is understood once, and gives the same record. They
 * stay in memory for a while, so only a route whose bodies hold no secret may have them remembered.
 */
final class KnownBodies {

    private static final int MOST_BYTES = 8_000_000;
    private static final int LARGEST = 64_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Estimates on the large side: what each takes at least, and the record, for each byte that it was read from. */
    private static final int BYTES_AT_LEAST = 500;
    private static final int BYTES_OF_RECORD = 10;

    private record Sent(Route route, ByteBuffer bytes) {}

    private final Cache<Sent, Object> known = Caffeine.newBuilder().executor(Runnable::run) // tidies up without waking a thread for it
            .maximumWeight(MOST_BYTES).expireAfter(new UntilForgotten(KEPT))
            .<Sent, Object>weigher((sent, body) -> BYTES_AT_LEAST + BYTES_OF_RECORD * sent.bytes().capacity()).build();

    Optional<Object> find(Route route, byte[] bytes) {
        return Optional.ofNullable(known.getIfPresent(new Sent(route, ByteBuffer.wrap(bytes))));
    }

    void keep(Route route, byte[] bytes, Object body) {
        if (bytes.length <= LARGEST) {
            known.put(new Sent(route, ByteBuffer.wrap(bytes)), body);
        }
    }
}
