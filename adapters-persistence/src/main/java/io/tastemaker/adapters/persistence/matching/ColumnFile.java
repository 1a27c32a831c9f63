package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.domain.matching.Columns;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Columns in a file: for each its length and its values, lowest byte first, and then the checksum of everything up to here. So no value
 * is handed over before it is known to be what was written. Values go between file and column directly, some at a time.
 */
final class ColumnFile {

    private static final int CHUNK = 1 << 20;

    /** Moves some values of a column to or from the buffer. */
    private interface Move {
        void apply(int from, int count);
    }

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    private ColumnFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Writes columns from where the file stands.
     *
     * @param file open for writing
     * @param columns hands the columns over
     * @throws UncheckedIOException when they cannot be written
     */
    static void write(FileChannel file, Consumer<Columns> columns) {
        columns.accept(new ColumnFile(file).new Writer());
    }

    /**
     * Reads columns from where the file stands, up to its end.
     *
     * @param file open for reading
     * @param columns takes the columns
     * @param <T> what is made of them
     * @return what is made of them
     * @throws UncheckedIOException when they cannot be read, or are not what was written
     */
    static <T> T read(FileChannel file, Function<Columns, T> columns) {
        ColumnFile columnFile = new ColumnFile(file);
        T made = columns.apply(columnFile.new Reader());
        if (columnFile.left() > 0) {
            throw damaged("it is longer than what was written");
        }
        return made;
    }

    private static UncheckedIOException damaged(String fault) {
        return new UncheckedIOException(new IOException(fault));
    }

    private long left() {
        try {
            return file.size() - file.position();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Writer implements Columns {

        private <T> T written(T column, int length, int width, Move move) {
            buffer.clear().putInt(length);
            flush();
            for (int from = 0; from < length; ) {
                int count = Math.min(length - from, CHUNK / width);
                buffer.clear();
                move.apply(from, count);
                buffer.position(count * width);
                flush();
                from += count;
            }
            buffer.clear().putInt((int) checksum.getValue());
            flush();
            return column;
        }

        private void flush() {
            checksum.update(buffer.flip());
            buffer.rewind();
            try {
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public byte[] bytes(String name, byte[] column) {
            return written(column, column.length, Byte.BYTES, (from, count) -> buffer.duplicate().put(column, from, count));
        }

        @Override
        public char[] chars(String name, char[] column) {
            return written(column, column.length, Character.BYTES, (from, count) -> buffer.asCharBuffer().put(column, from, count));
        }

        @Override
        public int[] ints(String name, int[] column) {
            return written(column, column.length, Integer.BYTES, (from, count) -> buffer.asIntBuffer().put(column, from, count));
        }

        @Override
        public long[] longs(String name, long[] column) {
            return written(column, column.length, Long.BYTES, (from, count) -> buffer.asLongBuffer().put(column, from, count));
        }
    }

    private final class Reader implements Columns {

        /** No more is asked for than the file can hold, whatever its bytes say. */
        private int length(int width) {
            fill(Integer.BYTES);
            int length = buffer.getInt();
            if (length < 0 || (long) length * width > left()) {
                throw damaged("it is shorter than it says");
            }
            return length;
        }

        private void read(int length, int width, Move move) {
            for (int from = 0; from < length; ) {
                int count = Math.min(length - from, CHUNK / width);
                fill(count * width);
                move.apply(from, count);
                from += count;
            }
            int expected = (int) checksum.getValue();
            fill(Integer.BYTES);
            if (buffer.getInt() != expected) {
                throw damaged("its checksum is wrong");
            }
        }

        private void fill(int bytes) {
            buffer.clear().limit(bytes);
            try {
                while (buffer.hasRemaining()) {
                    if (file.read(buffer) < 0) {
                        throw new EOFException("it ends too early");
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            checksum.update(buffer.flip());
            buffer.rewind();
        }

        @Override
        public byte[] bytes(String name, byte[] handed) {
            byte[] column = new byte[length(Byte.BYTES)];
            read(column.length, Byte.BYTES, (from, count) -> buffer.get(column, from, count));
            return column;
        }

        @Override
        public char[] chars(String name, char[] handed) {
            char[] column = new char[length(Character.BYTES)];
            read(column.length, Character.BYTES, (from, count) -> buffer.asCharBuffer().get(column, from, count));
            return column;
        }

        @Override
        public int[] ints(String name, int[] handed) {
            int[] column = new int[length(Integer.BYTES)];
            read(column.length, Integer.BYTES, (from, count) -> buffer.asIntBuffer().get(column, from, count));
            return column;
        }

        @Override
        public long[] longs(String name, long[] handed) {
            long[] column = new long[length(Long.BYTES)];
            read(column.length, Long.BYTES, (from, count) -> buffer.asLongBuffer().get(column, from, count));
            return column;
        }
    }
}
