package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A store of wallets that has trouble when a test wants it to. */
final class TroubledWallets implements Wallets {

    /** How often it was asked to write. */
    final AtomicInteger writes = new AtomicInteger();

    private final Wallets wallets;
    private final AtomicReference<Function<WalletChange, Applied>> writing;
    private final AtomicReference<Function<WalletChange, Applied>> holding = new AtomicReference<>();

    TroubledWallets(Wallets wallets) {
        this.wallets = wallets;
        this.writing = new AtomicReference<>(wallets::apply);
    }

    /** From now on this happens instead of writing. */
    void onWrite(Function<WalletChange, Applied> trouble) {
        writing.set(trouble);
    }

    /** From now on nothing happens but what should. */
    void recover() {
        writing.set(wallets::apply);
    }

    /** The next write says that it has begun, waits until it may go on, and has no other trouble. */
    void holdNext(CountDownLatch begun, CountDownLatch held) {
        holding.set(change -> {
            begun.countDown();
            try {
                held.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return wallets.apply(change);
        });
    }

    /** Writes. */
    Applied write(WalletChange change) {
        return wallets.apply(change);
    }

    @Override
    public Optional<Wallet> load(TeamId team) {
        return wallets.load(team);
    }

    @Override
    public Facts facts(TeamId team, Facts.Wanted wanted, Instant now) {
        return wallets.facts(team, wanted, now);
    }

    @Override
    public List<Operation> operations(TeamId team, Set<UUID> ids) {
        return wallets.operations(team, ids);
    }

    @Override
    public Applied apply(WalletChange change) {
        writes.incrementAndGet();
        Function<WalletChange, Applied> hold = holding.getAndSet(null);
        return (hold == null ? writing.get() : hold).apply(change);
    }
}
