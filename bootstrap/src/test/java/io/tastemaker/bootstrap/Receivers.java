package io.tastemaker.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Receivers of events: those under {@code /flaky} fail a fifth of all calls, by 500, by saying nothing or by a reset, each event at most three
 * times, so that a test ends; those under {@code /dead} never answer; all others take everything.
 */
final class Receivers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int MOST_FAILURES = 3;
    private static final Duration HANG = Duration.ofSeconds(30);

    /**
     * An event that was taken.
     *
     * @param path where
     * @param id the event's id
     * @param type what happened
     * @param subject to what
     * @param delay from when it was told to when it came
     */
    record Taken(String path, String id, String type, String subject, Duration delay) {}

    private final ServerSocket socket;
    private final long seed;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    Receivers(long seed) {
        this.seed = seed;
        try {
            this.socket = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    String origin() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<Taken> taken() {
        return taken;
    }

    /** Calls of the flaky ones. */
    int calls() {
        return calls.get();
    }

    /** Of those, the ones that failed. */
    int failed() {
        return failed.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        Instant arrived = Instant.now();
        try (client) {
            String request = request(client.getInputStream());
            int head = request.indexOf("\r\n\r\n");
            if (head < 0) {
                return;
            }
            String path = request.split(" ", 3)[1];
            JsonNode body = JSON.readTree(request.substring(head + 4));
            answer(client, path, body, arrived);
        } catch (IOException gone) {
            // the other side was killed or had no patience
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket client, String path, JsonNode body, Instant arrived) throws IOException, InterruptedException {
        String id = body.get("id").asText();
        if (path.startsWith("/dead")) {
            closed.await(HANG.toSeconds(), TimeUnit.SECONDS);
            return;
        }
        if (path.startsWith("/flaky")) {
            calls.incrementAndGet();
            AtomicInteger before = failures.computeIfAbsent(id, first -> new AtomicInteger());
            int chance = new SplittableRandom(Objects.hash(id, before.get()) + (seed << 32)).nextInt(15);
            if (chance < 3 && before.get() < MOST_FAILURES) {
                before.incrementAndGet();
                failed.incrementAndGet();
                fail(client, chance);
                return;
            }
            before.set(MOST_FAILURES); // a repeat of what was taken is taken
        }
        taken.add(new Taken(path, id, body.get("type").asText(), body.at("/subject/id").asText(),
                Duration.between(Instant.parse(body.get("created_at").asText()), arrived)));
        client.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1));
    }

    private void fail(Socket client, int how) throws IOException, InterruptedException {
        switch (how) {
            case 0 -> client.getOutputStream().write("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            case 1 -> closed.await(HANG.toSeconds(), TimeUnit.SECONDS);
            default -> client.setSoLinger(true, 0); // closing resets
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            last = last << 8 | next;
        }
        Matcher length = LENGTH.matcher(bytes.toString(ISO_8859_1));
        if (length.find()) {
            bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
