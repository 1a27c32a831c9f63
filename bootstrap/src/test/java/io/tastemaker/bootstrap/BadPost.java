package io.tastemaker.bootstrap;

import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.adapters.billing.simulator.SimulatedEvent;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Brings events as the network of a bad day would: shuffled, each once to five times, several at once, some of them only with the next ones, and
 * some never.
 */
final class BadPost {

    private static final int MOST_COPIES = 5;
    private static final double LATE = 0.15;

    private final Random chance;
    private final double lostShare;
    private final StripeSimulator stripe;
    private final List<SimulatedEvent> late = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private int belated;

    BadPost(long seed, double lostShare, StripeSimulator stripe) {
        this.chance = new Random(seed);
        this.lostShare = lostShare;
        this.stripe = stripe;
    }

    /** How many copies have arrived. */
    int arrived() {
        return arrived.get();
    }

    String report() {
        return lost.size() + " never delivered, " + belated + " days late, " + sent.get() + " copies sent, " + arrived.get() + " of them taken in";
    }

    /** Brings these and those that were kept back before; gives up none that is not lost, unless its receiver refuses each copy. */
    void deliver(List<SimulatedEvent> events, int threads, Predicate<SignedEvent> receiver) {
        List<SimulatedEvent> copies = new ArrayList<>();
        List<SimulatedEvent> due = new ArrayList<>(late);
        late.clear();
        for (SimulatedEvent event : events) {
            double luck = chance.nextDouble();
            if (luck < lostShare) {
                lost.add(event.id());
                stripe.lose(event);
            } else if (luck < lostShare + LATE) {
                late.add(event);
                belated++;
            } else {
                due.add(event);
            }
        }
        due.forEach(event -> copies.addAll(Collections.nCopies(1 + chance.nextInt(MOST_COPIES), event)));
        Collections.shuffle(copies, chance);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (SimulatedEvent event : copies) {
                running.add(pool.submit(() -> {
                    sent.incrementAndGet();
                    if (receiver.test(stripe.signed(event))) {
                        arrived.incrementAndGet();
                        taken.add(event.id());
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
        due.stream().filter(event -> !taken.contains(event.id())).forEach(stripe::lose);
    }

    /** Those that were kept back until now never come. */
    void end() {
        late.forEach(stripe::lose);
        late.clear();
    }
}
