package io.tastemaker.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes every letter, notes to whom and under which name it came, and knows some addresses that do not exist. */
final class CountingSmtp implements AutoCloseable {

    /** A letter that was taken. */
    record Taken(String to, String messageId) {}

    private final ServerSocket listener;
    private final Set<String> unknown;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    CountingSmtp(Set<String> unknown) {
        this.unknown = Set.copyOf(unknown);
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every letter as often as it was taken. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException closed) {
            // the test is done
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 ready");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, unknown.contains(to) ? "550 5.1.1 nobody of this name" : "250 fine");
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    taken.add(new Taken(to, messageId(in)));
                    say(out, "250 taken");
                } else {
                    say(out, command.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // the program was killed, or the test is done
        }
    }

    /** Reads a letter to its end; one that breaks off was not taken. */
    private static String messageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the letter breaks off");
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                id = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return id;
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
