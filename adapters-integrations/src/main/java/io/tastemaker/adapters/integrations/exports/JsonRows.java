package io.tastemaker.adapters.integrations.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tastemaker.domain.exports.Cell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** JSON Lines: an object for each row, with every column, null where there is nothing. */
final class JsonRows implements RowWriter {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final JsonGenerator out;
    private final List<String> columns;

    JsonRows(Writer out, List<String> columns) throws IOException {
        this.out = JSON.createGenerator(out).setRootValueSeparator(null);
        this.out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.columns = columns;
    }

    @Override
    public void add(List<Cell> cells) throws IOException {
        out.writeStartObject();
        for (int place = 0; place < cells.size(); place++) {
            out.writeFieldName(columns.get(place));
            write(cells.get(place));
        }
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void write(Cell cell) throws IOException {
        switch (cell) {
            case Cell.Nothing nothing -> out.writeNull();
            case Cell.Count(long value) -> out.writeNumber(value);
            case Cell.Exact exact -> out.writeNumber(CellText.of(exact)); // with its zeros, as it is known
            case Cell.Flag(boolean value) -> out.writeBoolean(value);
            case Cell.Text text -> out.writeString(CellText.of(text));
            case Cell.Day day -> out.writeString(CellText.of(day));
            case Cell.Moment moment -> out.writeString(CellText.of(moment));
            case Cell.Many many -> {
                out.writeStartArray();
                for (String value : many.values()) {
                    out.writeString(value);
                }
                out.writeEndArray();
            }
            case Cell.Named named -> {
                out.writeStartObject();
                for (Map.Entry<String, String> value : named.values().entrySet()) {
                    out.writeStringField(value.getKey(), value.getValue());
                }
                out.writeEndObject();
            }
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
