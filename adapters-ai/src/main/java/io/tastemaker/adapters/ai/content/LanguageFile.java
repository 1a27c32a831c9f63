package io.tastemaker.adapters.ai.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What we know of languages ourselves, as files beside the classes. */
final class LanguageFile {

    private LanguageFile() {}

    /** The lines without comments and empty ones. */
    static List<String> lines(String name) {
        try (InputStream file = LanguageFile.class.getResourceAsStream("language/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
