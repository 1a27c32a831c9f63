package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.domain.exports.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook with one sheet, as ISO/IEC 29500 has it: a zip file of XML. Texts are inline strings, which no program computes, and of the
 * row that is written nothing stays in memory. Every time in it is the same, so that equal rows make equal bytes; that, and that no
 * character is dropped silently, is why it is written here and not by a library.
 */
final class WorkbookRows implements RowWriter {

    /** Of a cell, by Excel's specification. */
    static final int MOST_CHARACTERS = 32_767;

    /** Stands at the end of a text that was cut. */
    static final String CUT = "… [cut]";

    /** Of a sheet, by Excel's specification; the header is one of them. */
    static final int MOST_ROWS = 1_048_576;

    /** Numbers with more digits are rounded by whoever opens the file: they are written as texts. */
    private static final int MOST_DIGITS = 15;

    /** The earliest that a zip file can name. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    /** Begins what readers of workbooks take for the number of a character (ST_Xstring). */
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final Writer out;
    private final String[] letters;
    private int rows;

    WorkbookRows(OutputStream target, List<String> columns) throws IOException {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        this.out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        this.letters = new String[columns.size()];
        for (int place = 0; place < letters.length; place++) {
            letters[place] = letters(place);
        }
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/></Types>");
        part("_rels/.rels", relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        part("xl/workbook.xml", "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE + "\">"
                + "<sheets><sheet name=\"Export\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relationships(
                "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>"));
        part("xl/styles.xml", "<styleSheet xmlns=\"" + SHEETS + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        begin("xl/worksheets/sheet1.xml");
        out.write("<worksheet xmlns=\"" + SHEETS + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        row(columns.stream().<Cell>map(Cell.Text::new).toList(), " s=\"1\"");
    }

    @Override
    public void add(List<Cell> cells) throws IOException {
        row(cells, "");
    }

    private void row(List<Cell> cells, String style) throws IOException {
        if (rows == MOST_ROWS) {
            throw new IOException("a sheet has at most " + MOST_ROWS + " rows");
        }
        rows++;
        out.write("<row r=\"" + rows + "\">");
        for (int place = 0; place < cells.size(); place++) {
            write(cells.get(place), letters[place] + rows + "\"" + style);
        }
        out.write("</row>");
    }

    private void write(Cell cell, String place) throws IOException {
        String text = CellText.of(cell);
        switch (cell) {
            case Cell.Nothing nothing -> {
                return;
            }
            case Cell.Count count -> number(place, text);
            case Cell.Exact exact -> number(place, text);
            case Cell.Flag(boolean value) -> out.write("<c r=\"" + place + " t=\"b\"><v>" + (value ? 1 : 0) + "</v></c>");
            case Cell.Text other -> text(place, text);
            case Cell.Day day -> text(place, text);
            case Cell.Moment moment -> text(place, text);
            case Cell.Many many -> text(place, text);
            case Cell.Named named -> text(place, text);
        }
    }

    private void number(String place, String text) throws IOException {
        if (text.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
            text(place, text);
        } else {
            out.write("<c r=\"" + place + "><v>" + text + "</v></c>");
        }
    }

    private void text(String place, String text) throws IOException {
        out.write("<c r=\"" + place + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        String fitting = NUMBERED.matcher(fitting(text)).replaceAll("_x005F_");
        for (int at = 0; at < fitting.length(); at = fitting.offsetByCodePoints(at, 1)) {
            escaped(fitting.codePointAt(at));
        }
        out.write("</t></is></c>");
    }

    /** Cuts between characters, never within one. */
    private static String fitting(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private void escaped(int character) throws IOException {
        switch (character) {
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '&' -> out.write("&amp;");
            case '\r' -> out.write("&#13;"); // a reader of XML would take it for a line feed
            default -> out.write(Character.toChars(isOfXml(character) ? character : 0xFFFD));
        }
    }

    /** What XML 1.0 allows; what it does not is shown as the character that stands for such. */
    private static boolean isOfXml(int character) {
        return character == '\t' || character == '\n' || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }

    @Override
    public void end() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        out.write(content);
        out.flush();
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS); // without a zone, so that it is the same on every machine
        zip.putNextEntry(entry);
        out.write(XML);
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    /** A, B … Z, AA, AB and so on. */
    static String letters(int place) {
        return (place < 26 ? "" : letters(place / 26 - 1)) + (char) ('A' + place % 26);
    }
}
