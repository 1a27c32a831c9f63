package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RealLists;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostListSurveyTest {

    @Test
    void headers_say_what_columns_mean_and_the_rest_is_kept_raw() {
        PostListRead read = PostListRead.of("""
                post_url,comment_num,like_num,post_caption,labels
                https://www.instagram.com/p/AAAA1/,3,10,Sea,"['Sky']"
                """);

        assertThat(read.uses()).containsExactlyInAnyOrderEntriesOf(Map.of("post_url", "url used", "comment_num", "comments used",
                "like_num", "likes used", "post_caption", "caption used", "labels", "? raw"));
        assertThat(read.warnings()).isEmpty();
        assertThat(read.post(1).raw()).isEqualTo(Map.of("labels", "['Sky']"));
    }

    @Test
    void of_two_columns_that_mean_the_same_the_first_counts() {
        PostListRead read = PostListRead.of("url,text,caption\nhttps://instagram.com/p/AAAA1,first,second\n");

        assertThat(read.post(1).caption()).isEqualTo("first");
        assertThat(read.post(1).raw()).isEqualTo(Map.of("caption", "second"));
    }

    @Test
    void a_column_that_the_user_names_wins_over_its_header_however_it_is_written() {
        PostListRead read = PostListRead.of(RealLists.parse("url,caption,Our  Text\nhttps://instagram.com/p/AAAA1,first,second\n"),
                Optional.of(PostListRead.NATGEO), Map.of("caption", "our text "));

        assertThat(read.post(1).caption()).isEqualTo("second");
        assertThat(read.uses()).containsEntry("caption", "? raw").containsEntry("Our Text", "caption used");
    }

    @Test
    void a_list_without_a_column_that_names_posts_or_that_the_user_named_is_refused_with_its_headers() {
        assertThat(PostListRead.refusal("likes,views\n1,2\n", Map.of())).contains("likes | views").contains("option columns");
        assertThat(PostListRead.refusal("url,views\nx,2\n", Map.of("likes", "Herzen"))).contains("Herzen").contains("url | views");
        assertThat(PostListRead.refusal("", Map.of())).contains("empty");
        assertThat(PostListRead.refusal("h".repeat(300) + ",😀".repeat(400) + "\n1\n", Map.of()).length()).isLessThan(1_000);
    }

    @Test
    void codes_that_no_column_can_have_are_told_beforehand() {
        assertThat(PostListSurvey.unknownCodes(Set.of("url", "shoe_size", "aura"))).containsExactly("aura", "shoe_size");
        assertThat(PostListSurvey.codes()).startsWith("url, key, handle").contains("posted_at");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostListSurvey(Optional.of(Platform.X), Optional.empty(), Map.of("aura", "x")))
                        .withMessageContaining("aura");
    }

    @Test
    void a_count_column_whose_values_are_mostly_none_is_distrusted_and_never_computed_with() {
        PostListRead read = PostListRead.of("caption,likes,views\na,many,1\nb,lots,\nc,5,N/A\n");

        assertThat(read.uses()).containsEntry("likes", "likes distrusted").containsEntry("views", "views used");
        assertThat(read.warnings()).extracting(ListWarning::code, warning -> warning.column().orElse(""))
                .containsExactly(tuple("column_distrusted", "likes"));
        assertThat(read.post(3).counts().likes()).isEmpty();
        assertThat(read.post(3).raw()).isEqualTo(Map.of("likes", "5"));
        assertThat(read.post(1).counts().views()).contains(1L);
    }

    @Test
    void likes_and_comments_that_changed_places_are_both_distrusted() {
        String swapped = IntStream.range(0, 30).mapToObj(i -> "post " + i + "," + i + "," + (i + 1) * 100).collect(Collectors.joining("\n"));
        PostListRead read = PostListRead.of("caption,likes,comments\n" + swapped + "\n");

        assertThat(read.uses()).containsEntry("likes", "likes distrusted").containsEntry("comments", "comments distrusted");
        assertThat(read.post(1).counts()).isEqualTo(Counts.UNKNOWN);
        assertThat(read.warnings()).hasSize(2);
        assertThat(PostListRead.of("caption,likes,comments\n" + swapped.lines().limit(19).collect(Collectors.joining("\n")) + "\n")
                .warnings()).as("too few rows to tell").isEmpty();
    }

    @Test
    void an_id_that_only_numbers_the_rows_names_no_post_where_something_else_does() {
        String rows = "1,https://instagram.com/p/AAAA1\n2,https://instagram.com/p/AAAA2\n3,https://instagram.com/p/AAAA3\n";

        assertThat(PostListRead.of("id,url\n" + rows).uses()).containsEntry("id", "key distrusted");
        assertThat(PostListRead.of("id,url\n" + rows).post(2).key()).isEqualTo("AAAA2");
        assertThat(PostListRead.of("id,likes\n1,5\n2,6\n3,7\n").post(2).key()).as("nothing else names it").isEqualTo("2");
        assertThat(PostListRead.of("id,caption\n7,x\n3,x\n5,y\n").post(2).key()).as("it does not number the rows").isEqualTo("3");
    }

    @Test
    void headers_are_unique_clean_and_short() {
        List<String> odd = List.of("caption", "", "x", "x", "x (2)", "x", "a\u200Bb\n c", "😀".repeat(150));
        PostListRead read = PostListRead.of(List.of(odd, Collections.nCopies(8, "v")), Optional.of(PostListRead.NATGEO), Map.of());
        List<String> headers = read.layout().columns().stream().map(ColumnUse::column).toList();

        assertThat(headers).doesNotHaveDuplicates().startsWith("caption", "column 2", "x", "x (2)", "x (2) (2)", "x (3)", "ab c");
        assertThat(headers.getLast()).isEqualTo("😀".repeat(100));
        assertThat(read.post(1).raw()).hasSize(7);
    }

    @Test
    void of_very_many_columns_the_first_500_count() {
        List<String> many = IntStream.range(0, 700).mapToObj(i -> i == 0 ? "caption" : "c" + i).toList();
        PostListRead read = PostListRead.of(List.of(many, many), Optional.of(PostListRead.NATGEO), Map.of());

        assertThat(read.layout().columns()).hasSize(PostListSurvey.MOST_COLUMNS);
        assertThat(read.faults(1)).singleElement().satisfies(fault -> assertThat(fault.detail()).contains("700 values under 500 headers"));
    }

    @Test
    void no_more_than_the_first_thousand_rows_are_looked_at() {
        PostListSurvey survey = new PostListSurvey(Optional.empty(), Optional.empty(), Map.of());
        List<Boolean> wanted = IntStream.rangeClosed(0, 1_001).mapToObj(row -> survey.feed(List.of("caption"))).toList();

        assertThat(wanted.subList(0, 1_000)).containsOnly(true);
        assertThat(wanted.subList(1_000, 1_002)).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource({"13/06/2022, 2022-06-05T12:00:00Z", "06/13/2022, 2022-05-06T12:00:00Z"})
    void one_day_that_shows_the_order_settles_all(String clear, String read) {
        assertThat(PostListRead.of("caption,date\na,05/06/2022\nb," + clear + "\n").post(1).postedAt())
                .contains(Instant.parse(read));
    }

    @Test
    void a_day_whose_order_does_not_show_is_no_date() {
        assertThat(PostListRead.of("caption,date\na,05/06/2022\n").post(1).postedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST URL,url", "shortCode,key", "ownerUsername,handle", "Gefällt mir,likes", "J’aime,likes", "Visualizações,views",
            "taken_at_timestamp,posted_at", "Title and description,caption", "videoURL,url", "Digg-Count,likes", "Impressions,views",
            "  Hashtags ,hashtags", "owner.username,handle"})
    void headers_are_known_in_any_spelling(String header, String code) {
        assertThat(PostColumn.of(header).map(PostColumn::code)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"From Home", "Profile Visits", "likes per view", "粉丝", "''", "#"})
    void other_headers_mean_nothing(String header) {
        assertThat(PostColumn.of(header)).isEmpty();
    }
}
