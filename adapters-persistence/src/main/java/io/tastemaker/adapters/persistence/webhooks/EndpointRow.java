package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ENDPOINT;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Field;
import org.jooq.Record;

/** An endpoint as its row has it, without its secrets. */
final class EndpointRow {

    static final List<Field<?>> COLUMNS = List.of(ENDPOINT.ID, ENDPOINT.TEAM_ID, ENDPOINT.VERSION, ENDPOINT.URL, ENDPOINT.DESCRIPTION,
            ENDPOINT.KINDS, ENDPOINT.WALLET_LOW_BELOW, ENDPOINT.ENABLED, ENDPOINT.DISABLED_REASON, ENDPOINT.DISABLED_AT, ENDPOINT.FAILURES,
            ENDPOINT.FAILING_SINCE, ENDPOINT.OLD_SECRET_UNTIL, ENDPOINT.CREATED_AT);

    private EndpointRow() {}

    static Endpoint endpoint(Record row) {
        Long below = row.get(ENDPOINT.WALLET_LOW_BELOW);
        Endpoint.Aim aim = new Endpoint.Aim(row.get(ENDPOINT.URL), row.get(ENDPOINT.DESCRIPTION),
                Codes.readAll(Event.Kind.class, row.get(ENDPOINT.KINDS)), below == null ? OptionalLong.empty() : OptionalLong.of(below));
        Endpoint.State state = row.get(ENDPOINT.ENABLED) ? new Endpoint.State.Enabled()
                : new Endpoint.State.Disabled(row.get(ENDPOINT.DISABLED_REASON), row.get(ENDPOINT.DISABLED_AT));
        return new Endpoint(row.get(ENDPOINT.ID), row.get(ENDPOINT.TEAM_ID), row.get(ENDPOINT.VERSION), aim, state,
                streak(row), Optional.ofNullable(row.get(ENDPOINT.OLD_SECRET_UNTIL)), row.get(ENDPOINT.CREATED_AT));
    }

    static Endpoint.Streak streak(Record row) {
        return new Endpoint.Streak(row.get(ENDPOINT.FAILURES), Optional.ofNullable(row.get(ENDPOINT.FAILING_SINCE)));
    }

    /** What changes with a version: not the secrets. */
    static Map<Field<?>, Object> changeable(Endpoint endpoint) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(ENDPOINT.VERSION, endpoint.version());
        columns.put(ENDPOINT.URL, endpoint.aim().url());
        columns.put(ENDPOINT.DESCRIPTION, endpoint.aim().description());
        columns.put(ENDPOINT.KINDS, Codes.write(endpoint.aim().kinds()));
        OptionalLong below = endpoint.aim().walletLowBelow();
        columns.put(ENDPOINT.WALLET_LOW_BELOW, below.isPresent() ? below.getAsLong() : null);
        columns.put(ENDPOINT.ENABLED, endpoint.isEnabled());
        columns.put(ENDPOINT.DISABLED_REASON, reason(endpoint.state()).orElse(null));
        columns.put(ENDPOINT.DISABLED_AT, at(endpoint.state()).orElse(null));
        return columns;
    }

    private static Optional<Endpoint.Reason> reason(Endpoint.State state) {
        return switch (state) {
            case Endpoint.State.Enabled enabled -> Optional.empty();
            case Endpoint.State.Disabled disabled -> Optional.of(disabled.reason());
        };
    }

    private static Optional<Instant> at(Endpoint.State state) {
        return switch (state) {
            case Endpoint.State.Enabled enabled -> Optional.empty();
            case Endpoint.State.Disabled disabled -> Optional.of(disabled.at());
        };
    }
}
