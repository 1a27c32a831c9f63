package io.tastemaker.application.creators.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every reader of lists does, however much more it can. */
public abstract class ListFilesContract {

    protected abstract ListFiles files();

    protected abstract Uploads uploads();

    @Test
    void rows_come_in_order_with_the_lines_they_begin_on_and_without_empty_lines() {
        List<ListFiles.Row> rows = rows(keep("name,followers\r\nana,5\n\nben,\n"));

        assertThat(rows).extracting(ListFiles.Row::cells).containsExactly(List.of("name", "followers"), List.of("ana", "5"), List.of("ben",
                ""));
        assertThat(rows).extracting(ListFiles.Row::line).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_file_can_be_read_twice() {
        String key = keep("name\nana\n");

        assertThat(rows(key)).isEqualTo(rows(key));
    }

    @Test
    void the_encoding_and_the_delimiter_are_told() {
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) files().open(keep("name,followers\nana,5\n"))).table()) {
            assertThat(table.encoding()).isEqualTo("UTF-8");
            assertThat(table.delimiter()).isEqualTo(",");
        }
    }

    @Test
    void empty_unknown_and_binary_files_are_refused_with_a_reason() {
        for (String key : List.of(keep(""), "no-such-upload", keep("PK\u0003\u0004\0\0\0"))) {
            assertThat(files().open(key)).isInstanceOfSatisfying(ListFiles.Opened.Refused.class, refused -> assertThat(refused.reason())
                    .isNotBlank());
        }
    }

    protected final String keep(String text) {
        return keep(text.getBytes(StandardCharsets.UTF_8));
    }

    protected final String keep(byte[] bytes) {
        return ((Uploads.Kept.Whole) uploads().keep(new ByteArrayInputStream(bytes), bytes.length)).key();
    }

    protected final List<ListFiles.Row> rows(String key) {
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) files().open(key)).table()) {
            List<ListFiles.Row> rows = new ArrayList<>();
            for (Optional<ListFiles.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
