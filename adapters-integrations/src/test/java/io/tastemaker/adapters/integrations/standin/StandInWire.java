package io.tastemaker.adapters.integrations.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** HTTP by hand, one question a connection, since no server would reset, cut off or drip when it is told to. */
final class StandInWire implements AutoCloseable {

    /** A question; the headers by their lower-case names. */
    record Question(String method, String path, Map<String, String> headers, String body) {}

    /** How a question is answered. */
    @FunctionalInterface
    interface Desk {
        void answer(Question question, Line line) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Desk desk;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    StandInWire(int port, Desk desk) {
        this.desk = desk;
        try {
            socket = new ServerSocket(port, 1000, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    int busy() {
        return open.size();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            desk.answer(question(client.getInputStream()), new Line(client));
        } catch (IOException gone) {
            // whoever asked has hung up
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static Question question(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no question");
            }
            head.write(next);
        }
        String[] lines = head.toString(ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int at = 1; at < lines.length; at++) {
            String[] parts = lines[at].split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        String[] request = lines[0].split(" ");
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Question(request[0], request[1], headers, new String(body, UTF_8));
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The connection to whoever asked. */
    final class Line {

        private final Socket client;

        private Line(Socket client) {
            this.client = client;
        }

        void answer(int status, String type, byte[] body, String... headers) throws IOException {
            head(status, type, body.length, headers);
            client.getOutputStream().write(body);
            client.getOutputStream().flush();
        }

        void head(int status, String type, long length, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nConnection: close\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + length + "\r\n");
            for (int at = 0; at < headers.length; at += 2) {
                head.append(headers[at]).append(": ").append(headers[at + 1]).append("\r\n");
            }
            client.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            client.getOutputStream().write(bytes);
            client.getOutputStream().flush();
        }

        /** Does nothing for a while; false when the server closes meanwhile. */
        boolean linger(long millis) throws InterruptedException {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        }

        void hang() throws InterruptedException {
            closing.await();
        }

        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }
    }
}
