package io.tastemaker.application.creators;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads one piece ahead: while a piece is used, a thread of its own reads the next. Only one thread reads at any time.
 *
 * @param <T> a piece
 */
final class ReadAhead<T> implements AutoCloseable {

    private final Supplier<T> reader;
    private final Predicate<T> isLast;
    // A reader computes more than it waits: on a virtual thread it would keep a carrier from requests.
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("read-ahead").factory());
    private CompletableFuture<T> ahead;

    /**
     * Begins to read.
     *
     * @param reader reads the next piece each time it is asked
     * @param isLast whether none comes behind a piece
     */
    ReadAhead(Supplier<T> reader, Predicate<T> isLast) {
        this.reader = reader;
        this.isLast = isLast;
        this.ahead = begun();
    }

    /**
     * The next piece; what the reader throws is thrown here. Not to be asked for behind the last.
     *
     * @return the piece
     */
    T next() {
        T piece = read();
        if (!isLast.test(piece)) {
            ahead = begun();
        }
        return piece;
    }

    private CompletableFuture<T> begun() {
        return CompletableFuture.supplyAsync(reader, thread);
    }

    private T read() {
        try {
            return ahead.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw failed;
        }
    }

    /** Waits for the end of what is being read, so that its source can be closed. */
    @Override
    public void close() {
        thread.close();
    }
}
