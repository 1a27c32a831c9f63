package io.tastemaker.adapters.integrations.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listener that counts who connects, and gives everybody the same answer. */
public final class Listener implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private volatile boolean stalls;

    private Listener(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    public static Listener on(String address) {
        return on(address, 0);
    }

    static Listener on(String address, int port) {
        try {
            return new Listener(new ServerSocket(port, 50, InetAddress.getByName(address)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    public String origin() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + port();
    }

    public int connections() {
        return connections.get();
    }

    /** What was asked, heads and bodies. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void answers(String text) {
        answer = text;
    }

    public void stallsAfter(String beginning) {
        answer = beginning;
        stalls = true;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            requests.add(request(client.getInputStream()));
            client.getOutputStream().write(answer.getBytes(ISO_8859_1));
            client.getOutputStream().flush();
            if (stalls) {
                closed.await();
            }
        } catch (IOException gone) {
            // the other side hung up
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return bytes.toString(ISO_8859_1);
            }
            bytes.write(next);
        }
        Matcher length = LENGTH.matcher(bytes.toString(ISO_8859_1));
        if (length.find()) {
            bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return bytes.toString(ISO_8859_1);
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
