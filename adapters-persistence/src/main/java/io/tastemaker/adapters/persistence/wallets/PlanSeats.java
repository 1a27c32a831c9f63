package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.InstantSource;
import java.util.OptionalInt;

/** The seats of the plan that a team is on at the moment. */
public final class PlanSeats implements Seats {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;

    public PlanSeats(Wallets wallets, Tariffs tariffs, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    @Override
    public OptionalInt of(TeamId team) {
        Plan plan = wallets.load(team).map(this::plan).orElseGet(() -> tariffs.current().planOfNewTeams());
        return OptionalInt.of(plan.seats());
    }

    private Plan plan(Wallet wallet) {
        Tariff tariff = tariffs.currentFor(wallet);
        return wallet.at(tariff, clock.instant()).plan(tariff);
    }
}
