package io.tastemaker.adapters.integrations.creators;

import io.tastemaker.application.creators.out.ListFiles;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedSet;

/** Reads uploads as JSON Lines, or as CSV in the encodings and with the delimiters that lists come in. */
public final class TextListFiles implements ListFiles {

    private final Path directory;

    /**
     * Reads from a directory of uploads.
     *
     * @param directory the directory of {@link DiskUploads}
     */
    public TextListFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Opened open(String key) {
        if (!DiskUploads.isKey(key) || !Files.exists(DiskUploads.path(directory, key))) {
            return new Opened.Refused("The uploaded file is gone.");
        }
        Path file = DiskUploads.path(directory, key);
        try {
            return switch (FileLook.at(file)) {
                case FileLook.Binary binary -> new Opened.Refused(binary.reason());
                case FileLook.Text text when text.isJsonLines() -> jsonLines(file, text);
                case FileLook.Text text -> {
                    Dialect dialect;
                    try (Reader start = reader(file, text)) {
                        dialect = Dialect.of(start);
                    }
                    yield new Opened.Readable(new CsvTable(reader(file, text), text.charset().name(), dialect));
                }
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Opened jsonLines(Path file, FileLook.Text text) throws IOException {
        SequencedSet<String> names;
        try (BufferedReader start = new BufferedReader(reader(file, text))) {
            names = JsonLinesTable.names(start);
        }
        if (names.isEmpty() || isEnvelope(file, text)) {
            return new Opened.Refused(FileLook.ONE_DOCUMENT);
        }
        return new Opened.Readable(new JsonLinesTable(new BufferedReader(reader(file, text)), text.charset().name(), names));
    }

    /** Whether the file has one line, and that is the envelope of a list. */
    private static boolean isEnvelope(Path file, FileLook.Text text) throws IOException {
        if (Files.size(file) > JsonLinesTable.LONGEST_LINE) {
            return false; // as one line it is too long anyway, and reported
        }
        StringWriter whole = new StringWriter();
        try (Reader start = reader(file, text)) {
            start.transferTo(whole);
        }
        return JsonObjects.read(whole.toString()).filter(JsonObjects::isEnvelope).isPresent();
    }

    /** Bytes that the encoding does not know become U+FFFD, which the reader of the rows reports by row and column. */
    private static Reader reader(Path file, FileLook.Text text) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.skipNBytes(text.markBytes());
        return new InputStreamReader(bytes, text.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }
}
