package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;

import io.tastemaker.domain.identity.Team;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** A team as its row has it. */
final class TeamRow {

    static final List<TableField<Record, ?>> COLUMNS = List.of(
            TEAM.TEAM_ID, TEAM.VERSION, TEAM.NAME, TEAM.TIME_ZONE, TEAM.CREATED_AT, TEAM.DELETE_AFTER, TEAM.DELETED_AT);

    private TeamRow() {}

    static Team team(Record row) {
        return new Team(row.get(TEAM.TEAM_ID), row.get(TEAM.VERSION), row.get(TEAM.NAME), ZoneId.of(row.get(TEAM.TIME_ZONE)),
                row.get(TEAM.CREATED_AT), state(row));
    }

    static Map<Field<?>, Object> changeable(Team team) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(TEAM.VERSION, team.version());
        values.put(TEAM.NAME, team.name());
        values.put(TEAM.TIME_ZONE, team.timeZone().getId());
        values.put(TEAM.DELETE_AFTER, team.state() instanceof Team.State.CoolingOff(Instant after) ? after : null);
        values.put(TEAM.DELETED_AT, team.state() instanceof Team.State.Deleted(Instant at) ? at : null);
        return values;
    }

    private static Team.State state(Record row) {
        Optional<Team.State> deleted = Optional.ofNullable(row.get(TEAM.DELETED_AT)).map(Team.State.Deleted::new);
        Optional<Team.State> coolingOff = Optional.ofNullable(row.get(TEAM.DELETE_AFTER)).map(Team.State.CoolingOff::new);
        return deleted.or(() -> coolingOff).orElseGet(Team.State.Active::new);
    }
}
