package io.tastemaker.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What the start script takes for the program: it says where it serves and with which key, says what it is asked, and waits to be stopped. */
final class StandIn {

    private StandIn() {}

    /** Starts it. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("serve")) {
            serve();
        }
        System.out.println("at work");
    }

    private static void serve() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            System.out.println("  API        http://127.0.0.1:" + server.getLocalPort() + "/api/v1");
            System.out.println("  tmk_0_a-key");
            while (true) {
                try (Socket asked = server.accept()) {
                    byte[] request = new byte[10_000];
                    int length = asked.getInputStream().read(request);
                    System.out.println("asked: " + new String(request, 0, length, StandardCharsets.US_ASCII).lines().findFirst().orElse(""));
                    asked.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }
}
