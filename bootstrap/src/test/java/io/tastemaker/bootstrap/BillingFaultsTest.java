package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.domain.billing.Reconciliation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weeks of selling to a program that is killed while it hears of them, badly. It must end like one that heard everything in order, and never
 * grant anything twice. {@code -Dfaults.events=1000 -Dfaults.kills=3} is the long form; with {@code -Dfaults.mail=100} nothing comes between the
 * first day and the last, when everything comes at once.
 */
@Tag("faults")
class BillingFaultsTest {

    private static final int EVENTS = Integer.getInteger("faults.events", 300);
    private static final int KILLS = Integer.getInteger("faults.kills", 1);
    private static final long SEED = Long.getLong("faults.seed", 20_261_130);
    /** So many teams lead to so many events, and a few more. */
    private static final int TEAMS = Math.clamp(EVENTS / 21, 6, 60);
    private static final int DAYS = EVENTS < 500 ? 30 : 45;
    private static final int DAYS_BETWEEN_MAIL = Integer.getInteger("faults.mail", 3);
    private static final int DELIVERIES = Math.ceilDiv(DAYS - 1, DAYS_BETWEEN_MAIL);
    private static final int BETWEEN_KILLS = 25;
    private static final int SENDERS = 8;
    private static final double LOST = 0.1;
    /** Stripe tries for days, here a program comes back within seconds. */
    private static final Duration TRIES = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private ChildProgram program;

    @Test
    @Timeout(1_800)
    void events_that_come_badly_to_a_program_that_is_killed_end_like_those_that_come_in_order() throws Exception {
        try (IsolationDatabase prepared = BillingWorld.prepared(TEAMS);
                BillingWorld well = BillingWorld.on(prepared, SEED);
                BillingWorld badly = BillingWorld.on(prepared, SEED)) {
            long begun = System.nanoTime();
            BillingStory story = StoryOfBillingTest.hearWell(well, SEED, DAYS);
            long told = System.nanoTime();
            BadPost post = new BadPost(SEED, LOST, badly.stripe());
            int kills = hearBadly(badly, post);
            Reconciliation report = badly.reconcile();
            Map.Entry<Integer, String> verified = badly.verify();

            System.out.printf("%d teams, %d days, %s%n", TEAMS, DAYS, story.acts());
            System.out.printf("%d events in order: %.1f s; the same, %s, %d kills: %.1f s; one reconciliation: %d undelivered, %d things were"
                            + " news, drift %d; %s; verify-ledger: %s (seed %d)%n",
                    badly.stripe().events().size(), (told - begun) / 1e9, post.report(), kills, (System.nanoTime() - told) / 1e9,
                    report.undelivered(), report.repaired(), report.drift(), badly.sums(), verified.getValue(), SEED);
            assertThat(badly.stripe().events().size()).as("events (seed %d)", SEED).isGreaterThanOrEqualTo(EVENTS);
            assertThat(kills).isEqualTo(KILLS);
            assertThat(report.fault()).as("fault (seed %d)", SEED).isEmpty();
            assertThat(report.drift()).as("drift (seed %d)", SEED).isZero();
            StoryOfBillingTest.assertSame(well, badly, SEED);
            assertThat(verified.getKey()).as(verified.getValue()).isZero();
        }
    }

    /** Gives the number of kills. */
    private int hearBadly(BillingWorld world, BadPost post) throws Exception {
        StoryClock clock = new StoryClock(directory.resolve("clock"));
        clock.set(BillingStory.BEGINNING);
        world.withholdReconciliation();
        Map<String, String> environment = new HashMap<>(world.settings());
        environment.put("TASTEMAKER_HTTP_PORT", Integer.toString(ChildProgram.freePort()));
        program = serve(environment);
        URI webhook = URI.create(program.line("API  ").strip().split("\\s+")[1] + "/webhooks/stripe");
        BillingStory story = new BillingStory(SEED, world.teams(), DAYS, world.stripe(), world::open);
        int kills = 0;
        int deliveries = 0;
        for (int day = 0; day < DAYS; day++) {
            story.live(day, team -> clock.set(world.stripe().clock().instant()));
            if (day == 0) {
                world.stripe().takeEvents().forEach(event -> assertThat(insist(webhook, world.stripe().signed(event))).isTrue());
                heeded(world);
            } else if (day % DAYS_BETWEEN_MAIL == 0 || day == DAYS - 1) {
                CompletableFuture<Void> delivery = CompletableFuture.runAsync(
                        () -> post.deliver(world.stripe().takeEvents(), SENDERS, event -> insist(webhook, event)));
                deliveries++;
                for (; kills < KILLS * deliveries / DELIVERIES; kills++) {
                    killAmong(post, delivery, environment);
                }
                delivery.get();
                heeded(world);
            }
        }
        post.end();
        program.signal("TERM");
        program.ended(Duration.ofSeconds(40));
        world.allowReconciliation();
        return kills;
    }

    /** In the middle of what is being delivered and heeded. */
    private void killAmong(BadPost post, CompletableFuture<Void> delivery, Map<String, String> environment) {
        int before = post.arrived();
        Patience.until("some arrivals", TRIES, () -> Optional.of(post.arrived()).filter(now -> now > before + BETWEEN_KILLS || delivery.isDone()));
        program.kill();
        program = serve(environment);
    }

    /** Waits until nothing waits any more but what a killed program had taken up: it comes again when the time has moved on. */
    private static void heeded(BillingWorld world) {
        int[] last = {Integer.MAX_VALUE};
        long[] since = {System.nanoTime()};
        Patience.until("the notices", Duration.ofSeconds(60), () -> {
            int waiting = world.waiting();
            if (waiting != last[0]) {
                last[0] = waiting;
                since[0] = System.nanoTime();
            }
            return Optional.of(waiting).filter(count -> count == 0 || System.nanoTime() - since[0] > 2_000_000_000L);
        });
    }

    private ChildProgram serve(Map<String, String> environment) {
        return ChildProgram.start(directory, StoryProgram.class,
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-D" + StoryProgram.CLOCK + "=" + directory.resolve("clock")), environment);
    }

    /** Whether it was taken in at last. */
    private boolean insist(URI webhook, SignedEvent event) {
        HttpRequest request = HttpRequest.newBuilder(webhook).timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
                .header("Stripe-Signature", event.header()).POST(HttpRequest.BodyPublishers.ofString(event.body())).build();
        long end = System.nanoTime() + TRIES.toNanos();
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return true;
                }
                if (answer.statusCode() != 503) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException lost) {
                // the program was killed
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return false;
    }

    /** When the test failed in the middle, the program does not stay. */
    @AfterEach
    void nothing_stays() {
        if (program != null) {
            program.close();
        }
    }
}
