package io.tastemaker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A directory for a store, gone afterwards, with the settings of programs on it: any free port, and no limit to what is asked. */
final class ScratchDirectory implements AutoCloseable {

    private static final String NO_LIMIT = "1000000,1000000";

    private final Path directory;

    ScratchDirectory() throws IOException {
        this.directory = Files.createTempDirectory("tastemaker-benchmark");
    }

    Map<String, String> environment() {
        return Map.of("TASTEMAKER_DATA_DIR", directory.toString(), "TASTEMAKER_HTTP_PORT", "0", "TASTEMAKER_RATE_SEARCHING", NO_LIMIT,
                "TASTEMAKER_RATE_READING", NO_LIMIT, "TASTEMAKER_RATE_TRANSFERS", NO_LIMIT);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
