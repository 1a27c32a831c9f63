package io.tastemaker.adapters.http.shared;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/**
 * How long an answer is kept for who asks the same again: some seconds for those who ask at once, and some minutes from each time that somebody
 * did ask again. Most questions are put once, and what is kept for them takes the memory of those that are not.
 */
public final class UntilForgotten implements Expiry<Object, Object> {

    private static final long ONCE = Duration.ofSeconds(2).toNanos();

    private final long again;

    /**
     * Keeps what is asked for again.
     *
     * @param again how long, from each time
     */
    public UntilForgotten(Duration again) {
        this.again = again.toNanos();
    }

    @Override
    public long expireAfterCreate(Object key, Object value, long now) {
        return ONCE;
    }

    @Override
    public long expireAfterUpdate(Object key, Object value, long now, long left) {
        return left;
    }

    @Override
    public long expireAfterRead(Object key, Object value, long now, long left) {
        return again;
    }
}
