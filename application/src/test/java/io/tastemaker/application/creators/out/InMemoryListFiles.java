package io.tastemaker.application.creators.out;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lists in memory: UTF-8, commas, no quotes, one row a line. The real adapter reads anything. */
public final class InMemoryListFiles implements ListFiles {

    private final InMemoryUploads uploads;

    public InMemoryListFiles(InMemoryUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public Opened open(String key) {
        Optional<byte[]> bytes = uploads.read(key);
        if (bytes.isEmpty()) {
            return new Opened.Refused("the file is gone");
        }
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return new Opened.Refused("the file is empty");
        }
        if (text.indexOf('\0') >= 0) {
            return new Opened.Refused("the file is not text");
        }
        return new Opened.Readable(new Lines(List.of(text.split("\r?\n"))));
    }

    private static final class Lines implements Table {

        private final Iterator<String> lines;
        private long line;

        private Lines(List<String> lines) {
            this.lines = lines.iterator();
        }

        @Override
        public String encoding() {
            return "UTF-8";
        }

        @Override
        public String delimiter() {
            return ",";
        }

        @Override
        public Optional<Row> next() {
            while (lines.hasNext()) {
                String text = lines.next();
                line++;
                if (!text.isEmpty()) {
                    return Optional.of(new Row(line, List.of(text.split(",", -1)), List.of()));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
