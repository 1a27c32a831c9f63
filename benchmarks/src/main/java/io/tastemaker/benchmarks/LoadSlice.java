package io.tastemaker.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Some seconds of load from one thread: each connection sends its next request when the last one is answered.
 *
 * @param seconds how long it really was
 * @param latencies of the requests that were answered
 * @param refused how many were told to come later, since the server was too busy
 * @param samples every thousandth exchange, to be looked at afterwards
 */
record LoadSlice(double seconds, Latencies latencies, long refused, List<Exchange> samples) {

    private static final int SAMPLED = 1_000;
    private static final int FINE = 200;
    private static final int TOO_BUSY = 503;

    /** A request and what was answered. */
    record Exchange(byte[] request, byte[] answer) {}

    static LoadSlice of(InetSocketAddress server, int connections, Duration time, Supplier<byte[]> requests) throws IOException {
        Latencies latencies = new Latencies();
        List<Exchange> samples = new ArrayList<>();
        Set<KeptConnection> open = new HashSet<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(connected(server, selector));
            }
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            for (KeptConnection connection : open) {
                connection.send(requests.get());
            }
            int waiting = connections;
            long refused = 0;
            while (waiting > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    KeptConnection connection = (KeptConnection) key.attachment();
                    if (connection.isAnswered()) {
                        if (connection.status() == TOO_BUSY) {
                            refused++;
                        } else {
                            latencies.add(connection.taken());
                            check(connection);
                            if (latencies.count() % SAMPLED == 1) {
                                samples.add(new Exchange(connection.request(), connection.body()));
                            }
                        }
                        if (System.nanoTime() < end) {
                            if (connection.isOver()) {
                                connection.close();
                                connection = connected(server, selector);
                                open.add(connection);
                            }
                            connection.send(requests.get());
                        } else {
                            waiting--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            return new LoadSlice((System.nanoTime() - begun) / 1e9, latencies, refused, samples);
        } finally {
            open.forEach(LoadSlice::close);
        }
    }

    private static KeptConnection connected(InetSocketAddress server, Selector selector) throws IOException {
        KeptConnection connection = KeptConnection.to(server);
        connection.channel().configureBlocking(false).register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** One request; gives the body of the answer. */
    static byte[] one(InetSocketAddress server, byte[] request) throws IOException {
        return of(server, 1, Duration.ZERO, () -> request).samples().getFirst().answer();
    }

    double rate() {
        return latencies.count() / seconds;
    }

    private static void check(KeptConnection connection) {
        if (connection.status() != FINE) {
            throw new IllegalStateException(connection.status() + " to " + new String(connection.request(), StandardCharsets.UTF_8)
                    + "\n" + new String(connection.body(), StandardCharsets.UTF_8));
        }
    }

    private static void close(KeptConnection connection) {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
