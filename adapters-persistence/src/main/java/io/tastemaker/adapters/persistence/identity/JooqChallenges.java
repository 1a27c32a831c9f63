package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.MFA_CHALLENGE;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.shared.ChallengeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Sign-ins that wait for a second factor, in PostgreSQL. */
public final class JooqChallenges implements Challenges {

    private static final List<Field<?>> COLUMNS = List.of(MFA_CHALLENGE.CHALLENGE_ID, MFA_CHALLENGE.TOKEN_HASH, MFA_CHALLENGE.USER_ID,
            MFA_CHALLENGE.PROOFS, MFA_CHALLENGE.ADDRESS, MFA_CHALLENGE.EXPIRES_AT);

    private final JooqPlatformTransactions transactions;

    public JooqChallenges(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void open(Challenge challenge) {
        transactions.sql().insertInto(MFA_CHALLENGE)
                .set(MFA_CHALLENGE.CHALLENGE_ID, challenge.id())
                .set(MFA_CHALLENGE.TOKEN_HASH, challenge.tokenHash())
                .set(MFA_CHALLENGE.USER_ID, challenge.user())
                .set(MFA_CHALLENGE.PROOFS, Codes.write(challenge.proofs()))
                .set(MFA_CHALLENGE.ADDRESS, challenge.address())
                .set(MFA_CHALLENGE.EXPIRES_AT, challenge.expiresAt())
                .execute();
    }

    @Override
    public Optional<Challenge> find(ChallengeId id) {
        return transactions.sql().select(COLUMNS).from(MFA_CHALLENGE).where(MFA_CHALLENGE.CHALLENGE_ID.eq(id))
                .fetchOptional(JooqChallenges::challenge);
    }

    @Override
    public Optional<Challenge> attempt(ChallengeId id, String tokenHash, String address, Instant now) {
        return transactions.sql().update(MFA_CHALLENGE)
                .set(MFA_CHALLENGE.TRIES, MFA_CHALLENGE.TRIES.plus(1))
                .where(MFA_CHALLENGE.CHALLENGE_ID.eq(id).and(MFA_CHALLENGE.TOKEN_HASH.eq(tokenHash)).and(MFA_CHALLENGE.ADDRESS.eq(address)))
                .and(MFA_CHALLENGE.USED_AT.isNull().and(MFA_CHALLENGE.TRIES.lt(MOST_TRIES)).and(MFA_CHALLENGE.EXPIRES_AT.gt(now)))
                .returningResult(COLUMNS)
                .fetchOptional(JooqChallenges::challenge);
    }

    @Override
    public boolean use(ChallengeId id, Instant now) {
        return transactions.sql().update(MFA_CHALLENGE)
                .set(MFA_CHALLENGE.USED_AT, now)
                .where(MFA_CHALLENGE.CHALLENGE_ID.eq(id).and(MFA_CHALLENGE.USED_AT.isNull()))
                .execute() == 1;
    }

    @Override
    public int purge(Instant before) {
        return transactions.sql().deleteFrom(MFA_CHALLENGE).where(MFA_CHALLENGE.EXPIRES_AT.lt(before)).execute();
    }

    private static Challenge challenge(Record row) {
        return new Challenge(row.get(MFA_CHALLENGE.CHALLENGE_ID), row.get(MFA_CHALLENGE.TOKEN_HASH), row.get(MFA_CHALLENGE.USER_ID),
                Codes.readAll(Proof.class, row.get(MFA_CHALLENGE.PROOFS)), row.get(MFA_CHALLENGE.ADDRESS),
                row.get(MFA_CHALLENGE.EXPIRES_AT));
    }
}
