package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Second factors in memory. */
public final class InMemoryFactors implements Factors {

    private record Row(TotpFactor factor, byte[] sealedSecret) {}

    private record CodeKey(UserId user, String hash) {}

    private record Code(CodeKey key, boolean used) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<FactorId, Row> factors;
    private final InMemoryTransactions.Table<CodeKey, Code> codes;

    public InMemoryFactors(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.factors = transactions.table();
        this.codes = transactions.table();
    }

    @Override
    public boolean add(TotpFactor factor, byte[] sealedSecret) {
        of(factor.user()).filter(there -> there.hasLapsed(factor.createdAt())).forEach(lapsed -> factors.remove(lapsed.id()));
        if (of(factor.user()).count() >= TotpFactor.MOST) {
            return false;
        }
        factors.put(factor.id(), new Row(factor, sealedSecret.clone()));
        return true;
    }

    @Override
    public List<TotpFactor> list(UserId user) {
        return of(user).sorted(Comparator.comparing(TotpFactor::createdAt).thenComparing(factor -> factor.id().toString())).toList();
    }

    @Override
    public Optional<TotpFactor> find(UserId user, FactorId id) {
        return of(user).filter(factor -> factor.id().equals(id)).findFirst();
    }

    @Override
    public Optional<byte[]> sealedSecret(FactorId id) {
        transactions.team();
        return factors.get(id).map(row -> row.sealedSecret().clone());
    }

    @Override
    public boolean confirm(FactorId id, long step, Instant now) {
        transactions.team();
        return factors.get(id).filter(row -> !row.factor().isActive())
                .map(row -> put(row, Optional.of(now), step)).orElse(false);
    }

    @Override
    public boolean useStep(FactorId id, long step) {
        transactions.team();
        return factors.get(id)
                .filter(row -> row.factor().isActive() && row.factor().lastStep().orElse(Long.MIN_VALUE) < step)
                .map(row -> put(row, row.factor().confirmedAt(), step)).orElse(false);
    }

    @Override
    public boolean remove(UserId user, FactorId id) {
        if (find(user, id).isEmpty()) {
            return false;
        }
        factors.remove(id);
        if (of(user).noneMatch(TotpFactor::isActive)) {
            codesOf(user).forEach(code -> codes.remove(code.key()));
        }
        return true;
    }

    @Override
    public void replaceRecoveryCodes(UserId user, Set<String> hashes, Instant now) {
        codesOf(user).forEach(code -> codes.remove(code.key()));
        hashes.forEach(hash -> codes.put(new CodeKey(user, hash), new Code(new CodeKey(user, hash), false)));
    }

    @Override
    public boolean useRecoveryCode(UserId user, String hash, Instant now) {
        transactions.team();
        CodeKey key = new CodeKey(user, hash);
        boolean unused = codes.get(key).filter(code -> !code.used()).isPresent();
        if (unused) {
            codes.put(key, new Code(key, true));
        }
        return unused;
    }

    @Override
    public int recoveryCodesLeft(UserId user) {
        return (int) codesOf(user).filter(code -> !code.used()).count();
    }

    private boolean put(Row row, Optional<Instant> confirmedAt, long step) {
        TotpFactor before = row.factor();
        factors.put(before.id(), new Row(new TotpFactor(
                before.id(), before.user(), before.name(), before.createdAt(), confirmedAt, OptionalLong.of(step)), row.sealedSecret()));
        return true;
    }

    private Stream<TotpFactor> of(UserId user) {
        transactions.team();
        return factors.rows().map(Row::factor).filter(factor -> factor.user().equals(user));
    }

    private Stream<Code> codesOf(UserId user) {
        transactions.team();
        return codes.rows().filter(code -> code.key().user().equals(user));
    }
}
