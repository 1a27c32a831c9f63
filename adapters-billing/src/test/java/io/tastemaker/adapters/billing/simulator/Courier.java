package io.tastemaker.adapters.billing.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings events to a webhook, outside of every lock. */
final class Courier implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(800));

    private final Signatures signatures;
    private final Store store;
    private final EventLog events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("stripe-webhooks").factory());
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    Courier(Signatures signatures, Store store, EventLog events) {
        this.signatures = signatures;
        this.store = store;
        this.events = events;
    }

    /** In the background, one after the other, and again a few times if need be. */
    void post(URI to, SimulatedEvent event) {
        worker.execute(() -> {
            boolean accepted = sent(to, event);
            for (int again = 0; !accepted && again < PAUSES.size() && rested(PAUSES.get(again)); again++) {
                accepted = sent(to, event);
            }
            settle(event.id(), accepted);
        });
    }

    private void settle(String event, boolean accepted) {
        store.locked(() -> events.fate(event, accepted ? EventLog.Fate.DELIVERED : EventLog.Fate.LOST));
    }

    /** Waits until all that was posted before has been sent. */
    void await(Duration longest) {
        try {
            worker.submit(() -> true).get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Events are still on their way", failure);
        }
    }

    /** By a plan, and gives an account of it when all is done. */
    DeliveryReport deliver(URI to, List<SimulatedEvent> taken, DeliveryPlan plan) {
        Random chance = new Random(plan.seed());
        Set<String> lost = new LinkedHashSet<>();
        List<SimulatedEvent> copies = new ArrayList<>();
        for (SimulatedEvent event : taken) {
            if (chance.nextDouble() < plan.lostShare()) {
                lost.add(event.id());
            } else {
                copies.addAll(Collections.nCopies(1 + chance.nextInt(plan.mostCopies()), event));
            }
        }
        if (plan.shuffled()) {
            Collections.shuffle(copies, chance);
        }
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        int refused = sendAll(to, copies, plan.threads(), accepted);
        taken.forEach(event -> settle(event.id(), accepted.contains(event.id())));
        return new DeliveryReport(taken.size(), lost.size(), copies.size(), refused);
    }

    private int sendAll(URI to, List<SimulatedEvent> copies, int threads, Set<String> accepted) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            List<Callable<Boolean>> work = new ArrayList<>();
            copies.forEach(event -> work.add(() -> sent(to, event) && (accepted.add(event.id()) || true)));
            int refused = 0;
            for (Future<Boolean> one : pool.invokeAll(work)) {
                refused += one.get() ? 0 : 1;
            }
            return refused;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean sent(URI to, SimulatedEvent event) {
        HttpRequest request = HttpRequest.newBuilder(to).timeout(PATIENCE).header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signatures.header(event.body())).POST(HttpRequest.BodyPublishers.ofString(event.body())).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        client.shutdownNow();
    }
}
