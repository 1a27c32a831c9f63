package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.domain.operations.Health;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Asks the database for a sign of life. At most one question is under way, however many ask. */
public final class DatabaseHealth implements HealthProbe {

    private static final int WEIGHT = 30;

    private final Database database;
    private final AtomicReference<CompletableFuture<Boolean>> underWay = new AtomicReference<>();

    public DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Health.Component check() {
        try {
            question().get(900, TimeUnit.MILLISECONDS);
            return component(Health.Status.UP, "");
        } catch (TimeoutException late) {
            return component(Health.Status.DOWN, "no answer within 900 ms");
        } catch (ExecutionException failure) {
            return component(Health.Status.DOWN, "no connection");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return component(Health.Status.DOWN, "interrupted");
        }
    }

    private CompletableFuture<Boolean> question() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> other = underWay.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        Thread.ofVirtual().name("database-health").start(() -> {
            try {
                mine.complete(Database.withConnection(database.platform(), sql -> sql.fetchExists(sql.selectOne())));
            } catch (RuntimeException failure) {
                mine.completeExceptionally(failure);
            } finally {
                underWay.set(null);
            }
        });
        return mine;
    }

    private static Health.Component component(Health.Status status, String detail) {
        return new Health.Component("database", WEIGHT, status, detail);
    }
}
