package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.time.InstantSource;

/** Shows a wallet as it is now: balance, lots in burn order, open holds, what was used of quotas and allowances. */
public final class ShowWallet {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;

    ShowWallet(Wallets wallets, Tariffs tariffs, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team whose wallet; any but the actor's own is for operators
     */
    public record Query(Actor actor, TeamId team) {}

    /**
     * Shows it. Nothing is written, though much may have fallen due.
     *
     * @param query what is asked
     * @return the wallet
     * @throws Refusal.NotFound when there is no such team
     */
    public WalletView handle(Query query) {
        LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_WALLET);
        Instant now = clock.instant();
        Wallet wallet = wallets.load(query.team()).orElseThrow(Refusal.NotFound::new);
        Tariff tariff = tariffs.currentFor(wallet);
        return new WalletView(query.team(), wallet.at(tariff, now), tariff, now);
    }
}
