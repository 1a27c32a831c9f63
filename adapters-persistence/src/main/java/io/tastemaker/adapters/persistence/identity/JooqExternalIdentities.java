package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.EXTERNAL_IDENTITY;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.ExternalIdentities;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;

/** Accounts with other providers in PostgreSQL. */
public final class JooqExternalIdentities implements ExternalIdentities {

    private final JooqPlatformTransactions transactions;

    public JooqExternalIdentities(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean link(ExternalIdentity identity) {
        return transactions.sql().insertInto(EXTERNAL_IDENTITY)
                .set(EXTERNAL_IDENTITY.IDENTITY_ID, identity.id())
                .set(EXTERNAL_IDENTITY.USER_ID, identity.user())
                .set(EXTERNAL_IDENTITY.PROVIDER, identity.provider())
                .set(EXTERNAL_IDENTITY.ISSUER, identity.issuer())
                .set(EXTERNAL_IDENTITY.SUBJECT, identity.subject())
                .set(EXTERNAL_IDENTITY.EMAIL, identity.email())
                .set(EXTERNAL_IDENTITY.LINKED_AT, identity.linkedAt())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public Optional<ExternalIdentity> find(String issuer, String subject) {
        return fetch(EXTERNAL_IDENTITY.ISSUER.eq(issuer).and(EXTERNAL_IDENTITY.SUBJECT.eq(subject))).stream().findFirst();
    }

    @Override
    public List<ExternalIdentity> of(UserId user) {
        return fetch(EXTERNAL_IDENTITY.USER_ID.eq(user));
    }

    /** Who removes another link at the same time waits for the account's row, and sees what the first has left. */
    @Override
    public boolean unlink(UserId user, ExternalIdentityId id, boolean keepOne) {
        transactions.sql().selectOne().from(USER_ACCOUNT).where(USER_ACCOUNT.USER_ID.eq(user)).forUpdate().fetch();
        Condition mine = EXTERNAL_IDENTITY.USER_ID.eq(user);
        boolean last = keepOne && transactions.sql().fetchCount(EXTERNAL_IDENTITY, mine) <= 1;
        return !last && transactions.sql().deleteFrom(EXTERNAL_IDENTITY).where(mine.and(EXTERNAL_IDENTITY.IDENTITY_ID.eq(id))).execute() == 1;
    }

    private List<ExternalIdentity> fetch(Condition which) {
        return transactions.sql().select(EXTERNAL_IDENTITY.IDENTITY_ID, EXTERNAL_IDENTITY.USER_ID, EXTERNAL_IDENTITY.PROVIDER,
                        EXTERNAL_IDENTITY.ISSUER, EXTERNAL_IDENTITY.SUBJECT, EXTERNAL_IDENTITY.EMAIL, EXTERNAL_IDENTITY.LINKED_AT)
                .from(EXTERNAL_IDENTITY)
                .where(which)
                .orderBy(EXTERNAL_IDENTITY.LINKED_AT, EXTERNAL_IDENTITY.IDENTITY_ID)
                .fetch(JooqExternalIdentities::identity);
    }

    private static ExternalIdentity identity(Record row) {
        return new ExternalIdentity(row.get(EXTERNAL_IDENTITY.IDENTITY_ID), row.get(EXTERNAL_IDENTITY.USER_ID),
                row.get(EXTERNAL_IDENTITY.PROVIDER), row.get(EXTERNAL_IDENTITY.ISSUER), row.get(EXTERNAL_IDENTITY.SUBJECT),
                row.get(EXTERNAL_IDENTITY.EMAIL), row.get(EXTERNAL_IDENTITY.LINKED_AT));
    }
}
