package io.tastemaker.application.content;

import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.shared.SeenTexts;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.content.PostListRow;
import io.tastemaker.domain.content.PostListSurvey;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The second pass over a list of posts. Used by one thread. */
final class PostListReading {

    private static final int MOST_ROWS = 500;
    private static final long MOST_CHARACTERS = 2_000_000;

    private final ListFiles.Table table;
    private final PostImport postImport;
    private final PostListSurvey.Result.Recognized recognized;
    private final SeenTexts seen = new SeenTexts();
    private long rowsRead;
    private long blank;
    private boolean lastWasFirst;

    PostListReading(ListFiles.Table table, PostImport postImport, PostListSurvey.Result.Recognized recognized) {
        this.table = table;
        this.postImport = postImport;
        this.recognized = recognized;
        table.next();
    }

    /** A post of the list, where it stands, and whether no row above tells of it. */
    record Entry(long row, long line, PostListRow.Draft draft, boolean isFirst) {}

    /**
     * Rows between two transactions.
     *
     * @param entries the posts
     * @param rejected how many rows named none
     * @param found the faults of the rows, in their order
     * @param isLast whether the list ends with it
     */
    record Batch(List<Entry> entries, long rejected, List<RowFault> found, boolean isLast) {

        /** The faults of the rows and those that merging found, in the order of the list. */
        List<RowFault> faults(List<RowFault> merging) {
            return Stream.concat(found.stream(), merging.stream()).sorted(Comparator.comparingLong(RowFault::row)).toList();
        }
    }

    long rowsRead() {
        return rowsRead;
    }

    /** Reads a row that was saved before; false when there is none. */
    boolean skip() {
        Optional<ListFiles.Row> row = table.next();
        row.ifPresent(this::read);
        return row.isPresent();
    }

    Batch next() {
        List<Entry> entries = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        long rejected = 0;
        long characters = 0;
        for (int i = 0; i < MOST_ROWS && characters < MOST_CHARACTERS; i++) {
            Optional<ListFiles.Row> next = table.next();
            if (next.isEmpty()) {
                return new Batch(entries, rejected, faults, true);
            }
            ListFiles.Row row = next.get();
            characters += row.cells().stream().mapToLong(String::length).sum();
            PostListRow read = read(row);
            faults.addAll(row.rowFaults(rowsRead, recognized.layout().columns()));
            switch (read) {
                case PostListRow.Blank empty -> rejected += row.faults().isEmpty() ? 0 : 1;
                case PostListRow.Rejected none -> {
                    rejected++;
                    faults.addAll(none.faults());
                }
                case PostListRow.Draft draft -> {
                    faults.addAll(draft.faults());
                    entries.add(new Entry(rowsRead, row.line(), draft, lastWasFirst));
                }
            }
        }
        return new Batch(entries, rejected, faults, false);
    }

    private PostListRow read(ListFiles.Row row) {
        rowsRead++;
        PostListRow read = recognized.layout().read(rowsRead, row.line(), row.cells(), postImport.asOf());
        blank += read instanceof PostListRow.Blank && row.faults().isEmpty() ? 1 : 0;
        lastWasFirst = read instanceof PostListRow.Draft draft && seen.add(draft.creator() + " " + draft.post().key());
        return read;
    }

    /** The report as of this batch. */
    CreatorImport.Report report(CreatorImport.Report before, CreatorImport.Rows merged, long faults) {
        CreatorImport.Rows old = before.rows();
        CreatorImport.Rows rows = new CreatorImport.Rows(old.created() + merged.created(), old.updated() + merged.updated(),
                old.unchanged() + merged.unchanged(), old.duplicate() + merged.duplicate(), old.rejected() + merged.rejected());
        List<ListWarning> warnings = new ArrayList<>(recognized.warnings());
        if (blank > 0) {
            warnings.add(new ListWarning("blank_rows", Optional.empty(), "rows without any value were passed over", blank));
        }
        return new CreatorImport.Report(Optional.of(table.encoding()), Optional.of(table.delimiter()), recognized.layout().columns(), rows,
                warnings, before.faults() + faults);
    }
}
