package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.OAUTH_FLOW;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.OauthFlows;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record;

/** Sign-ins under way, in PostgreSQL. */
public final class JooqOauthFlows implements OauthFlows {

    private final JooqPlatformTransactions transactions;

    public JooqOauthFlows(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(Flow flow) {
        transactions.sql().insertInto(OAUTH_FLOW)
                .set(OAUTH_FLOW.STATE_HASH, flow.stateHash())
                .set(OAUTH_FLOW.PROVIDER, flow.provider())
                .set(OAUTH_FLOW.REDIRECT, flow.redirect())
                .set(OAUTH_FLOW.USER_ID, flow.linkTo().orElse(null))
                .set(OAUTH_FLOW.SEALED, flow.sealed())
                .set(OAUTH_FLOW.EXPIRES_AT, flow.expiresAt())
                .execute();
    }

    @Override
    public Optional<Flow> take(String stateHash, Instant now) {
        return transactions.sql().deleteFrom(OAUTH_FLOW)
                .where(OAUTH_FLOW.STATE_HASH.eq(stateHash).and(OAUTH_FLOW.EXPIRES_AT.gt(now)))
                .returningResult(OAUTH_FLOW.STATE_HASH, OAUTH_FLOW.PROVIDER, OAUTH_FLOW.REDIRECT, OAUTH_FLOW.USER_ID, OAUTH_FLOW.SEALED,
                        OAUTH_FLOW.EXPIRES_AT)
                .fetchOptional(JooqOauthFlows::flow);
    }

    @Override
    public int purge(Instant before) {
        return transactions.sql().deleteFrom(OAUTH_FLOW).where(OAUTH_FLOW.EXPIRES_AT.lt(before)).execute();
    }

    private static Flow flow(Record row) {
        return new Flow(row.get(OAUTH_FLOW.STATE_HASH), row.get(OAUTH_FLOW.PROVIDER), row.get(OAUTH_FLOW.REDIRECT),
                Optional.ofNullable(row.get(OAUTH_FLOW.USER_ID)), row.get(OAUTH_FLOW.SEALED), row.get(OAUTH_FLOW.EXPIRES_AT));
    }
}
