package io.tastemaker.adapters.integrations.creators;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Characters with a look ahead and a way back to a mark. */
final class CharSource {

    private final Reader reader;
    private final char[] buffer;
    private int at;
    private int end;
    private int mark = -1;
    private boolean ended;

    /**
     * Reads from a reader.
     *
     * @param reader the characters
     * @param farthestMark how far behind a mark may lie, at least
     */
    CharSource(Reader reader, int farthestMark) {
        this.reader = reader;
        this.buffer = new char[farthestMark + (1 << 15)];
    }

    int peek() {
        return at < end ? buffer[at] : peek(0);
    }

    /** The character so many places ahead, or -1 behind the end. */
    int peek(int ahead) {
        while (at + ahead >= end && !ended) {
            fill();
        }
        return at + ahead < end ? buffer[at + ahead] : -1;
    }

    void read() {
        if (at == end) {
            peek();
        }
        at++;
    }

    void mark() {
        mark = at;
    }

    int markedLength() {
        return at - mark;
    }

    void reset() {
        at = mark;
        mark = -1;
    }

    void release() {
        mark = -1;
    }

    private void fill() {
        int keep = mark >= 0 ? mark : at;
        if (keep > 0) {
            System.arraycopy(buffer, keep, buffer, 0, end - keep);
            at -= keep;
            end -= keep;
            mark = mark >= 0 ? 0 : -1;
        }
        if (end == buffer.length) {
            throw new IllegalStateException("the mark lies too far behind");
        }
        try {
            int read = reader.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(0, read);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
