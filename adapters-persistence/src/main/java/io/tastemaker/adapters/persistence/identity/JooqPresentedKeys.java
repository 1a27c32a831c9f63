package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.identity.out.PresentedKeys;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API keys in PostgreSQL, as programs present them. A key that was found is not looked up again for half a second, so that a busy client
 * does not ask the database twice for each request; a revocation takes effect within that time on every node.
 */
public final class JooqPresentedKeys implements PresentedKeys, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JooqPresentedKeys.class);
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final AcrossTeams acrossTeams;
    private final JooqTransactions transactions;
    private final Cache<ApiKeyId, ApiKey> remembered =
            Caffeine.newBuilder().executor(Runnable::run).expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();
    /** Bounds how many notes can wait, too: one per key and minute. */
    private final Cache<ApiKeyId, Instant> noted =
            Caffeine.newBuilder().executor(Runnable::run).expireAfterWrite(BETWEEN_NOTES).maximumSize(MOST_REMEMBERED).build();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("uses-of-keys").factory());

    /** Begins to wait for uses; close it before the store. */
    public JooqPresentedKeys(AcrossTeams acrossTeams, JooqTransactions transactions) {
        this.acrossTeams = acrossTeams;
        this.transactions = transactions;
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return Optional.ofNullable(remembered.get(id, missing -> stored(missing).orElse(null)));
    }

    @Override
    public Optional<ApiKey> findNow(ApiKeyId id) {
        Optional<ApiKey> key = stored(id);
        key.ifPresent(found -> remembered.put(id, found));
        return key;
    }

    @Override
    public void noteUse(ApiKey key, Instant at) {
        if (noted.asMap().putIfAbsent(key.id(), at) != null) {
            return;
        }
        try {
            writer.execute(() -> write(key, at));
        } catch (RejectedExecutionException closed) {
            LOG.debug("a use of {} during the shutdown is not noted", key.id());
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write(ApiKey key, Instant at) {
        try {
            transactions.alone(key.team(), sql -> sql.update(API_KEY)
                    .set(API_KEY.LAST_USED_AT, at)
                    .where(API_KEY.TEAM_ID.eq(key.team()).and(API_KEY.ID.eq(key.id())))
                    .and(API_KEY.LAST_USED_AT.isNull().or(API_KEY.LAST_USED_AT.le(at.minus(BETWEEN_NOTES))))
                    .execute());
        } catch (RuntimeException failure) {
            LOG.warn("a use of {} is not noted", key.id(), failure);
        }
    }

    private Optional<ApiKey> stored(ApiKeyId id) {
        return acrossTeams.run(sql -> sql.select(ApiKeyRow.COLUMNS).from(API_KEY).where(API_KEY.ID.eq(id)).fetchOptional(ApiKeyRow::key));
    }
}
