package io.tastemaker.adapters.ai.content;

import io.tastemaker.adapters.ai.shared.Reply;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Has the texts of one call read one by one, a few at the same time. A text that the model cannot read is left out; when the model cannot be
 * reached, the rest is not asked any more.
 */
final class Lanes {

    private static final int LANES = 4;

    /** Statuses that are about the one text: wrong, too long, not to be processed. */
    private static final Set<Integer> ABOUT_THE_TEXT = Set.of(400, 413, 422);

    private final IntFunction<Reply<Findings>> reader;
    private final Map<Integer, Findings> found = new ConcurrentHashMap<>();
    private final AtomicReference<Reply<Map<Integer, Findings>>> missed = new AtomicReference<>(Reply.missed(FallbackReason.NO_TIME_LEFT));

    Lanes(IntFunction<Reply<Findings>> reader) {
        this.reader = reader;
    }

    /** Findings by the numbers of their texts; or, when there are none at all, why. */
    Reply<Map<Integer, Findings>> read(List<Integer> numbers) {
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>(numbers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> lane : threads.invokeAll(Collections.nCopies(LANES, Executors.callable(() -> drive(waiting))))) {
                lane.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reply.missed(FallbackReason.NO_TIME_LEFT);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("reading broke off", failure.getCause());
        }
        return found.isEmpty() ? missed.get() : new Reply.Given<>(Map.copyOf(found));
    }

    private void drive(Queue<Integer> waiting) {
        for (Integer number = waiting.poll(); number != null; number = waiting.poll()) {
            take(number, waiting);
        }
    }

    private void take(int number, Queue<Integer> waiting) {
        switch (reader.apply(number)) {
            case Reply.Given<Findings> given -> found.put(number, given.value());
            case Reply.Missed<Findings> failure -> {
                missed.set(failure.elsewhere());
                if (!isAboutTheText(failure)) {
                    waiting.clear();
                }
            }
        }
    }

    private static boolean isAboutTheText(Reply.Missed<Findings> failure) {
        return failure.reason() == FallbackReason.UNUSABLE_ANSWER
                || failure.status().isPresent() && ABOUT_THE_TEXT.contains(failure.status().getAsInt());
    }
}
