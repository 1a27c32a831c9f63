package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.MAILED_TOKEN;
import static org.jooq.impl.DSL.excluded;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Mailed tokens in PostgreSQL. Of each purpose and address one can be used: a new one takes the place of the older. */
public final class JooqMailedTokens implements MailedTokens {

    private static final List<Field<?>> COLUMNS = List.of(MAILED_TOKEN.HASH, MAILED_TOKEN.PURPOSE, MAILED_TOKEN.EMAIL,
            MAILED_TOKEN.USER_ID, MAILED_TOKEN.DETAILS, MAILED_TOKEN.EXPIRES_AT);

    private final JooqPlatformTransactions transactions;

    public JooqMailedTokens(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void issue(MailedToken token) {
        transactions.sql().insertInto(MAILED_TOKEN)
                .set(MAILED_TOKEN.HASH, token.hash())
                .set(MAILED_TOKEN.PURPOSE, token.purpose())
                .set(MAILED_TOKEN.EMAIL, token.email().value())
                .set(MAILED_TOKEN.USER_ID, token.user().orElse(null))
                .set(MAILED_TOKEN.DETAILS, Json.write(token.details()))
                .set(MAILED_TOKEN.EXPIRES_AT, token.expiresAt())
                .onConflict(MAILED_TOKEN.PURPOSE, MAILED_TOKEN.EMAIL).where(MAILED_TOKEN.USED_AT.isNull())
                .doUpdate()
                .set(MAILED_TOKEN.HASH, excluded(MAILED_TOKEN.HASH))
                .set(MAILED_TOKEN.USER_ID, excluded(MAILED_TOKEN.USER_ID))
                .set(MAILED_TOKEN.DETAILS, excluded(MAILED_TOKEN.DETAILS))
                .set(MAILED_TOKEN.EXPIRES_AT, excluded(MAILED_TOKEN.EXPIRES_AT))
                .execute();
    }

    @Override
    public Optional<MailedToken> find(String hash, Purpose purpose, Instant now) {
        return transactions.sql().select(COLUMNS)
                .from(MAILED_TOKEN)
                .where(MAILED_TOKEN.HASH.eq(hash).and(MAILED_TOKEN.PURPOSE.eq(purpose)))
                .and(MAILED_TOKEN.USED_AT.isNull().and(MAILED_TOKEN.EXPIRES_AT.gt(now)))
                .fetchOptional(JooqMailedTokens::token);
    }

    @Override
    public Optional<MailedToken> use(String hash, Purpose purpose, Instant now) {
        return transactions.sql().update(MAILED_TOKEN)
                .set(MAILED_TOKEN.USED_AT, now)
                .where(MAILED_TOKEN.HASH.eq(hash).and(MAILED_TOKEN.PURPOSE.eq(purpose)))
                .and(MAILED_TOKEN.USED_AT.isNull().and(MAILED_TOKEN.EXPIRES_AT.gt(now)))
                .returningResult(COLUMNS)
                .fetchOptional(JooqMailedTokens::token);
    }

    @Override
    public Optional<MailedToken> alive(Purpose purpose, EmailAddress email, Instant now) {
        return transactions.sql().select(COLUMNS)
                .from(MAILED_TOKEN)
                .where(MAILED_TOKEN.PURPOSE.eq(purpose).and(MAILED_TOKEN.EMAIL.eq(email.value())))
                .and(MAILED_TOKEN.USED_AT.isNull().and(MAILED_TOKEN.EXPIRES_AT.gt(now)))
                .fetchOptional(JooqMailedTokens::token);
    }

    @Override
    public int purge(Instant before) {
        return transactions.sql().deleteFrom(MAILED_TOKEN).where(MAILED_TOKEN.EXPIRES_AT.le(before)).execute();
    }

    @Override
    public void forget(UserId user) {
        transactions.sql().deleteFrom(MAILED_TOKEN).where(MAILED_TOKEN.USER_ID.eq(user).and(MAILED_TOKEN.USED_AT.isNull())).execute();
    }

    private static MailedToken token(Record row) {
        return new MailedToken(
                row.get(MAILED_TOKEN.HASH),
                row.get(MAILED_TOKEN.PURPOSE),
                new EmailAddress(row.get(MAILED_TOKEN.EMAIL)),
                Optional.ofNullable(row.get(MAILED_TOKEN.USER_ID)),
                Json.read(row.get(MAILED_TOKEN.DETAILS)),
                row.get(MAILED_TOKEN.EXPIRES_AT));
    }
}
