package io.tastemaker.domain.exports;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** How a file is written. */
public enum ExportFormat implements Coded {
    /** RFC 4180 in UTF-8, with a header. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** A workbook of ISO/IEC 29500. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** One JSON object a line, in UTF-8. */
    JSON_LINES("application/x-ndjson", "jsonl");

    private final String mediaType;
    private final String suffix;

    ExportFormat(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /**
     * The media type of such files.
     *
     * @return as it stands in {@code Content-Type}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * What the names of such files end in.
     *
     * @return without the dot
     */
    public String suffix() {
        return suffix;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
