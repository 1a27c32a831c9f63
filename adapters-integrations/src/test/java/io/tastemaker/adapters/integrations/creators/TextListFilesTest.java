package io.tastemaker.adapters.integrations.creators;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.ListFilesContract;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.domain.creators.RowFault;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextListFilesTest extends ListFilesContract {

    @TempDir
    private Path directory;

    private Uploads uploads;
    private ListFiles files;

    @BeforeEach
    void open() {
        uploads = new DiskUploads(directory);
        files = new TextListFiles(directory);
    }

    @Override
    protected ListFiles files() {
        return files;
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    private List<List<String>> cells(String text) {
        return rows(keep(text)).stream().map(ListFiles.Row::cells).toList();
    }

    private List<RowFault.Code> faults(String text) {
        return rows(keep(text)).stream().flatMap(row -> row.faults().stream()).map(ListFiles.CellFault::code).toList();
    }

    private String refusal(byte[] bytes) {
        return ((ListFiles.Opened.Refused) files.open(keep(bytes))).reason();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,0,UTF-8", "UTF-8,1,UTF-8", "UTF-16LE,0,UTF-16LE", "UTF-16LE,1,UTF-16LE", "UTF-16BE,0,UTF-16BE",
            "UTF-16BE,1,UTF-16BE"})
    void every_encoding_of_unicode_is_recognized_with_and_without_a_mark(String charset, int mark, String name) {
        String text = (mark == 1 ? "\uFEFF" : "") + "name,followers\nAna Ñandú 张伟 🎭,48.5M\n한국 사람,12\n";
        String key = keep(text.getBytes(Charset.forName(charset)));

        assertThat(rows(key)).extracting(ListFiles.Row::cells).containsExactly(
                List.of("name", "followers"), List.of("Ana Ñandú 张伟 🎭", "48.5M"), List.of("한국 사람", "12"));
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) files.open(key)).table()) {
            assertThat(table.encoding()).isEqualTo(name);
        }
    }

    @Test
    void what_is_not_utf_8_is_read_as_windows_1252() {
        String key = keep("name;país\nJosé – “Pepe”;España €\n".getBytes(Charset.forName("windows-1252")));

        assertThat(rows(key).get(1).cells()).containsExactly("José – “Pepe”", "España €");
    }

    @Test
    void a_damaged_byte_in_utf_8_does_not_turn_the_file_into_another_encoding() {
        byte[] bytes = "name,city\nÄÖÜäöüßéèñ,São Paulo X\nçãõ,ÀÈ\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'X' ? (byte) 0xFF : bytes[i];
        }

        assertThat(rows(keep(bytes)).get(1).cells()).containsExactly("ÄÖÜäöüßéèñ", "São Paulo \uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void every_usual_delimiter_is_found_though_others_stand_in_the_values(String delimiter) {
        String text = "name,followers,bio\nana,\"1,5\",\"a; b | c, d\te\"\nben,\"2,5\",\"x; y\nz\"\n".replace(",followers,", delimiter
                + "followers" + delimiter)
                .replace("ana,", "ana" + delimiter).replace("ben,", "ben" + delimiter).replace("\",\"", "\"" + delimiter + "\"");

        assertThat(cells(text)).containsExactly(List.of("name", "followers", "bio"), List.of("ana", "1,5", "a; b | c, d\te"),
                List.of("ben", "2,5", "x; y\nz"));
    }

    @Test
    void semicolons_are_found_beside_unquoted_decimal_commas() {
        assertThat(cells("name;a;b\nana;1,5;2,5\nben;3,5;4,5\n")).contains(List.of("ana", "1,5", "2,5"));
    }

    @Test
    void an_announced_delimiter_is_obeyed_and_its_line_is_no_row() {
        List<ListFiles.Row> rows = rows(keep("sep=;\r\nname;a,b\r\nana;1\r\n"));

        assertThat(rows).extracting(ListFiles.Row::cells).containsExactly(List.of("name", "a,b"), List.of("ana", "1"));
        assertThat(rows.getFirst().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void every_kind_of_line_break_ends_a_row_and_lines_are_counted_through_quoted_ones(String end) {
        List<ListFiles.Row> rows = rows(keep(String.join(end, "name,\"multi", "line\"", "", "ana,1", "ben,\"\"\"q\"\"\"")));

        assertThat(rows).extracting(ListFiles.Row::line).containsExactly(1L, 4L, 5L);
        assertThat(rows.getFirst().cells()).containsExactly("name", "multi\nline");
        assertThat(rows.getLast().cells()).containsExactly("ben", "\"q\"");
    }

    @Test
    void a_quote_that_is_never_closed_costs_no_other_row() {
        String text = "name,bio,n\nana,\"open,1\nben,\"closed, well\",2\ncleo,plain,3\n";

        assertThat(cells(text)).containsExactly(List.of("name", "bio", "n"), List.of("ana", "\"open", "1"), List.of("ben", "closed, well",
                "2"),
                List.of("cleo", "plain", "3"));
        assertThat(faults(text)).containsExactly(RowFault.Code.UNBALANCED_QUOTE);
        assertThat(cells("name,bio\nana,\"open\nben,x\n")).hasSize(3);
    }

    @Test
    void a_quote_that_is_never_closed_in_a_long_file_costs_no_other_row() {
        StringBuilder text = new StringBuilder("name,bio\nana,\"open\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("creator").append(i).append(",something\n");
        }

        assertThat(cells(text.toString())).hasSize(20_002);
        assertThat(faults(text.toString())).containsExactly(RowFault.Code.UNBALANCED_QUOTE);
    }

    @Test
    void quotes_within_values_are_kept() {
        assertThat(cells("name,bio\nana,5\" tall\nben,\"the \"best\" one\"\ncleo, \"padded\" \n")).containsExactly(
                List.of("name", "bio"), List.of("ana", "5\" tall"), List.of("ben", "the \"best\" one"), List.of("cleo", "padded"));
    }

    @Test
    void endless_values_are_cut_with_a_fault() {
        String endless = "x".repeat(300_000);
        for (String text : List.of("name,bio\nana," + endless + "\nben,y\n", "name,bio\nana,\"" + endless + "\"\nben,y\n")) {
            assertThat(cells(text)).hasSize(3);
            assertThat(cells(text).get(1).get(1)).hasSize(1 << 16);
            assertThat(cells(text).get(2)).containsExactly("ben", "y");
            assertThat(faults(text)).containsExactly(RowFault.Code.TOO_LONG);
        }
    }

    @Test
    void a_row_of_endless_cells_is_cut_with_a_fault() {
        String text = "name,bio\nana" + ",x".repeat(10_000) + "\nben,y\n";

        assertThat(cells(text).get(1)).hasSize(2000);
        assertThat(faults(text)).containsExactly(RowFault.Code.TOO_MANY_CELLS);
    }

    @Test
    void rows_may_be_ragged() {
        assertThat(cells("a,b,c\n1\n1,2,3,4\n,,\n")).containsExactly(List.of("a", "b", "c"), List.of("1"), List.of("1", "2", "3", "4"),
                List.of("", "", ""));
    }

    @Test
    void files_that_are_no_tables_are_refused_by_name() {
        assertThat(refusal("PK\u0003\u0004xl/workbook".getBytes(StandardCharsets.ISO_8859_1))).contains("Excel");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1))).contains("PDF");
        assertThat(refusal("\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1))).contains("PNG");
        assertThat(refusal("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8))).contains("HTML");
        assertThat(refusal("{\"creators\":[]}".getBytes(StandardCharsets.UTF_8))).contains("JSON");
        assertThat(refusal(new byte[5000])).contains("not text");
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal("\uFEFF".getBytes(StandardCharsets.UTF_8))).contains("empty");
        assertThat(refusal(" \r\n\n".getBytes(StandardCharsets.UTF_8))).contains("empty");
        assertThat(((ListFiles.Opened.Refused) files.open("../../etc/passwd")).reason()).contains("gone");
    }

    @Test
    void well_formed_csv_is_read_as_an_independent_reader_reads_it() {
        long seed = 4180;
        Random random = new Random(seed);
        String[] pieces = {"a", "é", "张", "🎭", " ", ",", "\"", "\n", "\r\n", "1,5", "x y", "\u200D"};
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("h1,h2,h3\n");
            for (int row = random.nextInt(1, 8); row > 0; row--) {
                for (int column = 0; column < 3; column++) {
                    StringBuilder value = new StringBuilder();
                    random.ints(random.nextInt(5), 0, pieces.length).forEach(piece -> value.append(pieces[piece]));
                    text.append(column == 0 ? "" : ",").append('"').append(value.toString().replace("\"", "\"\"")).append('"');
                }
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<List<String>> expected = new ArrayList<>();
            CsvReader.builder().ofCsvRecord(text.toString()).forEach(record -> expected.add(
                    record.getFields().stream().map(field -> field.replace("\r\n", "\n")).toList()));
            List<List<String>> read = new ArrayList<>();
            try (CsvTable table = new CsvTable(new StringReader(text.toString()), "UTF-8", new Dialect(',', false))) {
                for (Optional<ListFiles.Row> row = table.next(); row.isPresent(); row = table.next()) {
                    read.add(row.get().cells());
                }
            }
            assertThat(read).as("seed %d, round %d: %s", seed, i, text).isEqualTo(expected);
        }
    }

    @Test
    void rubbish_never_makes_the_reader_fail_or_stall() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(1, 3000)];
            random.nextBytes(bytes);
            byte[] signs = {',', '"', '\n', ';', 'a', '\r'};
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = random.nextInt(3) == 0 ? bytes[b] : signs[random.nextInt(signs.length)];
            }
            String key = keep(bytes);
            if (files.open(key) instanceof ListFiles.Opened.Readable) {
                assertThat(rows(key)).isNotNull();
            }
            uploads.delete(key);
        }
    }
}
