package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.RECOVERY_CODE;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.TOTP_FACTOR;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;

/** Second factors and recovery codes in PostgreSQL. */
public final class JooqFactors implements Factors {

    private static final List<Field<?>> COLUMNS = List.of(TOTP_FACTOR.FACTOR_ID, TOTP_FACTOR.USER_ID, TOTP_FACTOR.NAME,
            TOTP_FACTOR.CREATED_AT, TOTP_FACTOR.CONFIRMED_AT, TOTP_FACTOR.LAST_STEP);

    private final JooqPlatformTransactions transactions;

    public JooqFactors(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    /** Who adds one at the same time waits for the account's row, and counts what the first has added. */
    @Override
    public boolean add(TotpFactor factor, byte[] sealedSecret) {
        transactions.sql().selectOne().from(USER_ACCOUNT).where(USER_ACCOUNT.USER_ID.eq(factor.user())).forUpdate().fetch();
        transactions.sql().deleteFrom(TOTP_FACTOR)
                .where(TOTP_FACTOR.USER_ID.eq(factor.user()).and(TOTP_FACTOR.CONFIRMED_AT.isNull()))
                .and(TOTP_FACTOR.CREATED_AT.le(factor.createdAt().minus(TotpFactor.PENDING)))
                .execute();
        if (transactions.sql().fetchCount(TOTP_FACTOR, TOTP_FACTOR.USER_ID.eq(factor.user())) >= TotpFactor.MOST) {
            return false;
        }
        transactions.sql().insertInto(TOTP_FACTOR)
                .set(TOTP_FACTOR.FACTOR_ID, factor.id())
                .set(TOTP_FACTOR.USER_ID, factor.user())
                .set(TOTP_FACTOR.NAME, factor.name())
                .set(TOTP_FACTOR.SEALED_SECRET, sealedSecret)
                .set(TOTP_FACTOR.CREATED_AT, factor.createdAt())
                .execute();
        return true;
    }

    @Override
    public List<TotpFactor> list(UserId user) {
        return transactions.sql().select(COLUMNS)
                .from(TOTP_FACTOR)
                .where(TOTP_FACTOR.USER_ID.eq(user))
                .orderBy(TOTP_FACTOR.CREATED_AT, TOTP_FACTOR.FACTOR_ID)
                .limit(TotpFactor.MOST)
                .fetch(JooqFactors::factor);
    }

    @Override
    public Optional<TotpFactor> find(UserId user, FactorId id) {
        return transactions.sql().select(COLUMNS)
                .from(TOTP_FACTOR)
                .where(TOTP_FACTOR.FACTOR_ID.eq(id).and(TOTP_FACTOR.USER_ID.eq(user)))
                .fetchOptional(JooqFactors::factor);
    }

    @Override
    public Optional<byte[]> sealedSecret(FactorId id) {
        return transactions.sql().select(TOTP_FACTOR.SEALED_SECRET)
                .from(TOTP_FACTOR)
                .where(TOTP_FACTOR.FACTOR_ID.eq(id))
                .fetchOptional(TOTP_FACTOR.SEALED_SECRET);
    }

    @Override
    public boolean confirm(FactorId id, long step, Instant now) {
        return transactions.sql().update(TOTP_FACTOR)
                .set(TOTP_FACTOR.CONFIRMED_AT, now)
                .set(TOTP_FACTOR.LAST_STEP, step)
                .where(TOTP_FACTOR.FACTOR_ID.eq(id).and(TOTP_FACTOR.CONFIRMED_AT.isNull()))
                .execute() == 1;
    }

    @Override
    public boolean useStep(FactorId id, long step) {
        return transactions.sql().update(TOTP_FACTOR)
                .set(TOTP_FACTOR.LAST_STEP, step)
                .where(TOTP_FACTOR.FACTOR_ID.eq(id).and(TOTP_FACTOR.CONFIRMED_AT.isNotNull()).and(TOTP_FACTOR.LAST_STEP.lt(step)))
                .execute() == 1;
    }

    @Override
    public boolean remove(UserId user, FactorId id) {
        boolean removed = transactions.sql().deleteFrom(TOTP_FACTOR)
                .where(TOTP_FACTOR.FACTOR_ID.eq(id).and(TOTP_FACTOR.USER_ID.eq(user)))
                .execute() == 1;
        if (removed) {
            transactions.sql().deleteFrom(RECOVERY_CODE)
                    .where(RECOVERY_CODE.USER_ID.eq(user))
                    .and(notExists(selectOne().from(TOTP_FACTOR)
                            .where(TOTP_FACTOR.USER_ID.eq(user).and(TOTP_FACTOR.CONFIRMED_AT.isNotNull()))))
                    .execute();
        }
        return removed;
    }

    @Override
    public void replaceRecoveryCodes(UserId user, Set<String> hashes, Instant now) {
        transactions.sql().deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.USER_ID.eq(user)).execute();
        hashes.forEach(hash -> transactions.sql().insertInto(RECOVERY_CODE)
                .set(RECOVERY_CODE.USER_ID, user)
                .set(RECOVERY_CODE.HASH, hash)
                .set(RECOVERY_CODE.CREATED_AT, now)
                .execute());
    }

    @Override
    public boolean useRecoveryCode(UserId user, String hash, Instant now) {
        return transactions.sql().update(RECOVERY_CODE)
                .set(RECOVERY_CODE.USED_AT, now)
                .where(RECOVERY_CODE.USER_ID.eq(user).and(RECOVERY_CODE.HASH.eq(hash)).and(RECOVERY_CODE.USED_AT.isNull()))
                .execute() == 1;
    }

    @Override
    public int recoveryCodesLeft(UserId user) {
        return transactions.sql().fetchCount(RECOVERY_CODE, RECOVERY_CODE.USER_ID.eq(user), RECOVERY_CODE.USED_AT.isNull());
    }

    private static TotpFactor factor(Record row) {
        Long lastStep = row.get(TOTP_FACTOR.LAST_STEP);
        return new TotpFactor(row.get(TOTP_FACTOR.FACTOR_ID), row.get(TOTP_FACTOR.USER_ID), row.get(TOTP_FACTOR.NAME),
                row.get(TOTP_FACTOR.CREATED_AT), Optional.ofNullable(row.get(TOTP_FACTOR.CONFIRMED_AT)),
                lastStep == null ? OptionalLong.empty() : OptionalLong.of(lastStep));
    }
}
