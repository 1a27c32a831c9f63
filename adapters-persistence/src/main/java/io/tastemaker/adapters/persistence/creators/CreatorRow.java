package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Reads creators from rows that hold some of their facts.
 *
 * @param facts the facts that are read; the others are left out
 * @param withRaw whether the raw columns of the source are read too
 */
record CreatorRow(Set<Fact<?>> facts, boolean withRaw) {

    static final CreatorRow WHOLE = new CreatorRow(Set.copyOf(Fact.all()), true);

    List<Field<?>> columns() {
        Stream<Field<?>> own = Stream.of(
                CREATOR.TEAM_ID, CREATOR.ID, CREATOR.VERSION, CREATOR.PLATFORM, CREATOR.HANDLE, CREATOR.HANDLE_KIND, CREATOR.OBSERVED);
        Stream<Field<?>> known = FactColumn.ALL.stream().filter(column -> column.isAmong(facts)).map(FactColumn::field);
        return Stream.of(own, known, withRaw ? Stream.<Field<?>>of(CREATOR.RAW) : Stream.<Field<?>>empty())
                .flatMap(columns -> columns)
                .toList();
    }

    Creator read(Record row) {
        Facts known = Facts.NONE;
        for (Provenance.Group group : Provenance.read(row.get(CREATOR.OBSERVED).data())) {
            for (FactColumn<?, ?> column : group.columns()) {
                if (column.isAmong(facts)) {
                    known = column.added(known, row, group.kind(), group.source(), group.at());
                }
            }
        }
        return new Creator(
                row.get(CREATOR.ID),
                row.get(CREATOR.TEAM_ID),
                row.get(CREATOR.VERSION),
                new Handle(row.get(CREATOR.PLATFORM), row.get(CREATOR.HANDLE)),
                row.get(CREATOR.HANDLE_KIND),
                known,
                withRaw ? Json.read(row.get(CREATOR.RAW)) : Map.of());
    }
}
