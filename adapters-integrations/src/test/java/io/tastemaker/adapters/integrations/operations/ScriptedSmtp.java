package io.tastemaker.adapters.integrations.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A mail server that says what it is told, and yes to anything else. With an empty greeting it says nothing at all. */
final class ScriptedSmtp implements AutoCloseable {

    private final Map<String, String> replies;
    private final ServerSocket listener;

    ScriptedSmtp(Map<String, String> replies) {
        this.replies = replies;
        try {
            this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        try (Socket client = listener.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            String greeting = replies.getOrDefault("GREETING", "220 ready");
            if (!greeting.isEmpty()) {
                say(out, greeting);
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(in, out, line.split(" ")[0].toUpperCase(Locale.ROOT));
            }
        } catch (IOException gone) {
            // the client or the test is done
        }
    }

    private void answer(BufferedReader in, PrintWriter out, String command) throws IOException {
        String reply = replies.getOrDefault(command, "250 fine");
        if (command.equals("DATA")) {
            say(out, "354 go on");
            String line;
            do {
                line = in.readLine();
            } while (line != null && !line.equals("."));
        }
        say(out, reply);
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
