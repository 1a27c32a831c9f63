package io.tastemaker.adapters.persistence.creators;

import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.domain.creators.Creator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes many creators with one statement: each column travels as one array. */
final class CreatorBatch {

    /** More in one statement is not faster, and takes more memory on both sides. */
    static final int MOST = 1_000;

    private record Column(String name, String type, Function<Creator, Object> value) {

        /** A list cannot stand within an array of lists of other lengths, and JSON has no array of its own in the driver. */
        String sentType() {
            return type.equals("text[]") || type.equals("jsonb") ? "text" : type;
        }

        String received() {
            return switch (type) {
                case "text[]" -> "string_to_array(sent." + name + ", ' ')";
                case "jsonb" -> "sent." + name + "::jsonb";
                default -> "sent." + name;
            };
        }
    }

    private static final List<Column> KEY = List.of(
            new Column("team_id", "uuid", creator -> creator.owner().value()),
            new Column("id", "uuid", creator -> creator.id().value()));

    private static final List<Column> VALUES = values();

    private static final List<Column> COLUMNS = joined(KEY, VALUES);

    private static final String SENT = COLUMNS.stream().map(column -> "?::" + column.sentType() + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")"))
            + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ", " as sent (", ")"));

    private static final String INSERT = "insert into creators.creator ("
            + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
            + ") select " + COLUMNS.stream().map(Column::received).collect(Collectors.joining(", ")) + " from " + SENT;

    private static final String UPDATE = "update creators.creator c set "
            + VALUES.stream().map(column -> column.name() + " = " + column.received()).collect(Collectors.joining(", "))
            + " from " + SENT + " where c.team_id = sent.team_id and c.id = sent.id";

    private CreatorBatch() {}

    /** The check that the owner exists is a statement of its own for every row, and planning it costs more than doing it: its plan is kept. */
    static int insert(Connection connection, List<Creator> creators) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local plan_cache_mode = auto");
            int inserted = run(connection, INSERT, creators);
            setting.execute("set local plan_cache_mode = default");
            return inserted;
        }
    }

    static int update(Connection connection, List<Creator> creators) throws SQLException {
        return run(connection, UPDATE, creators);
    }

    private static int run(Connection connection, String statement, List<Creator> creators) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int number = 0; number < COLUMNS.size(); number++) {
                Column column = COLUMNS.get(number);
                Object[] sent = creators.stream().map(column.value()).toArray();
                prepared.setArray(number + 1, connection.createArrayOf(column.sentType(), sent));
            }
            return prepared.executeUpdate();
        }
    }

    private static List<Column> values() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("version", "bigint", Creator::version),
                new Column("platform", "text", creator -> creator.handle().platform().code()),
                new Column("handle", "text", creator -> creator.handle().name()),
                new Column("handle_kind", "text", creator -> creator.handleKind().code()),
                new Column("observed", "jsonb", creator -> Provenance.write(creator.facts())),
                new Column("raw", "jsonb", creator -> Json.write(creator.raw()).data())));
        FactColumn.ALL.forEach(fact ->
                columns.add(new Column(fact.field().getName(), fact.type(), creator -> fact.sent(creator.facts()))));
        return List.copyOf(columns);
    }

    private static List<Column> joined(List<Column> first, List<Column> second) {
        List<Column> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
