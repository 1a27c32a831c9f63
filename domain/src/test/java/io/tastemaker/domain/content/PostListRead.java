package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RealLists;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list of posts, surveyed and read. */
record PostListRead(PostListLayout layout, List<ListWarning> warnings, List<PostListRow> rows) {

    static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    static final Handle NATGEO = new Handle(Platform.INSTAGRAM, "natgeo");

    static PostListRead of(List<List<String>> rows, Optional<Handle> creator, Map<String, String> columns) {
        PostListSurvey survey = new PostListSurvey(Optional.empty(), creator, columns);
        rows.forEach(survey::feed);
        PostListSurvey.Result.Recognized recognized = (PostListSurvey.Result.Recognized) survey.result();
        return new PostListRead(recognized.layout(), recognized.warnings(), IntStream.range(1, rows.size())
                .mapToObj(row -> recognized.layout().read(row, row + 1L, rows.get(row), AS_OF)).toList());
    }

    /** A list of posts of one creator. */
    static PostListRead of(String csv) {
        return of(RealLists.parse(csv), Optional.of(NATGEO), Map.of());
    }

    /** A list that says itself whose the posts are. */
    static PostListRead ofMany(String csv) {
        return of(RealLists.parse(csv), Optional.empty(), Map.of());
    }

    static String refusal(String csv, Map<String, String> columns) {
        PostListSurvey survey = new PostListSurvey(Optional.empty(), Optional.of(NATGEO), columns);
        RealLists.parse(csv).forEach(survey::feed);
        return ((PostListSurvey.Result.Unrecognized) survey.result()).why();
    }

    PostListRow.Draft draft(int row) {
        return (PostListRow.Draft) rows.get(row - 1);
    }

    PostDraft post(int row) {
        return draft(row).post();
    }

    List<RowFault> faults(int row) {
        return switch (rows.get(row - 1)) {
            case PostListRow.Draft draft -> draft.faults();
            case PostListRow.Rejected rejected -> rejected.faults();
            case PostListRow.Blank blank -> List.of();
        };
    }

    List<RowFault.Code> codes(int row) {
        return faults(row).stream().map(RowFault::code).toList();
    }

    /** What is made of each column. */
    Map<String, String> uses() {
        return layout.columns().stream().collect(Collectors.toMap(ColumnUse::column,
                use -> use.meaning().orElse("?") + " " + use.state().code()));
    }
}
