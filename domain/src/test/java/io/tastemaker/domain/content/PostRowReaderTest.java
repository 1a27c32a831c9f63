package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.creators.RowFault.Code;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostRowReaderTest {

    @Test
    void a_whole_row_becomes_a_post() {
        PostListRead read = PostListRead.ofMany("""
                url,username,caption,hashtags,date,likes,comments,views,shares,saves,mood
                https://www.instagram.com/p/CHYO-_1/?utm_source=x,@Ana.Verde,"Sea  and
                  sun",sun sea,2022-06-05 13:00,48.5K,"1,204",0,3,,calm
                """);

        assertThat(read.draft(1)).isEqualTo(new PostListRow.Draft(new Handle(Platform.INSTAGRAM, "ana.verde"), new PostDraft("CHYO-_1",
                Optional.of("https://www.instagram.com/p/CHYO-_1/?utm_source=x"), Optional.of(Instant.parse("2022-06-05T13:00:00Z")),
                "Sea and\nsun\n#sun #sea",
                new Counts(Optional.of(48_500L), Optional.of(1_204L), Optional.of(0L), Optional.of(3L), Optional.empty()),
                Map.of("mood", "calm")), List.of()));
    }

    @Test
    void a_row_without_values_is_blank_and_one_of_words_for_nothing_names_no_post() {
        PostListRead read = PostListRead.of("caption,likes\n , \nN/A,5\n");

        assertThat(read.rows().getFirst()).isEqualTo(new PostListRow.Blank());
        assertThat(read.rows().getLast()).isInstanceOf(PostListRow.Rejected.class);
        assertThat(read.codes(2)).containsExactly(Code.NO_POST);
    }

    @Test
    void what_names_a_post_is_what_its_address_tells_else_its_id_else_its_address_else_its_text() {
        PostListRead read = PostListRead.of("""
                id,url,caption,date
                17_9,,x,
                18_9,https://instagram.com/p/AAAA1,x,
                ,https://example.org/posts/1,x,
                ,,x,
                ,,x,2022-06-05
                ,,y,
                """);
        List<String> keys = IntStream.rangeClosed(1, 6).mapToObj(row -> read.post(row).key()).toList();

        assertThat(keys).startsWith("17_9", "AAAA1").doesNotHaveDuplicates();
        assertThat(keys.get(2)).isEqualTo("url:" + Analysis.fingerprint("https://example.org/posts/1"));
        assertThat(keys.subList(3, 6)).allMatch(key -> key.startsWith("text:"));
    }

    @Test
    void an_id_that_a_spreadsheet_rounded_is_none() {
        PostListRead read = PostListRead.of("id,caption\n1.23457E+18,first\n\"1,2E+18\",second\n1e5,third\n1234567890123456789,fourth\n");

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(read::codes)).containsOnly(List.of(Code.ALTERED_NUMBER));
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(row -> read.post(row).key())).doesNotHaveDuplicates();
        assertThat(read.post(4).key()).isEqualTo("1234567890123456789");
    }

    @Test
    void an_id_that_is_too_long_to_be_one_gives_way_to_the_address() {
        assertThat(PostListRead.of("id,url\n" + "x".repeat(201) + ",https://instagram.com/p/AAAA1\n").post(1).key()).isEqualTo("AAAA1");
    }

    @Test
    void each_row_says_whose_post_it_is_and_the_option_fills_gaps() {
        PostListRead read = PostListRead.of("""
                url,owner
                https://instagram.com/p/AAAA1,ana
                https://instagram.com/p/AAAA2,
                https://instagram.com/cleo/p/AAAA3/,
                https://tiktok.com/@dan/video/12345678,
                https://youtu.be/abcdefghijk,
                https://instagram.com/p/AAAA6,https://www.instagram.com/eva/
                https://instagram.com/p/AAAA7,not a handle
                """);

        assertThat(IntStream.of(1, 2, 3, 4, 6, 7).mapToObj(row -> read.draft(row).creator().toString()))
                .containsExactly("instagram/ana", "instagram/natgeo", "instagram/cleo", "tiktok/dan", "instagram/eva", "instagram/natgeo");
        assertThat(read.codes(5)).as("the option is of another platform").containsExactly(Code.NO_HANDLE);
        assertThat(read.rows().get(4)).isInstanceOf(PostListRow.Rejected.class);
        assertThat(read.codes(7)).containsExactly(Code.NOT_A_HANDLE);
    }

    @Test
    void a_row_that_does_not_say_where_its_post_stands_is_rejected() {
        PostListRead read = PostListRead.ofMany("""
                platform,owner,caption,url
                ,ana,x,
                Spaceship,ana,x,
                TikTok,ana,x,
                """);

        assertThat(read.codes(1)).containsExactly(Code.UNKNOWN_PLATFORM);
        assertThat(read.faults(2)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.UNKNOWN_PLATFORM);
            assertThat(fault.column()).isEqualTo("platform");
            assertThat(fault.value()).isEqualTo("Spaceship");
        });
        assertThat(read.draft(3).creator()).isEqualTo(new Handle(Platform.TIKTOK, "ana"));
    }

    @Test
    void an_address_of_another_platform_than_the_row_says_tells_neither_whose_nor_which() {
        PostListRead read = PostListRead.ofMany("platform,owner,url\ninstagram,ana,https://tiktok.com/@dan/video/12345678\n");

        assertThat(read.draft(1).creator()).isEqualTo(new Handle(Platform.INSTAGRAM, "ana"));
        assertThat(read.post(1).key()).startsWith("url:");
        assertThat(read.codes(1)).containsExactly(Code.DISAGREEMENT);
    }

    @Test
    void an_address_without_its_scheme_is_one_when_it_is_known_and_other_text_is_none() {
        PostListRead read = PostListRead.of("url,caption\nwww.instagram.com/p/AAAA1,x\nsee bio,x\njavascript:alert(1),x\n"
                + "https://a b.com,x\nhttps://example.org/" + "x".repeat(2_000) + ",x\n");

        assertThat(read.post(1).url()).contains("https://www.instagram.com/p/AAAA1");
        assertThat(IntStream.rangeClosed(2, 5).mapToObj(read::codes)).containsOnly(List.of(Code.BAD_URL));
        assertThat(IntStream.rangeClosed(2, 5).mapToObj(row -> read.post(row).url())).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-1|OUT_OF_RANGE", "1e30|OUT_OF_RANGE", "1000000000000001|OUT_OF_RANGE", "12%|NOT_A_NUMBER",
        "3 hearts|NOT_A_NUMBER", "#VALUE!|NOT_A_NUMBER"})
    void what_is_no_count_is_left_out_with_a_fault(String value, Code code) {
        PostListRead read = PostListRead.of("caption,likes\na,1\nb,2\nc,3\nd," + value + "\n");

        assertThat(read.post(4).counts().likes()).isEmpty();
        assertThat(read.faults(4)).singleElement().isEqualTo(new RowFault(4, 5, "likes", value, code, read.faults(4).getFirst().detail()));
    }

    @Test
    void a_fraction_of_something_whole_is_rounded_and_named() {
        PostListRead read = PostListRead.of("caption,likes\na,10.5\n");

        assertThat(read.post(1).counts().likes()).contains(11L);
        assertThat(read.codes(1)).containsExactly(Code.ALTERED_NUMBER);
    }

    @Test
    void a_time_that_cannot_be_is_left_out_with_a_fault() {
        PostListRead read = PostListRead.of("caption,date\na,2026-01-01 20:00\nb,2026-01-02 00:00:01\nc,1999-12-31\nd,yesterday\n");

        assertThat(read.post(1).postedAt()).isPresent();
        assertThat(IntStream.rangeClosed(2, 4).mapToObj(read::codes)).containsOnly(List.of(Code.NOT_A_DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#sun #sea", "sun sea", "sun,sea", "#sun\u00A0#sea", "['sun', 'sea']", "sun; sea", "#sun#sea", "＃sun ＃sea"})
    void hashtags_that_stand_apart_stand_at_the_end_of_the_caption(String tags) {
        PostListRead read = PostListRead.of("caption,hashtags\nHello,\"" + tags + "\"\n,\"" + tags + "\"\n");

        assertThat(read.post(1).caption()).isEqualTo("Hello\n#sun #sea");
        assertThat(read.post(2).caption()).isEqualTo("#sun #sea");
    }

    @Test
    void a_caption_keeps_its_lines_and_loses_what_cannot_be_seen() {
        PostListRead read = PostListRead.of(List.of(List.of("caption"),
                List.of(" \r\nfirst\u200B  line \r\n\r\n\tsecond\u0000 \u2028third\n")),
                Optional.of(PostListRead.NATGEO), Map.of());

        assertThat(read.post(1).caption()).isEqualTo("first line\n\nsecond\nthird");
    }

    @Test
    void an_endless_caption_is_cut_between_characters_with_a_fault() {
        PostListRead read = PostListRead.of("caption\nx" + "😀".repeat(20_000) + "\n");

        assertThat(read.post(1).caption()).isEqualTo("x" + "😀".repeat(14_999));
        assertThat(read.codes(1)).containsExactly(Code.ALTERED_TEXT);
    }

    @Test
    void an_endless_raw_value_is_cut_between_characters() {
        assertThat(PostListRead.of("caption,notes\na,x" + "😀".repeat(600) + "\n").post(1).raw()).isEqualTo(Map.of("notes", "x"
                + "😀".repeat(499)));
    }

    @Test
    void values_beyond_the_headers_and_replaced_bytes_are_named() {
        PostListRead read = PostListRead.of("caption,likes\nS\uFFFDo,1,more,and more\nx,1,,\n");

        assertThat(read.codes(1)).containsExactly(Code.TOO_MANY_CELLS, Code.REPLACED_CHARACTERS);
        assertThat(read.codes(2)).isEmpty();
    }

    @Test
    void rubbish_never_breaks_a_row_and_is_always_accounted_for() {
        Random random = new Random(20260301);
        String[] pieces = {"1", "K", "-", "#", "@", "http://", "https://instagram.com/p/", "tiktok.com/@a/video/", "😀", "\uD83D", "\u0000",
                "\uFFFD",
            "2022-13-45", "25:61", "\n", " ", "%", "E+9", "é", "null", "ana", "/", "x".repeat(500)};
        List<String> header = List.of("url", "id", "owner", "platform", "caption", "hashtags", "date", "likes", "comments", "views", "?", "");
        for (int round = 0; round < 3_000; round++) {
            List<String> row = new ArrayList<>();
            for (int cell = random.nextInt(14); cell > 0; cell--) {
                StringBuilder value = new StringBuilder();
                random.ints(random.nextInt(5), 0, pieces.length).forEach(piece -> value.append(pieces[piece]));
                row.add(value.toString());
            }
            PostListRead read = PostListRead.of(List.of(header, row), Optional.of(PostListRead.NATGEO), Map.of());

            assertThat(read.rows()).as("round %d: %s", round, row).singleElement().satisfies(said -> {
                if (said instanceof PostListRow.Rejected rejected) {
                    assertThat(rejected.faults()).isNotEmpty();
                }
                if (said instanceof PostListRow.Draft draft) {
                    assertThat(draft.post().caption()).doesNotContain("\u0000", "\uD83D\u0000");
                }
            });
        }
    }
}
