package io.tastemaker.application.shared;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many calls at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** Makes as many calls as told, each on its own thread; gives what they gave, in the order of their numbers. */
    public static <T> List<T> call(int times, IntFunction<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> running = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }
}
