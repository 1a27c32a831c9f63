package io.tastemaker.adapters.http.shared;

import java.time.Duration;

/**
 * A stream of server-sent events. A comment goes out whenever nothing has happened for a while, so that proxies keep the connection.
 *
 * @param source where the events come from
 * @param atEnd what is done when it has ended, however it did
 */
public record EventStream(Source source, Runnable atEnd) implements Reply {

    static final String MEDIA_TYPE = "text/event-stream";

    /**
     * A stream that leaves nothing behind.
     *
     * @param source where the events come from
     */
    public EventStream(Source source) {
        this(source, () -> { });
    }

    /** What the source has. */
    public sealed interface Signal {

        /**
         * An event.
         *
         * @param id sent back by the client as {@code Last-Event-ID}
         * @param event its name
         * @param data a record, written as JSON on one line
         */
        record Next(String id, String event, Object data) implements Signal {}

        /** Nothing for now. */
        record Quiet() implements Signal {}

        /** Nothing any more. */
        record End() implements Signal {}
    }

    /** Where events come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Waits for the next event.
         *
         * @param patience the longest to wait
         * @return an event, or that there was none, or that there will be none
         * @throws InterruptedException when the server stops
         */
        Signal next(Duration patience) throws InterruptedException;
    }
}
