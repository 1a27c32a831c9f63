package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.wallets.Counter;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows what a team may use without credits in this period, and how many credits the caller may still spend of it. */
public final class ShowAllowances {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final Spenders spenders;
    private final InstantSource clock;

    ShowAllowances(Wallets wallets, Tariffs tariffs, Spenders spenders, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.spenders = spenders;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     */
    public record Query(Actor actor) {}

    /**
     * What is allowed.
     *
     * @param view the wallet, with prices and plan
     * @param cap the caller's own limit; empty when there is none
     */
    public record Allowed(WalletView view, Optional<Cap> cap) {}

    /**
     * A member's limit.
     *
     * @param limit the most credits in a period
     * @param used what was used of it, holds included
     */
    public record Cap(long limit, long used) {

        /**
         * What may still be spent.
         *
         * @return at least 0
         */
        public long left() {
            return Math.max(0, limit - used);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return what is allowed
     */
    public Allowed handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_WALLET);
        Instant now = clock.instant();
        Wallet stored = wallets.load(actor.team()).orElseThrow(Refusal.NotFound::new);
        Tariff tariff = tariffs.currentFor(stored);
        Wallet wallet = stored.at(tariff, now);
        OptionalLong limit = spenders.cap(actor);
        Optional<Cap> cap = limit.isEmpty() ? Optional.empty()
                : Optional.of(new Cap(limit.getAsLong(), wallet.counter(Counter.Kind.MEMBER, actor.label()).taken()));
        return new Allowed(new WalletView(actor.team(), wallet, tariff, now), cap);
    }
}
