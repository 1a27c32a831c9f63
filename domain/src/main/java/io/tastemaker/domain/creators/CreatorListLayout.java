package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a list of creators is read: which column is which fact. Made by {@link CreatorListSurvey}; never changes. */
public final class CreatorListLayout {

    private final int firstRow;
    private final Optional<Platform> platform;
    private final Map<Meaning, List<ColumnReader>> readers = new EnumMap<>(Meaning.class);
    private final List<ColumnUse> uses;
    private final boolean handlesAreReal;
    private final Set<Integer> read = new HashSet<>();

    CreatorListLayout(int firstRow, Optional<Platform> platform, Map<Meaning, List<ColumnReader>> readers, List<ColumnUse> uses,
            boolean handlesAreReal) {
        this.firstRow = firstRow;
        this.platform = platform;
        this.readers.putAll(readers);
        this.uses = List.copyOf(uses);
        this.handlesAreReal = handlesAreReal;
        readers.values().forEach(columns -> columns.forEach(column -> read.add(column.index())));
    }

    /**
     * How many rows stand above the first creator, the header included.
     *
     * @return at least 1
     */
    public int rowsToSkip() {
        return firstRow;
    }

    /**
     * What is made of each column.
     *
     * @return in the order of the list
     */
    public List<ColumnUse> columns() {
        return uses;
    }

    /**
     * Reads a row.
     *
     * @param row its number below the header, from 1
     * @param line the line of the file on which it begins, from 1
     * @param cells its values
     * @param source the source of its facts
     * @param asOf when they were true
     * @return the creator, why there is none, or that the row is blank
     */
    public CreatorListRow read(long row, long line, List<String> cells, String source, Instant asOf) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new CreatorListRow.Blank();
        }
        return new RowReader(this, row, line, cells, source, asOf).read();
    }

    Optional<Platform> platform() {
        return platform;
    }

    List<ColumnReader> readers(Meaning meaning) {
        return readers.getOrDefault(meaning, List.of());
    }

    /** In their natural order. */
    Set<Meaning> meanings() {
        return readers.keySet();
    }

    boolean isRead(int column) {
        return read.contains(column);
    }

    /** Whether a value of the handle column that is no handle is a fault rather than the list's habit. */
    boolean handlesAreReal() {
        return handlesAreReal;
    }
}
