package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.shared.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** CSV as RFC 4180 has it, with a header. What a spreadsheet could take for a formula is written so that it is shown. */
final class CsvRows implements RowWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String LINE = "\r\n";

    private final Writer out;

    CsvRows(Writer out, boolean byteOrderMark, List<String> columns) throws IOException {
        this.out = out;
        if (byteOrderMark) {
            out.write(BYTE_ORDER_MARK);
        }
        out.write(String.join(",", columns.stream().map(CsvCell::of).toList()));
        out.write(LINE);
    }

    @Override
    public void add(List<Cell> cells) throws IOException {
        for (int place = 0; place < cells.size(); place++) {
            if (place > 0) {
                out.write(',');
            }
            out.write(text(cells.get(place)));
        }
        // A line of one empty cell would be no row.
        out.write(cells.size() == 1 && CellText.of(cells.getFirst()).isEmpty() ? "\"\"" + LINE : LINE);
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Nothing nothing -> "";
            case Cell.Count count -> CellText.of(count);
            case Cell.Exact exact -> CellText.of(exact);
            case Cell.Flag flag -> CellText.of(flag);
            case Cell.Day day -> CellText.of(day);
            case Cell.Moment moment -> CellText.of(moment);
            case Cell.Text text -> CsvCell.of(CellText.of(text));
            case Cell.Many many -> CsvCell.of(CellText.of(many));
            case Cell.Named named -> CsvCell.of(CellText.of(named));
        };
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
