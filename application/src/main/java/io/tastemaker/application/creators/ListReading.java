package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.shared.SeenTexts;
import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.CreatorListRow;
import io.tastemaker.domain.creators.CreatorListSurvey;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The second pass over a list: batches of creators, and what depends on the file alone. */
final class ListReading {

    private static final int MOST_ROWS = 1000;
    private static final long MOST_CHARACTERS = 4_000_000;
    private static final int MOST_LABELS = 200;

    private final ListFiles.Table table;
    private final CreatorImport creatorImport;
    private final CreatorListSurvey.Result.Recognized recognized;
    private final Map<String, String> columnOf;
    private final SeenTexts seen = new SeenTexts();
    private final Map<String, Long> unknownLabels = new LinkedHashMap<>();
    private long otherLabels;
    private long inferred;
    private long blank;
    private long rowsRead;
    private boolean lastWasFirst;

    ListReading(ListFiles.Table table, CreatorImport creatorImport, CreatorListSurvey.Result.Recognized recognized) {
        this.table = table;
        this.creatorImport = creatorImport;
        this.recognized = recognized;
        this.columnOf = new HashMap<>();
        for (ColumnUse use : recognized.layout().columns()) {
            if (use.state() == ColumnUse.State.USED) {
                use.meaning().ifPresent(meaning -> columnOf.putIfAbsent(meaning, use.column()));
            }
        }
        for (int i = 0; i < rowsAboveFirst(); i++) {
            table.next();
        }
    }

    /**
     * Rows between two transactions.
     *
     * @param entries the creators
     * @param rejected how many rows named none
     * @param found the faults of the rows, by row
     * @param isLast whether the list ends with it
     * @param rowsRead how many rows have been read up to its end
     * @param warnings what the list up to there gives reason to
     */
    record Batch(List<CreatorImportJob.Entry> entries, long rejected, List<RowFault> found, boolean isLast, long rowsRead,
            List<ListWarning> warnings) {

        Set<Handle> handles() {
            Set<Handle> handles = new HashSet<>();
            entries.forEach(entry -> handles.add(entry.draft().handle()));
            return handles;
        }

        /** The faults of the rows and those that merging found, in the order of the list. */
        List<RowFault> faults(List<RowFault> merging) {
            return Stream.concat(found.stream(), merging.stream()).sorted(Comparator.comparingLong(RowFault::row)).toList();
        }
    }

    long rowsAboveFirst() {
        return recognized.layout().rowsToSkip();
    }

    long rowsRead() {
        return rowsRead;
    }

    /** The header under which a fact was read, by the fact's code. */
    Map<String, String> columnOf() {
        return columnOf;
    }

    /** Reads a row that was saved before; false when there is none. */
    boolean skip() {
        Optional<ListFiles.Row> row = table.next();
        row.ifPresent(this::read);
        return row.isPresent();
    }

    Batch next() {
        List<CreatorImportJob.Entry> entries = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        long rejected = 0;
        long characters = 0;
        for (int i = 0; i < MOST_ROWS && characters < MOST_CHARACTERS; i++) {
            Optional<ListFiles.Row> next = table.next();
            if (next.isEmpty()) {
                return new Batch(entries, rejected, faults, true, rowsRead, warnings());
            }
            ListFiles.Row row = next.get();
            characters += row.cells().stream().mapToLong(String::length).sum();
            CreatorListRow read = read(row);
            faults.addAll(row.rowFaults(rowsRead, recognized.layout().columns()));
            switch (read) {
                case CreatorListRow.Blank empty -> rejected += row.faults().isEmpty() ? 0 : 1;
                case CreatorListRow.Rejected none -> {
                    rejected++;
                    faults.addAll(none.faults());
                }
                case CreatorListRow.Draft draft -> {
                    faults.addAll(draft.faults());
                    entries.add(new CreatorImportJob.Entry(rowsRead, row.line(), draft, lastWasFirst));
                }
            }
        }
        return new Batch(entries, rejected, faults, false, rowsRead, warnings());
    }

    private CreatorListRow read(ListFiles.Row row) {
        rowsRead++;
        CreatorListRow read = recognized.layout().read(rowsRead, row.line(), row.cells(), creatorImport.source(), creatorImport.asOf());
        switch (read) {
            case CreatorListRow.Blank empty -> blank += row.faults().isEmpty() ? 1 : 0;
            case CreatorListRow.Rejected none -> { }
            case CreatorListRow.Draft draft -> {
                lastWasFirst = seen.add(draft.handle().toString());
                inferred += draft.handleKind() == Observed.Kind.INFERRED ? 1 : 0;
                draft.unknownCategories().forEach(this::countLabel);
            }
        }
        return read;
    }

    private void countLabel(String label) {
        if (unknownLabels.containsKey(label) || unknownLabels.size() < MOST_LABELS) {
            unknownLabels.merge(label, 1L, Long::sum);
        } else {
            otherLabels++;
        }
    }

    /** The report as of a batch; later ones may have been read meanwhile. */
    CreatorImport.Report report(CreatorImport.Report before, CreatorImport.Rows merged, Batch batch, int mergeFaults) {
        CreatorImport.Rows old = before.rows();
        CreatorImport.Rows rows = new CreatorImport.Rows(old.created() + merged.created(), old.updated() + merged.updated(),
                old.unchanged() + merged.unchanged(), old.duplicate() + merged.duplicate(), old.rejected() + batch.rejected());
        return new CreatorImport.Report(Optional.of(table.encoding()), Optional.of(table.delimiter()), recognized.layout().columns(), rows,
                batch.warnings(), before.faults() + batch.found().size() + mergeFaults);
    }

    private List<ListWarning> warnings() {
        List<ListWarning> warnings = new ArrayList<>(recognized.warnings());
        if (inferred > 0) {
            warnings.add(new ListWarning("handles_inferred", Optional.empty(),
                    "the list gives names instead of handles here; the handles were made from the names and are marked as inferred",
                            inferred));
        }
        if (blank > 0) {
            warnings.add(new ListWarning("blank_rows", Optional.empty(), "rows without any value were passed over", blank));
        }
        Optional<String> column = Optional.ofNullable(columnOf.get("categories"));
        unknownLabels.forEach((label, count) -> warnings.add(new ListWarning("unknown_category", column,
                "no category stands for \"" + label + "\"; kept raw", count)));
        if (otherLabels > 0) {
            warnings.add(new ListWarning("unknown_category", column, "more labels that no category stands for; kept raw", otherLabels));
        }
        return warnings;
    }
}
