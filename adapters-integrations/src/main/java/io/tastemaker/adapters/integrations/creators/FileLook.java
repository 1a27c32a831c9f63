package io.tastemaker.adapters.integrations.creators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bytes of a file say: text in some encoding, or no text. */
sealed interface FileLook {

    /**
     * Text.
     *
     * @param charset its encoding
     * @param markBytes the length of its byte order mark
     * @param isJsonLines whether each line is a JSON object
     */
    record Text(Charset charset, int markBytes, boolean isJsonLines) implements FileLook {}

    /**
     * No text, or no table.
     *
     * @param reason for people
     */
    record Binary(String reason) implements FileLook {}

    /** Why a document is refused that is one for all entries. */
    String ONE_DOCUMENT = "The file is one JSON document. Write one object on each line (JSON Lines) and try again.";

    /** How much is looked at for everything but the validity of UTF-8. */
    int START = 1 << 16;

    static FileLook at(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(START);
        }
        if (start.length == 0) {
            return new Binary("The file is empty.");
        }
        Binary kind = Signs.knownKind(start);
        if (kind != null) {
            return kind;
        }
        FileLook marked = Signs.byMark(start);
        if (marked != null) {
            return marked;
        }
        Charset wide = Signs.wide(start);
        if (wide != null) {
            return Signs.text(start, 0, wide);
        }
        if (Signs.zeros(start) > start.length / 200) {
            return new Binary("The file is not text: it is full of zero bytes. Save the list as CSV and try again.");
        }
        if (Signs.isBlank(start) && start.length < START) {
            return new Binary("The file is empty.");
        }
        return Signs.text(start, 0, Signs.isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
    }

    /** The signs that give a file away. */
    final class Signs {

        private static final Map<String, String> KINDS = new LinkedHashMap<>();

        static {
            KINDS.put("504b0304", "a ZIP archive or an Excel workbook (.xlsx)");
            KINDS.put("504b0506", "an empty ZIP archive");
            KINDS.put("d0cf11e0", "an old Excel workbook (.xls)");
            KINDS.put("25504446", "a PDF document");
            KINDS.put("89504e47", "a PNG picture");
            KINDS.put("ffd8ff", "a JPEG picture");
            KINDS.put("47494638", "a GIF picture");
            KINDS.put("1f8b", "a GZIP archive");
            KINDS.put("377abcaf", "a 7-Zip archive");
            KINDS.put("52617221", "a RAR archive");
            KINDS.put("53514c697465", "an SQLite database");
            KINDS.put("50415231", "a Parquet file");
            KINDS.put("7f454c46", "a program");
            KINDS.put("4d5a9000", "a program");
        }

        private Signs() {}

        private static Binary knownKind(byte[] start) {
            String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
            return KINDS.entrySet().stream()
                    .filter(kind -> hex.startsWith(kind.getKey()))
                    .map(kind -> new Binary("The file is " + kind.getValue() + ", not CSV. Save the list as CSV and try again."))
                    .findFirst().orElse(null);
        }

        private static FileLook byMark(byte[] start) {
            String hex = HexFormat.of().formatHex(start, 0, Math.min(4, start.length));
            if (hex.startsWith("efbbbf")) {
                return start.length == 3 ? new Binary("The file is empty.") : text(start, 3, StandardCharsets.UTF_8);
            }
            if (hex.equals("fffe0000") || hex.equals("0000feff")) {
                return new Binary("The file is in UTF-32, which is not read. Save it as UTF-8 and try again.");
            }
            if (hex.startsWith("fffe") || hex.startsWith("feff")) {
                Charset charset = hex.startsWith("fffe") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return start.length == 2 ? new Binary("The file is empty.") : text(start, 2, charset);
            }
            return null;
        }

        /**
         * UTF-16 without a mark: the signs of every table (delimiters, digits, line breaks) stand beside zero bytes, always on the same
         * side.
         */
        private static Charset wide(byte[] start) {
            long little = 0;
            long big = 0;
            for (int i = 0; i + 1 < start.length; i += 2) {
                little += start[i + 1] == 0 && isTableSign(start[i]) ? 1 : 0;
                big += start[i] == 0 && isTableSign(start[i + 1]) ? 1 : 0;
            }
            long pairs = start.length / 2;
            if (little * 20 > pairs && little > big * 10) {
                return StandardCharsets.UTF_16LE;
            }
            return big * 20 > pairs && big > little * 10 ? StandardCharsets.UTF_16BE : null;
        }

        private static boolean isTableSign(byte b) {
            return b == ',' || b == ';' || b == '\t' || b == '|' || b == '\n' || b == '\r' || b == '"' || b >= '0' && b <= '9';
        }

        private static int zeros(byte[] start) {
            int zeros = 0;
            for (byte b : start) {
                zeros += b == 0 ? 1 : 0;
            }
            return zeros;
        }

        private static boolean isBlank(byte[] start) {
            for (byte b : start) {
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != 0) {
                    return false;
                }
            }
            return true;
        }

        /** What a text behind its mark is: a table, objects line by line, or neither. */
        private static FileLook text(byte[] start, int markBytes, Charset charset) {
            String text = new String(start, markBytes, Math.min(2_000, start.length - markBytes), charset).stripLeading();
            if (text.startsWith("<")) {
                return new Binary("The file is an HTML or XML page, not CSV.");
            }
            if (text.matches("(?s)\\[\\s*[\\[{].*|\\{\\s*\\R.*")) {
                return new Binary(ONE_DOCUMENT);
            }
            return new Text(charset, markBytes, text.matches("(?s)\\{\\s*[\"}].*"));
        }

        /** Whether the whole file is UTF-8, but for damage: at most one broken sequence among ten good ones longer than a byte. */
        private static boolean isUtf8(Path file) throws IOException {
            long good = 0;
            long broken = 0;
            int rest = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream bytes = Files.newInputStream(file)) {
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        int b = buffer[i] & 0xFF;
                        if (rest > 0 && (b & 0xC0) == 0x80) {
                            rest--;
                            good += rest == 0 ? 1 : 0;
                            continue;
                        }
                        broken += rest > 0 ? 1 : 0;
                        rest = b < 0x80 ? 0 : b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
                        broken += b >= 0x80 && rest == 0 ? 1 : 0;
                    }
                }
            }
            return broken * 10 <= good;
        }
    }
}
