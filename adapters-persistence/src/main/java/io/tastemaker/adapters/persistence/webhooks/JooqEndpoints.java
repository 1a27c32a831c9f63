package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ENDPOINT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A team's endpoints in PostgreSQL. */
public final class JooqEndpoints implements Endpoints {

    private static final Field<Instant> LONG_AGO = DSL.field("'-infinity'::timestamptz", ENDPOINT.QUIET_UNTIL.getDataType());

    private final JooqTransactions transactions;

    public JooqEndpoints(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int countToAdd() {
        transactions.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("webhook endpoints of " + transactions.team()));
        return transactions.sql().fetchCount(ENDPOINT, own());
    }

    @Override
    public void add(Endpoint endpoint, byte[] sealedSecret) {
        if (!endpoint.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an endpoint of another team");
        }
        transactions.sql().insertInto(ENDPOINT)
                .set(ENDPOINT.TEAM_ID, endpoint.team())
                .set(ENDPOINT.ID, endpoint.id())
                .set(ENDPOINT.CREATED_AT, endpoint.createdAt())
                .set(ENDPOINT.SEALED_SECRET, sealedSecret)
                .set(EndpointRow.changeable(endpoint))
                .execute();
    }

    @Override
    public Optional<Endpoint> find(EndpointId id) {
        return transactions.sql().select(EndpointRow.COLUMNS).from(ENDPOINT).where(own().and(ENDPOINT.ID.eq(id)))
                .fetchOptional(EndpointRow::endpoint);
    }

    @Override
    public Page<Endpoint> list(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(ENDPOINT.CREATED_AT, ENDPOINT.ID).lt(after.time(), new EndpointId(after.id())));
        }
        List<Endpoint> endpoints = transactions.sql().select(EndpointRow.COLUMNS)
                .from(ENDPOINT)
                .where(wanted)
                .orderBy(ENDPOINT.CREATED_AT.desc(), ENDPOINT.ID.desc())
                .limit(page.limit() + 1)
                .fetch(EndpointRow::endpoint);
        return Page.of(endpoints, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public boolean replace(Endpoint endpoint) {
        Map<Field<?>, Object> columns = EndpointRow.changeable(endpoint);
        if (endpoint.streak().equals(Endpoint.Streak.NONE)) {
            columns.put(ENDPOINT.FAILURES, 0);
            columns.put(ENDPOINT.FAILING_SINCE, null);
            columns.put(ENDPOINT.QUIET_UNTIL, LONG_AGO);
        }
        return update(endpoint, columns);
    }

    @Override
    public boolean rotate(Endpoint endpoint, byte[] sealedSecret) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(ENDPOINT.VERSION, endpoint.version());
        columns.put(ENDPOINT.SEALED_SECRET, sealedSecret);
        columns.put(ENDPOINT.OLD_SECRET_UNTIL, endpoint.oldSecretUntil().orElse(null));
        columns.put(ENDPOINT.OLD_SEALED_SECRET, endpoint.oldSecretUntil().isPresent() ? ENDPOINT.SEALED_SECRET : inline((byte[]) null));
        return update(endpoint, columns);
    }

    private boolean update(Endpoint endpoint, Map<Field<?>, Object> columns) {
        return transactions.sql().update(ENDPOINT)
                .set(columns)
                .where(own().and(ENDPOINT.ID.eq(endpoint.id())).and(ENDPOINT.VERSION.eq(endpoint.version() - 1)))
                .execute() == 1;
    }

    @Override
    public void remove(EndpointId id) {
        transactions.sql().deleteFrom(ENDPOINT).where(own().and(ENDPOINT.ID.eq(id))).execute();
    }

    private Condition own() {
        return ENDPOINT.TEAM_ID.eq(transactions.team());
    }
}
