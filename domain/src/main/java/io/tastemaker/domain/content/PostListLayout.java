package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a list of posts is read. Made by {@link PostListSurvey}.
 *
 * @param platform where the posts stand, where a row does not say so
 * @param creator whose they are, where a row does not say so
 * @param meanings which column is what
 * @param columns what is made of each column, in the order of the list
 * @param daysFirst whether days come before months, where the list shows it
 */
public record PostListLayout(Optional<Platform> platform, Optional<Handle> creator, Map<PostColumn, Integer> meanings,
        List<ColumnUse> columns, Optional<Boolean> daysFirst) {

    /** Copies the collections. */
    public PostListLayout {
        meanings = Map.copyOf(meanings);
        columns = List.copyOf(columns);
    }

    /**
     * Reads a row.
     *
     * @param row its number below the header, from 1
     * @param line the line of the file on which it begins
     * @param cells its values
     * @param asOf when the list was true; no post is younger
     * @return what it says
     */
    public PostListRow read(long row, long line, List<String> cells, Instant asOf) {
        return new PostRowReader(this, row, line, cells, asOf).read();
    }
}
