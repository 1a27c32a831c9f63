package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.TeamId;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two teams that share a lock, and one connection: one loads, and has the lock; the other catches up, and has the connection. */
class JooqCataloguesOnOneConnectionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withConnections(1);

    private final CountDownLatch locked = new CountDownLatch(1);
    private final CountDownLatch connected = new CountDownLatch(1);
    private final ThreadLocal<Boolean> loads = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Boolean> follows = ThreadLocal.withInitial(() -> false);

    @Test
    void who_waits_for_a_lock_keeps_no_connection_from_who_has_it() {
        Teams teams = DATABASE.teams();
        TeamId loading = newTeam(teams);
        TeamId following = Stream.generate(() -> newTeam(teams))
                .filter(team -> JooqCatalogues.lock(team) == JooqCatalogues.lock(loading)).findFirst().orElseThrow();
        JooqCatalogues catalogues = new JooqCatalogues(new JooqTransactions(inOrder(DATABASE.database().app())), 1_000);
        assertThat(catalogues.current(system(following)).size()).isZero();
        Creator creator = full(following, "ana");
        JooqCreators creators = new JooqCreators(DATABASE.transactions());
        DATABASE.transactions().run(system(following), "test", () -> creators.add(List.of(creator)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Integer> loaded = CompletableFuture.supplyAsync(() -> {
                loads.set(true);
                return catalogues.current(system(loading)).size();
            }, threads);
            CompletableFuture<Integer> followed = CompletableFuture.supplyAsync(() -> {
                await(locked);
                follows.set(true);
                return catalogues.current(system(following)).size();
            }, threads);
            assertThat(loaded.join()).isZero();
            assertThat(followed.join()).isEqualTo(1);
        }
    }

    private DataSource inOrder(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (loads.get()) {
                        locked.countDown();
                        await(connected);
                    }
                    Connection connection = pool.getConnection();
                    if (follows.get()) {
                        connected.countDown();
                    }
                    return connection;
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
