package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.domain.exports.Cell;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Cells as text, where a format has no better way to say it. */
final class CellText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private CellText() {}

    static String of(Cell cell) {
        return switch (cell) {
            case Cell.Nothing nothing -> "";
            case Cell.Text(String value) -> value;
            case Cell.Count(long value) -> Long.toString(value);
            case Cell.Exact exact -> exact.value().toPlainString();
            case Cell.Flag(boolean value) -> Boolean.toString(value);
            case Cell.Day day -> day.value().toString();
            case Cell.Moment(Instant value) -> MOMENT.format(value);
            case Cell.Many many -> String.join(", ", many.values());
            case Cell.Named named -> named(named.values());
        };
    }

    /** One line for each. */
    private static String named(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n").append(name).append(": ").append(value));
        return text.toString();
    }
}
