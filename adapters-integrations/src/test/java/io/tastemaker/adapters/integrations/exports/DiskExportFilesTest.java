package io.tastemaker.adapters.integrations.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.ExportFilesContract;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.ExportFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class DiskExportFilesTest extends ExportFilesContract {

    private static final String KEY = "00112233445566778899aabbccddeeff";

    /** What somebody might write so that it runs where an export is opened, and what it may look like in front of it. */
    private static final List<String> FORMULAS = List.of("=1+1", "=cmd|' /C calc'!A0", "+1-1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1",
            "\u200b=1", "\uFF1D1+1", "=HYPERLINK(\"http://example.com\",\"click\")");

    @TempDir
    Path directory;

    @Override
    protected ExportFiles files() {
        return new DiskExportFiles(directory);
    }

    static Stream<String> formulas() {
        return FORMULAS.stream();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void no_text_is_a_formula(String formula) throws IOException {
        List<List<Cell>> rows = List.of(List.of(new Cell.Text(formula), new Cell.Many(List.of(formula)), new Cell.Named(Map.of(formula, "1"))));

        for (CsvRecord row : csv(write(ExportFormat.CSV, List.of("a", "b", "c"), rows)).stream().skip(1).toList()) {
            assertThat(row.getFields()).allMatch(cell -> cell.startsWith("'"));
        }
        try (XSSFWorkbook workbook = workbook(write(ExportFormat.XLSX, List.of("a", "b", "c"), rows))) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(formula);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
        }
        assertThat(json(write(ExportFormat.JSON_LINES, List.of("a", "b", "c"), rows)).getFirst().get("a").asText()).isEqualTo(formula);
    }

    @Test
    void a_negative_number_is_a_number_everywhere() throws IOException {
        List<List<Cell>> rows = List.of(List.of(new Cell.Count(-5), new Cell.Exact(new BigDecimal("-0.50"))));

        assertThat(csv(write(ExportFormat.CSV, List.of("a", "b"), rows)).get(1).getFields()).containsExactly("-5", "-0.50");
        try (XSSFWorkbook workbook = workbook(write(ExportFormat.XLSX, List.of("a", "b"), rows))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getNumericCellValue()).isEqualTo(-5);
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(-0.5);
        }
        assertThat(Files.readString(write(ExportFormat.JSON_LINES, List.of("a", "b"), rows))).isEqualTo("{\"a\":-5,\"b\":-0.50}\n");
    }

    @Test
    void numbers_that_a_spreadsheet_would_round_are_texts_in_a_workbook() throws IOException {
        List<List<Cell>> rows = List.of(List.of(new Cell.Count(9_007_199_254_740_993L), new Cell.Exact(new BigDecimal("1234567890.123456789")),
                new Cell.Count(999_999_999_999_999L)));
        try (XSSFWorkbook workbook = workbook(write(ExportFormat.XLSX, List.of("a", "b", "c"), rows))) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("9007199254740993");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("1234567890.123456789");
            assertThat(new BigDecimal(row.getCell(2).getNumericCellValue())).isEqualTo(new BigDecimal("999999999999999"));
        }
    }

    @Test
    void every_kind_of_cell_is_written_as_it_is_meant() throws IOException {
        List<String> columns = List.of("text", "flag", "day", "moment", "many", "named", "nothing");
        List<Cell> row = List.of(new Cell.Text("a,\"b\"\r\nc"), new Cell.Flag(true), new Cell.Day(LocalDate.of(2026, 2, 3)),
                new Cell.Moment(Instant.parse("2026-02-03T04:05:06.7891Z")), new Cell.Many(List.of("x", "y")), new Cell.Named(Map.of("k", "v", "a", "b")),
                Cell.NOTHING);

        assertThat(Files.readString(write(ExportFormat.CSV, columns, List.of(row)))).isEqualTo("text,flag,day,moment,many,named,nothing\r\n"
                + "\"a,\"\"b\"\"\r\nc\",true,2026-02-03,2026-02-03T04:05:06.789Z,\"x, y\",\"a: b\nk: v\",\r\n");
        assertThat(Files.readString(write(ExportFormat.JSON_LINES, columns, List.of(row)))).isEqualTo("{\"text\":\"a,\\\"b\\\"\\r\\nc\",\"flag\":true,"
                + "\"day\":\"2026-02-03\",\"moment\":\"2026-02-03T04:05:06.789Z\",\"many\":[\"x\",\"y\"],\"named\":{\"a\":\"b\",\"k\":\"v\"},\"nothing\":null}\n");
        try (XSSFWorkbook workbook = workbook(write(ExportFormat.XLSX, columns, List.of(row)))) {
            Row read = workbook.getSheetAt(0).getRow(1);
            assertThat(read.getCell(0).getStringCellValue()).isEqualTo("a,\"b\"\r\nc");
            assertThat(read.getCell(1).getBooleanCellValue()).isTrue();
            assertThat(read.getCell(2).getStringCellValue()).isEqualTo("2026-02-03");
            assertThat(read.getCell(3).getStringCellValue()).isEqualTo("2026-02-03T04:05:06.789Z");
            assertThat(read.getCell(4).getStringCellValue()).isEqualTo("x, y");
            assertThat(read.getCell(5).getStringCellValue()).isEqualTo("a: b\nk: v");
            assertThat(read.getCell(6)).isNull();
        }
    }

    @Test
    void a_byte_order_mark_stands_in_front_when_it_is_wanted() throws IOException {
        try (ExportFiles.Draft draft = files().begin(KEY, new ExportFiles.Layout(ExportFormat.CSV, true, List.of("a")))) {
            draft.add(List.of(Cell.NOTHING));
            draft.finish();
        }
        assertThat(Files.readAllBytes(directory.resolve(KEY))).isEqualTo("\uFEFFa\r\n\"\"\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void characters_that_xml_forbids_are_shown_and_break_nothing() throws IOException, SAXException, ParserConfigurationException {
        String nasty = "a\u0000b\u0008c\u001Fd\uFFFEe\uD800f & <g> ]]> \u0085 _x0041_ 🍇";
        Path file = write(ExportFormat.XLSX, List.of("<&\u0001>"), List.of(List.of(new Cell.Text(nasty))));

        Map<String, byte[]> parts = parts(file);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            DocumentBuilderFactory strict = DocumentBuilderFactory.newDefaultInstance();
            strict.setNamespaceAware(true);
            strict.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            assertThat(strict.newDocumentBuilder().parse(new ByteArrayInputStream(part.getValue())).getDocumentElement()).as(part.getKey()).isNotNull();
        }
        try (XSSFWorkbook workbook = workbook(file)) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf & <g> ]]> \u0085 _x0041_ 🍇");
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("<&\uFFFD>");
        }
        assertThat(json(write(ExportFormat.JSON_LINES, List.of("a"), List.of(List.of(new Cell.Text(nasty))))).getFirst().get("a").asText())
                .isEqualTo(nasty.replace('\uD800', '?'));
    }

    @Test
    void a_text_that_no_cell_holds_is_cut_so_that_it_is_seen() throws IOException {
        // No two lines alike: the reader takes what is packed too well for an attack.
        String most = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(" ")).substring(0, WorkbookRows.MOST_CHARACTERS);
        String emoji = "x" + IntStream.range(0, 20_000).mapToObj(number -> Character.toString(0x1F347 + number * 7919 % 100)).collect(Collectors.joining());
        try (XSSFWorkbook workbook = workbook(write(ExportFormat.XLSX, List.of("a", "b", "c"),
                List.of(List.of(new Cell.Text(most), new Cell.Text(most + "y"), new Cell.Text(emoji)))))) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(most);
            assertThat(row.getCell(1).getStringCellValue()).hasSize(WorkbookRows.MOST_CHARACTERS).endsWith(WorkbookRows.CUT);
            String cut = row.getCell(2).getStringCellValue();
            assertThat(cut).hasSizeLessThanOrEqualTo(WorkbookRows.MOST_CHARACTERS).endsWith(WorkbookRows.CUT).doesNotContain("\uFFFD");
            assertThat(emoji).startsWith(cut.substring(0, cut.length() - WorkbookRows.CUT.length()));
        }
    }

    @Test
    void columns_have_letters_beyond_z_and_the_parts_of_a_workbook_are_of_one_time() throws IOException {
        List<String> columns = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (int place = 0; place < 800; place++) {
            columns.add("c" + place);
            row.add(new Cell.Count(place));
        }
        Path file = write(ExportFormat.XLSX, columns, List.of(row));
        try (XSSFWorkbook workbook = workbook(file); ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(799).getAddress().formatAsString()).isEqualTo("ADT2");
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(799).getNumericCellValue()).isEqualTo(799);
            assertThat(zip.stream().map(entry -> entry.getTimeLocal().toString()).distinct()).containsExactly("1980-01-01T00:00");
        }
    }

    @Test
    void what_names_no_file_of_ours_is_refused() {
        for (String key : List.of("", "../etc/passwd", "0011", KEY.toUpperCase(Locale.ROOT), KEY + ".draft")) {
            assertThatThrownBy(() -> files().findPiece(key, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> files().delete(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_a_killed_program_left_goes_with_the_file() throws IOException {
        ExportFiles.Draft killed = files().begin(KEY, new ExportFiles.Layout(ExportFormat.CSV, false, List.of("a")));
        assertThat(killed.bytes()).isZero();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(1);
        }
        files().delete(KEY);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private Path write(ExportFormat format, List<String> columns, List<List<Cell>> rows) {
        try (ExportFiles.Draft draft = files().begin(KEY, new ExportFiles.Layout(format, false, columns))) {
            rows.forEach(draft::add);
            draft.finish();
        }
        return directory.resolve(KEY);
    }

    private static List<CsvRecord> csv(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static List<JsonNode> json(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static XSSFWorkbook workbook(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new XSSFWorkbook(content);
        }
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (InputStream content = zip.getInputStream(entry)) {
                    content.transferTo(bytes);
                }
                parts.put(entry.getName(), bytes.toByteArray());
            }
        }
        return parts;
    }
}
