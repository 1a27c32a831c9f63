package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.DELIVERY;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ENDPOINT;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.EVENT;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes an event together with one delivery for each endpoint that listens to it, and nothing at all when none does. */
final class FanOut {

    /**
     * One statement. That of endpoints which want to know when credits fall below a threshold only those listen whose threshold it is about.
     * An event that is there already is not told again.
     */
    private static final String TELL = """
            with listening as materialized (
                select id from webhooks.endpoint
                 where team_id = {0} and enabled and (kinds = '{}' or {2} = any (kinds))
                   and ({7}::bigint is null or wallet_low_below = {7}::bigint)
            ), told as (
                insert into webhooks.event (team_id, id, kind, subject_type, subject_id, data, at)
                select {0}, {1}, {2}, {3}, {4}, {5}, {6} where exists (select from listening)
                on conflict do nothing
                returning team_id, id, at
            )
            insert into webhooks.delivery (team_id, endpoint_id, event_id, state, told_at, begun_at, due_at)
            select told.team_id, listening.id, told.id, 'pending', told.at, told.at, told.at from told cross join listening
            """;

    private FanOut() {}

    static void tell(DSLContext sql, TeamId team, UUID id, Event event, Instant at) {
        sql.execute(TELL, val(team, ENDPOINT.TEAM_ID), val(id), val(event.kind().code()), val(event.subject().type()), val(event.subject().id()),
                val(Json.write(event.data()), EVENT.DATA), val(at, EVENT.AT),
                val(event.kind() == Event.Kind.WALLET_LOW ? event.data().get("threshold") : null, String.class));
    }

    /** To one endpoint, whatever it listens to. */
    static void tell(DSLContext sql, TeamId team, EndpointId endpoint, UUID id, Event event, Instant at) {
        sql.insertInto(EVENT)
                .set(EVENT.TEAM_ID, team)
                .set(EVENT.ID, id)
                .set(EVENT.KIND, event.kind())
                .set(EVENT.SUBJECT_TYPE, event.subject().type())
                .set(EVENT.SUBJECT_ID, event.subject().id())
                .set(EVENT.DATA, Json.write(event.data()))
                .set(EVENT.AT, at)
                .execute();
        sql.insertInto(DELIVERY)
                .set(DELIVERY.TEAM_ID, team)
                .set(DELIVERY.ENDPOINT_ID, endpoint)
                .set(DELIVERY.EVENT_ID, id)
                .set(DELIVERY.STATE, Delivery.State.PENDING)
                .set(DELIVERY.TOLD_AT, at)
                .set(DELIVERY.BEGUN_AT, at)
                .set(DELIVERY.DUE_AT, at)
                .execute();
    }
}
