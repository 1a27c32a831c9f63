package io.tastemaker.domain.creators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lists that lie beside the repository on development machines. */
public final class RealLists {

    private RealLists() {}

    static List<List<String>> rows(String file) throws IOException {
        return rows("creators", file, StandardCharsets.UTF_8);
    }

    /** The rows of a list of posts, the header first. */
    public static List<List<String>> posts(String file, Charset charset) throws IOException {
        return rows("posts", file, charset);
    }

    private static List<List<String>> rows(String folder, String file, Charset charset) throws IOException {
        Path path = Path.of(System.getProperty("project.root", ".."), "..", "shared", "data", folder, file);
        assumeTrue(Files.exists(path), "skipped: " + file + " is not beside the repository");
        return parse(Files.readString(path, charset));
    }

    /** Well-formed CSV with commas; the real reader, which takes anything, lives in another module. */
    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
