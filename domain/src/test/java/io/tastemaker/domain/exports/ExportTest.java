package io.tastemaker.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final UUID THING = UUID.fromString("0195e000-0000-7000-8000-000000000001");

    private static Export export(ExportScope scope, List<String> columns) {
        return new Export(new ExportId(THING), new TeamId(THING), scope, ExportFormat.XLSX, false, columns, "user:ana", NOON, Optional.empty(),
                new Export.State.Preparing(), NOON.plus(Export.KEPT));
    }

    @ParameterizedTest
    @EnumSource
    void columns_are_named_once_and_come_in_the_order_of_the_file(ExportKind kind) {
        assertThat(kind.columns()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        assertThat(kind.columns(List.of())).isEqualTo(kind.columns());
        List<String> some = kind.columns(List.of(kind.columns().get(2), kind.columns().get(0)));
        assertThat(some).startsWith(kind.columns().get(0), kind.columns().get(2));
        assertThat(some.contains(ExportKind.LOCKED)).isEqualTo(kind.columns().contains(ExportKind.LOCKED));
    }

    @Test
    void what_may_be_held_back_is_told_where_creators_are_rows() {
        assertThat(ExportKind.CREATORS.columns()).endsWith(ExportKind.LOCKED);
        assertThat(ExportKind.CAMPAIGN.columns()).endsWith(ExportKind.LOCKED).containsAll(ExportKind.CREATORS.columns());
        assertThat(ExportKind.LIST.columns()).endsWith(ExportKind.LOCKED).containsAll(ExportKind.CREATORS.columns());
    }

    @Test
    void a_scope_fits_its_kind() {
        assertThat(ExportScope.of(ExportKind.POSTS, THING).of()).contains(THING);
        assertThat(ExportScope.of(ExportKind.CAMPAIGN, THING).of()).contains(THING);
        assertThat(ExportScope.of(ExportKind.LIST, THING).list()).contains(new ListId(THING));
        assertThat(ExportScope.of(ExportKind.CAMPAIGN, THING).list()).isEmpty();
        assertThatThrownBy(() -> ExportScope.all(ExportKind.CAMPAIGN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportScope.all(ExportKind.LIST)).isInstanceOf(IllegalArgumentException.class);
        for (ExportKind kind : List.of(ExportKind.CREATORS, ExportKind.CAMPAIGNS, ExportKind.TRANSACTIONS)) {
            assertThatThrownBy(() -> ExportScope.of(kind, THING)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ExportScope.chosen(ExportScope.MOST_CHOSEN).kind()).isEqualTo(ExportKind.CREATORS);
        assertThatThrownBy(() -> ExportScope.chosen(ExportScope.MOST_CHOSEN + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExportScope(ExportKind.POSTS, Optional.empty(), Optional.empty(), Optional.of(NOON), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_is_called_by_what_is_in_it_and_has_only_its_kinds_columns() {
        assertThat(export(ExportScope.all(ExportKind.TRANSACTIONS), List.of("id")).fileName()).isEqualTo("transactions-2026-09-01.xlsx");
        assertThatThrownBy(() -> export(ExportScope.all(ExportKind.TRANSACTIONS), List.of("id", "handle"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> export(ExportScope.all(ExportKind.TRANSACTIONS), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_log_tells_what_was_asked_and_what_came_of_it() {
        Export asked = export(ExportScope.chosen(7), List.of("handle", "locked"));
        Export ready = asked.with(new Export.State.Ready(NOON, 5, 100, "ab"), NOON);

        assertThat(asked.traits().made()).extracting("field").containsExactly("kind", "chosen", "format", "columns");
        assertThat(asked.traits().changesTo(ready.traits())).extracting("field").containsExactly("rows", "bytes", "sha256");
        assertThatThrownBy(() -> new Export.State.Ready(NOON, -1, 0, "ab")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_empty_is_nothing() {
        assertThat(Cell.of("")).isEqualTo(Cell.NOTHING);
        assertThat(Cell.of(List.of())).isEqualTo(Cell.NOTHING);
        assertThat(Cell.of(Optional.<Long>empty(), Cell.Count::new)).isEqualTo(Cell.NOTHING);
        assertThat(new Cell.Named(Map.of("b", "2", "a", "1")).values()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }
}
