package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** A team's API keys in PostgreSQL. */
public final class JooqApiKeys implements ApiKeys {

    private final JooqTransactions transactions;

    public JooqApiKeys(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ApiKey key) {
        if (!key.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a key of another team");
        }
        transactions.sql().insertInto(API_KEY)
                .set(API_KEY.TEAM_ID, key.team())
                .set(API_KEY.ID, key.id())
                .set(API_KEY.CREATED_AT, key.createdAt())
                .set(ApiKeyRow.changeable(key))
                .execute();
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return transactions.sql().select(ApiKeyRow.COLUMNS).from(API_KEY).where(own().and(API_KEY.ID.eq(id))).fetchOptional(ApiKeyRow::key);
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(API_KEY.CREATED_AT, API_KEY.ID).lt(after.time(), new ApiKeyId(after.id())));
        }
        List<ApiKey> keys = transactions.sql().select(ApiKeyRow.COLUMNS)
                .from(API_KEY)
                .where(wanted)
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.ID.desc())
                .limit(page.limit() + 1)
                .fetch(ApiKeyRow::key);
        return Page.of(keys, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public boolean replace(ApiKey key) {
        return transactions.sql().update(API_KEY)
                .set(ApiKeyRow.changeable(key))
                .where(own().and(API_KEY.ID.eq(key.id())).and(API_KEY.VERSION.eq(key.version() - 1)))
                .execute() == 1;
    }

    @Override
    public int revokeAll(Instant now) {
        return transactions.sql().update(API_KEY)
                .set(API_KEY.REVOKED_AT, now)
                .set(API_KEY.VERSION, API_KEY.VERSION.plus(1))
                .where(own().and(API_KEY.REVOKED_AT.isNull()))
                .execute();
    }

    private Condition own() {
        return API_KEY.TEAM_ID.eq(transactions.team());
    }
}
