package io.tastemaker.adapters.integrations.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.domain.content.PostListRow;
import io.tastemaker.domain.content.PostListSurvey;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real lists of posts, from the upload to the drafts. */
class RealPostListsTest {

    @TempDir
    private Path directory;

    private String kept(String file) throws IOException {
        Path path = Path.of(System.getProperty("project.root", ".."), "..", "shared", "data", "posts", file);
        assumeTrue(Files.exists(path), "skipped: " + file + " is not beside the repository");
        try (InputStream content = Files.newInputStream(path)) {
            return ((Uploads.Kept.Whole) new DiskUploads(directory).keep(content, 1 << 20)).key();
        }
    }

    @ParameterizedTest
    @CsvSource({"instagram_natgeo_500.csv, UTF-8, 500, 491", "instagram_reach_insights_119_windows1252.csv, windows-1252, 119, 92"})
    void every_row_of_a_real_list_becomes_a_post_without_any_fault(String file, String encoding, int rows, int posts) throws IOException {
        String key = kept(file);
        PostListSurvey survey = new PostListSurvey(Optional.empty(), Optional.of(new Handle(Platform.INSTAGRAM, "somebody")), Map.of());
        List<ListFiles.Row> read = new ArrayList<>();
        try (ListFiles.Table table = ((ListFiles.Opened.Readable) new TextListFiles(directory).open(key)).table()) {
            assertThat(table.encoding()).isEqualTo(encoding);
            for (Optional<ListFiles.Row> row = table.next(); row.isPresent(); row = table.next()) {
                survey.feed(row.get().cells());
                read.add(row.get());
            }
        }
        PostListSurvey.Result.Recognized recognized = (PostListSurvey.Result.Recognized) survey.result();
        List<PostListRow> drafts = read.stream().skip(1)
                .map(row -> recognized.layout().read(1, row.line(), row.cells(), Instant.parse("2022-01-01T00:00:00Z"))).toList();

        assertThat(read).allMatch(row -> row.faults().isEmpty());
        assertThat(drafts).hasSize(rows).allSatisfy(draft -> assertThat(draft).isInstanceOfSatisfying(PostListRow.Draft.class,
                post -> assertThat(post.faults()).isEmpty()));
        assertThat(drafts.stream().map(draft -> ((PostListRow.Draft) draft).post().key()).distinct()).hasSize(posts);
    }
}
