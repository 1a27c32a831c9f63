package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Teller;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** The desk before a store of wallets, as a story is put to it. */
public final class DeskTeller implements Teller {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Optional<WalletChange>> written = new AtomicReference<>(Optional.empty());
    private final Wallets wallets;
    private final BiConsumer<TeamId, ZoneId> mover;
    private final WalletDesk desk;

    /** A desk before this store, in which owners move like that. */
    public DeskTeller(Wallets wallets, Tariffs tariffs, BiConsumer<TeamId, ZoneId> mover) {
        this.wallets = wallets;
        this.mover = mover;
        TroubledWallets watched = new TroubledWallets(wallets);
        watched.onWrite(change -> {
            Wallets.Applied applied = watched.write(change);
            if (applied instanceof Wallets.Applied.Written) {
                written.set(Optional.of(change));
            }
            return applied;
        });
        this.desk = new WalletDesk(watched, tariffs, now::get);
    }

    @Override
    public Teller.Answered submit(TeamId team, WalletCommand command, Instant time) {
        now.set(time);
        written.set(Optional.empty());
        io.tastemaker.application.wallets.Answered answered = desk.ask(team, command);
        return new Teller.Answered(answered.answer(), answered.replayed(), written.get());
    }

    @Override
    public Wallet wallet(TeamId team) {
        return wallets.load(team).orElseThrow();
    }

    @Override
    public void move(TeamId team, ZoneId zone) {
        mover.accept(team, zone);
    }
}
