package io.tastemaker.bootstrap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One request on a connection of its own from an address of this machine of its own: as strangers come.
 *
 * @param status the status
 * @param headers the names of the headers, in lower case
 * @param retryAfter what the header says; 0 without it
 * @param body the body without the ids of requests
 * @param nanos from before the connection to the last byte
 */
record BareCall(int status, Set<String> headers, int retryAfter, String body, long nanos) {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Posts from 127.x.y.z, where x.y.z is the number, and reads the answer to its end. */
    static BareCall post(String address, int number, String path, String json) {
        long begun = System.nanoTime();
        try (Socket socket = open(address, number, path, json)) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return read(answer, System.nanoTime() - begun);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Posts and leaves; whoever wants the answer has to ask again. */
    static Socket open(String address, int number, String path, String json) throws IOException {
        URI server = URI.create(address);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setReuseAddress(true);
        byte[] own = {127, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(own), 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/v1" + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return socket;
    }

    private static BareCall read(String answer, long nanos) {
        int end = answer.indexOf("\r\n\r\n");
        String[] head = answer.substring(0, end).split("\r\n");
        int wait = Arrays.stream(head).filter(line -> line.startsWith("Retry-After: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Retry-After: ".length()))).findFirst().orElse(0);
        Set<String> names = Arrays.stream(head).skip(1).map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        return new BareCall(Integer.parseInt(head[0].split(" ")[1]), names, wait,
                answer.substring(end + 4).replaceAll("urn:request:[A-Za-z0-9-]+", ""), nanos);
    }
}
