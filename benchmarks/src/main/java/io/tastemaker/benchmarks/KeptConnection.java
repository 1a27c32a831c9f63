package io.tastemaker.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A connection that is kept open for one request after another, and knows of HTTP/1.1 only what it takes to find the end of an answer. */
final class KeptConnection implements AutoCloseable {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEAD = 8_192;
    private static final int STATUS = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(1 << 16);
    private byte[] request;
    private int head;
    private int length;
    private long sent;
    private boolean isOver;

    private KeptConnection(SocketChannel channel) {
        this.channel = channel;
    }

    static KeptConnection to(InetSocketAddress server) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new KeptConnection(channel);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Sends a request; a request is small enough for the buffers of a socket. */
    void send(byte[] bytes) throws IOException {
        request = bytes;
        head = -1;
        answer.clear();
        sent = System.nanoTime();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Reads what has come; says whether that was the end of the answer. */
    boolean isAnswered() throws IOException {
        int read = channel.read(answer);
        while (read > 0 && !answer.hasRemaining()) {
            answer = ByteBuffer.allocate(answer.capacity() * 2).put(answer.flip());
            read = channel.read(answer);
        }
        if (head < 0) {
            lookForEndOfHead();
        }
        boolean whole = head >= 0 && answer.position() >= head + length;
        isOver = read < 0;
        if (isOver && !whole) {
            throw new EOFException("the server closed the connection after "
                    + new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8));
        }
        return whole;
    }

    /** Whether the server closed the connection behind the answer, as it does when that took long. */
    boolean isOver() {
        return isOver;
    }

    /** Since the request was sent, in nanoseconds. */
    long taken() {
        return System.nanoTime() - sent;
    }

    int status() {
        byte[] bytes = answer.array();
        return (bytes[STATUS] - '0') * 100 + (bytes[STATUS + 1] - '0') * 10 + bytes[STATUS + 2] - '0';
    }

    byte[] request() {
        return request;
    }

    byte[] body() {
        return Arrays.copyOfRange(answer.array(), head, head + length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void lookForEndOfHead() {
        byte[] bytes = answer.array();
        int end = find(END_OF_HEAD, bytes, Math.min(LONGEST_HEAD, answer.position()));
        if (end >= 0) {
            head = end + END_OF_HEAD.length;
            length = length(bytes, find(LENGTH, bytes, head));
        }
    }

    private static int length(byte[] bytes, int header) {
        if (header < 0) {
            throw new IllegalStateException("an answer without a length");
        }
        int length = 0;
        for (int i = header + LENGTH.length; bytes[i] != '\r'; i++) {
            length = bytes[i] == ' ' ? length : length * 10 + bytes[i] - '0';
        }
        return length;
    }

    /** Where lower-case text begins, however it is written; -1 for nowhere. */
    private static int find(byte[] text, byte[] bytes, int end) {
        for (int start = 0; start + text.length <= end; start++) {
            int same = 0;
            while (same < text.length && Character.toLowerCase(bytes[start + same]) == text[same]) {
                same++;
            }
            if (same == text.length) {
                return start;
            }
        }
        return -1;
    }
}
