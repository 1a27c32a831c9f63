package io.tastemaker.adapters.integrations.creators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.domain.creators.RowFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Lines read as tables. */
class JsonLinesTest {

    @TempDir
    private Path directory;

    private Uploads uploads;
    private ListFiles files;

    @BeforeEach
    void open() {
        uploads = new DiskUploads(directory);
        files = new TextListFiles(directory);
    }

    private ListFiles.Opened opened(byte[] bytes) {
        return files.open(((Uploads.Kept.Whole) uploads.keep(new ByteArrayInputStream(bytes), bytes.length)).key());
    }

    private List<ListFiles.Row> rows(byte[] bytes) {
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) opened(bytes)).table()) {
            List<ListFiles.Row> rows = new ArrayList<>();
            for (Optional<ListFiles.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }

    private List<ListFiles.Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<String>> cells(String text) {
        return rows(text).stream().map(ListFiles.Row::cells).toList();
    }

    private String refusal(byte[] bytes) {
        return ((ListFiles.Opened.Refused) opened(bytes)).reason();
    }

    @Test
    void names_are_the_header_and_objects_are_rows_with_gaps_where_they_have_no_value() {
        assertThat(cells("""
                {"url": "https://example.org/1", "likes": 5}
                {"likes": 6.50, "is_video": true, "caption": "Sea\\nand \\"sun\\" 🌱"}
                {}
                {"caption": null, "url": ""}
                """)).containsExactly(List.of("url", "likes", "is_video", "caption"), List.of("https://example.org/1", "5", "", ""),
                List.of("", "6.50", "true", "Sea\nand \"sun\" 🌱"), List.of("", "", "", ""), List.of("", "", "", ""));
    }

    @Test
    void what_is_nested_is_reached_by_names_with_dots_and_lists_of_values_are_one() {
        assertThat(cells("""
                {"owner": {"username": "ana", "stats": {"followers": 5}}, "hashtags": ["sun", 7, null], "comments": [{"a": 1}], "none": {}}
                {"owner": "ben"}
                """)).containsExactly(List.of("owner.username", "owner.stats.followers", "hashtags", "comments", "owner"),
                List.of("ana", "5", "sun 7 ", "{\"a\":1}", ""), List.of("", "", "", "", "ben"));
    }

    @Test
    void what_is_nested_too_deep_stays_one_value() {
        List<List<String>> cells = cells("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":1}}}}}}\n");

        assertThat(cells).containsExactly(List.of("a.b.c.d.e"), List.of("{\"f\":1}"));
        assertThat(rows("{\"a\":1}\n" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "\n").getLast().faults())
                .extracting(ListFiles.CellFault::code).containsExactly(RowFault.Code.BAD_JSON);
    }

    @ParameterizedTest
    @CsvSource({"1654434000.0,1654434000.0", "12345678.0,12345678.0", "1234567890123456789012,1234567890123456789012", "1.5E3,1500",
            "-0.1,-0.1",
        "1e999999999,1E+999999999", "100000000000000000000000000.5,100000000000000000000000000.5", "0.10,0.10"})
    void numbers_keep_their_digits(String number, String read) {
        assertThat(cells("{\"n\":" + number + "}\n").getLast()).containsExactly(read);
    }

    @Test
    void rows_are_counted_by_their_lines_and_blank_lines_are_none() {
        List<ListFiles.Row> rows = rows("\n  \r\n{\"a\":1}\r\n\n{\"a\":2}\n\t\n{\"a\":3}");

        assertThat(rows).extracting(ListFiles.Row::line).containsExactly(1L, 3L, 5L, 7L);
        assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("a", "1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "nonsense", "[1,2]", "\"text\"", "7", "null", "{\"a\":1}{\"a\":2}", "{\"a\":1} and more",
            "{'a':1}", "{\"a\":NaN}",
        "{\"a\":\"\u0001\"}"})
    void a_line_that_is_no_object_is_reported_by_its_line_and_costs_no_other(String broken) {
        List<ListFiles.Row> rows = rows("{\"a\":1,\"b\":1}\n" + broken + "\n{\"a\":3}\n");

        assertThat(rows.get(2)).isEqualTo(new ListFiles.Row(2, List.of(), List.of(new ListFiles.CellFault(2, RowFault.Code.BAD_JSON,
                "the line is no JSON object; it was left out"))));
        assertThat(rows.get(3).cells()).containsExactly("3", "");
        assertThat(rows.get(3).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,0", "UTF-8,1", "UTF-16LE,0", "UTF-16LE,1", "UTF-16BE,0", "UTF-16BE,1", "windows-1252,0"})
    void every_encoding_is_recognized_with_and_without_a_mark(String charset, int mark) {
        String text = (mark == 1 ? "\uFEFF" : "") + "{\"caption\":\"Ñandú é\",\"likes\":5}\n{\"caption\":\"ç\",\"likes\":12345}\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));

        assertThat(rows(bytes)).extracting(ListFiles.Row::cells).containsExactly(List.of("caption", "likes"), List.of("Ñandú é", "5"),
                List.of("ç", "12345"));
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) opened(bytes)).table()) {
            assertThat(table.encoding()).isEqualTo(charset);
            assertThat(table.delimiter()).isEqualTo("JSON Lines");
        }
    }

    @Test
    void a_line_that_is_longer_than_any_is_reported_and_passed_over() {
        String endless = "{\"a\":\"" + "x".repeat(JsonLinesTable.LONGEST_LINE) + "\"}";
        List<ListFiles.Row> rows = rows("{\"a\":1}\n" + endless + "\n{\"a\":3}\n" + endless.replace("\n", ""));

        assertThat(rows).extracting(ListFiles.Row::line).containsExactly(1L, 1L, 2L, 3L, 4L);
        assertThat(rows.get(2).faults()).extracting(ListFiles.CellFault::code).containsExactly(RowFault.Code.TOO_LONG);
        assertThat(rows.get(3).cells()).containsExactly("3");
    }

    @Test
    void a_value_that_is_longer_than_any_is_cut_between_characters_with_a_fault() {
        for (String value : List.of("\"x" + "😀".repeat(40_000) + "\"", "[\"x" + "😀".repeat(40_000) + "\", 1]")) {
            ListFiles.Row row = rows("{\"b\":1,\"a\":" + value + "}\n").getLast();

            assertThat(row.cells().getLast()).isEqualTo("x" + "😀".repeat(32_767));
            assertThat(row.faults()).containsExactly(new ListFiles.CellFault(1, RowFault.Code.TOO_LONG, "cut to 65536 characters"));
        }
    }

    @Test
    void names_that_come_after_the_first_thousand_objects_are_left_out_with_a_fault() {
        String text = "{\"a\":1}\n".repeat(998) + "{\"b\":1}\n" + "nonsense\n" + "{\"a\":2,\"c\":3,\"d\":4}\n";
        List<ListFiles.Row> rows = rows(text);

        assertThat(rows.getFirst().cells()).containsExactly("a", "b");
        assertThat(rows.getLast().cells()).containsExactly("2", "");
        assertThat(rows.getLast().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(RowFault.Code.TOO_MANY_CELLS);
            assertThat(fault.cell()).isEqualTo(2);
            assertThat(fault.detail()).endsWith("left out: c, d");
        });
    }

    @Test
    void of_very_many_names_the_first_five_hundred_are_columns() {
        String many = IntStream.range(0, 60_000).mapToObj(i -> "\"n" + i + "\":" + i % 10).collect(Collectors.joining(",", "{", "}"));
        List<ListFiles.Row> rows = rows(many + "\n" + many + "\n");

        assertThat(rows.getFirst().cells()).hasSize(500).startsWith("n0", "n1").endsWith("n499");
        assertThat(rows.get(2).cells()).hasSize(500).startsWith("0", "1");
        assertThat(rows.get(2).faults()).singleElement().satisfies(fault -> assertThat(fault.detail()).hasSizeLessThan(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},{\"a\":2}]", "[\n  {\"a\":1}\n]", "{\n  \"posts\": [\n    {\"a\":1}\n  ]\n}",
            "{\"posts\":[{\"a\":1}],\"count\":1}", "{\"posts\":[]}\n",
        "[[1,2],[3,4]]", "{ \"a\": 1,\n  \"b\": 2 }\n", "{}"})
    void a_file_that_is_one_json_document_is_refused_with_what_to_do(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8))).contains("one JSON document").contains("one object on each line");
        assertThat(refusal(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).contains("one JSON document");
        assertThat(refusal(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).contains("one JSON document");
    }

    @Test
    void a_list_of_one_object_is_a_list() {
        assertThat(cells("{\"url\":\"https://example.org\",\"hashtags\":[\"a\"]}")).hasSize(2);
        assertThat(cells("{\"url\":\"u\",\"caption\":\"c\",\"likes\":1,\"views\":2,\"saves\":3,\"comments\":[{\"a\":1}]}"))
                .as("an entry with much to say").hasSize(2);
        assertThat(cells("{\"posts\":[{\"a\":1}]}\n{\"posts\":[]}\n")).as("two of them").hasSize(3);
    }

    @Test
    void csv_that_begins_with_a_brace_stays_csv() {
        assertThat(cells("{name},likes\nana,5\n")).containsExactly(List.of("{name}", "likes"), List.of("ana", "5"));
        assertThat(cells("[name],likes\nana,5\n")).containsExactly(List.of("[name]", "likes"), List.of("ana", "5"));
    }

    @Test
    void flat_objects_are_read_as_they_were_written() throws Exception {
        Random random = new Random(17);
        ObjectMapper mapper = new ObjectMapper();
        String[] pieces = {"a", "é", "😀", "\"", "\\", "\n", "\u2028", ",", "{", "}", " ", "\t"};
        for (int round = 0; round < 300; round++) {
            List<Map<String, String>> written = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int row = random.nextInt(1, 6); row > 0; row--) {
                Map<String, String> values = new TreeMap<>();
                ObjectNode object = mapper.createObjectNode().put("first", "1");
                for (int field = random.nextInt(4); field > 0; field--) {
                    StringBuilder value = new StringBuilder();
                    random.ints(random.nextInt(6), 0, pieces.length).forEach(piece -> value.append(pieces[piece]));
                    String name = "n" + random.nextInt(5);
                    object.put(name, value.toString());
                    values.put(name, value.toString());
                }
                written.add(values);
                text.append(mapper.writeValueAsString(object)).append(random.nextBoolean() ? "\n" : "\r\n\n");
            }
            List<List<String>> cells = cells(text.toString());
            for (int row = 0; row < written.size(); row++) {
                Map<String, String> read = new TreeMap<>();
                for (int column = 1; column < cells.getFirst().size(); column++) {
                    read.put(cells.getFirst().get(column), cells.get(row + 1).get(column));
                }
                read.keySet().retainAll(written.get(row).keySet());
                assertThat(read).as("round %d: %s", round, text).isEqualTo(written.get(row));
            }
        }
    }

    @Test
    void rubbish_never_makes_the_reader_fail_or_stall() {
        Random random = new Random(12);
        String[] pieces = {"{", "}", "\"", ":", ",", "[", "]", "a", "1", "\n", "\\", "\\u12", "null", "e9", "\u0000", "é", " "};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"a\":1}\n" : "{\"");
            random.ints(random.nextInt(60), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (opened(bytes) instanceof ListFiles.Opened.Readable(ListFiles.Table table)) {
                table.close();
                assertThat(rows(bytes)).isNotEmpty();
            }
        }
    }
}
