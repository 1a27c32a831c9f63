package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RealLists;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lists of posts that lie beside the repository on development machines. */
class RealPostListsTest {

    @Test
    void every_row_of_one_creators_list_becomes_a_post_and_each_address_a_key() throws IOException {
        List<List<String>> rows = RealLists.posts("instagram_natgeo_500.csv", StandardCharsets.UTF_8);
        PostListRead read = PostListRead.of(rows, Optional.of(PostListRead.NATGEO), Map.of());
        List<PostListRow.Draft> drafts = IntStream.rangeClosed(1, 500).mapToObj(read::draft).toList();

        assertThat(read.rows()).hasSize(500);
        assertThat(drafts).extracting(draft -> draft.post().key()).allMatch(key -> key.matches("[\\w-]{5,20}"));
        assertThat(drafts.stream().map(draft -> draft.post().key()).distinct()).as("some posts stand twice")
                .hasSameSizeAs(rows.stream().skip(1).map(List::getFirst).distinct().toList()).hasSize(491);
        assertThat(drafts).extracting(PostListRow.Draft::creator).containsOnly(PostListRead.NATGEO);
        assertThat(drafts).allMatch(draft -> draft.post().counts().likes().isPresent() && draft.post().counts().comments().isPresent());
        assertThat(drafts).allMatch(draft -> draft.post().postedAt().isEmpty() && draft.post().raw().keySet().equals(Set.of("labels")));
        assertThat(drafts).filteredOn(draft -> !CaptionTags.of(draft.post().caption()).mentions().isEmpty()).hasSizeGreaterThan(480);
        assertThat(drafts).flatExtracting(PostListRow.Draft::faults).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void a_list_in_windows_1252_with_hashtags_apart_by_hard_blanks_is_read_whole() throws IOException {
        Handle creator = new Handle(Platform.INSTAGRAM, "somebody");
        PostListRead read = PostListRead.of(RealLists.posts("instagram_reach_insights_119_windows1252.csv", Charset.forName("windows-1252")),
                Optional.of(creator), Map.of());
        List<PostDraft> posts = IntStream.rangeClosed(1, 119).mapToObj(read::post).toList();

        assertThat(read.rows()).hasSize(119);
        assertThat(read.uses()).containsEntry("Impressions", "views used").containsEntry("Caption", "caption used")
                .containsEntry("Hashtags", "hashtags used").containsEntry("Saves", "saves used").containsEntry("From Home", "? raw");
        assertThat(posts).allMatch(post -> post.counts().views().isPresent() && post.key().startsWith("text:"));
        assertThat(posts).allMatch(post -> CaptionTags.of(post.caption()).hashtags().size() >= 5);
        assertThat(posts).noneMatch(post -> post.caption().contains("\u00A0"));
        assertThat(posts.getFirst().counts().views()).contains(3920L);
        assertThat(CaptionTags.of(posts.getFirst().caption()).hashtags()).startsWith("finance", "money", "business").hasSize(22);
        Map<String, Long> times = posts.stream().collect(Collectors.groupingBy(PostDraft::key, Collectors.counting()));
        assertThat(times).as("some rows stand twice").hasSizeLessThan(119).hasSizeGreaterThan(80);
    }
}
