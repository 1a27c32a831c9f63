package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tastemaker.bootstrap.IsolationClient.Answer;
import io.tastemaker.bootstrap.IsolationWorld.Planted;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Row R-TEN-3: whatever breaks in the middle of a transaction, the next team on the same connection sees nothing of the one before. */
class IsolationFaultsTest {

    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 4;
    private static final long SEED = 20_261_122L;

    /** Breaks every tenth statement: by an error, a timeout, or the loss of the connection. */
    private static final class Breaking implements ExecuteListener {
        private static final long serialVersionUID = 1L;
        private static final List<String> FAULTS = List.of("select 1 / 0", "set local statement_timeout = 1; select pg_sleep(1)",
                "select 1 / 0", "select pg_terminate_backend(pg_backend_pid())");
        private final transient SplittableRandom random = new SplittableRandom(SEED);
        private final AtomicInteger broken = new AtomicInteger();

        @Override
        public void executeStart(ExecuteContext context) {
            String fault = next();
            if (!fault.isEmpty()) {
                try (Statement statement = context.connection().createStatement()) {
                    broken.incrementAndGet();
                    statement.execute(fault);
                } catch (SQLException onPurpose) {
                    throw new DataAccessException("broken on purpose", onPurpose);
                }
            }
        }

        private synchronized String next() {
            return random.nextInt(10) > 0 ? "" : FAULTS.get(random.nextInt(20) == 0 ? 3 : random.nextInt(3));
        }
    }

    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicInteger own = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger canceled = new AtomicInteger();

    @Test
    @Tag("faults")
    void two_teams_alternating_on_one_connection_with_errors_timeouts_and_cancels_never_see_each_other() throws Exception {
        try (IsolationWorld world = IsolationWorld.open(); ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            Planted lima = world.plant("Lima");
            Planted oslo = world.plant("Oslo");
            world.onConnections(pool -> {
                HikariDataSource connections = (HikariDataSource) pool;
                connections.getHikariConfigMXBean().setMinimumIdle(1);
                connections.getHikariConfigMXBean().setMaximumPoolSize(1);
                connections.getHikariPoolMXBean().softEvictConnections();
            });
            Breaking breaking = new Breaking();
            world.through(breaking);

            List<? extends Future<?>> running = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> ask(world, client, lima, oslo))).toList();
            for (Future<?> client : running) {
                client.get(10, TimeUnit.MINUTES);
            }

            System.out.println("one connection: " + REQUESTS + " requests, " + breaking.broken.get() + " broken statements, " + failed.get()
                    + " failed answers, " + canceled.get() + " canceled, " + own.get() + " answers with own rows, " + foreign.get()
                    + " with foreign ones");
            assertThat(foreign.get()).isZero();
            assertThat(breaking.broken.get()).as("seed " + SEED).isBetween(REQUESTS / 20, REQUESTS / 5);
            assertThat(own.get()).isGreaterThan(REQUESTS / 2);
        }
    }

    private void ask(IsolationWorld world, int client, Planted lima, Planted oslo) {
        SplittableRandom random = new SplittableRandom(SEED + client);
        IsolationClient http = world.anotherClient();
        for (int request = 0; request < REQUESTS / CLIENTS; request++) {
            Planted me = request % 2 == 0 ? lima : oslo;
            Planted other = request % 2 == 0 ? oslo : lima;
            String path = switch (random.nextInt(6)) {
                case 0 -> "/api/v1/campaigns";
                case 1 -> "/api/v1/campaigns/" + me.baits().get("campaign");
                case 2 -> "/api/v1/campaigns/" + other.baits().get("campaign");
                case 3 -> "/api/v1/saved-searches";
                case 4 -> "/api/v1/campaigns/" + me.baits().get("campaign") + "/creators";
                default -> "/api/v1/favorites";
            };
            if (random.nextInt(30) == 0) {
                cancel(world, me, path);
            } else {
                judge(http.send(me.caller(), "GET", path), me, other);
            }
        }
    }

    private void judge(Answer answer, Planted me, Planted other) {
        String body = answer.body().toLowerCase(Locale.ROOT);
        if (body.contains(other.secret().toLowerCase(Locale.ROOT))) {
            foreign.incrementAndGet();
        } else if (answer.status() >= 500) {
            failed.incrementAndGet();
        } else if (body.contains(me.secret().toLowerCase(Locale.ROOT))) {
            own.incrementAndGet();
        }
    }

    /** Goes away while the server is at work. */
    private void cancel(IsolationWorld world, Planted me, String path) {
        try (HttpClient impatient = HttpClient.newHttpClient()) {
            CompletableFuture<?> asked = impatient.sendAsync(HttpRequest.newBuilder(URI.create(world.address() + path))
                    .header(me.caller().header(), me.caller().credential()).build(), BodyHandlers.ofString());
            asked.cancel(true);
            canceled.incrementAndGet();
            impatient.shutdownNow();
        }
    }
}
