package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Spend;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Uses something that may cost credits, at once: for work that cannot fail any more. Or says what it would cost. */
public final class SpendCredits {

    private final WalletDesk desk;
    private final Wallets wallets;
    private final Tariffs tariffs;
    private final Spenders spenders;
    private final InstantSource clock;

    SpendCredits(WalletDesk desk, Wallets wallets, Tariffs tariffs, Spenders spenders, InstantSource clock) {
        this.desk = desk;
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.spenders = spenders;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do, since it is that which is paid for
     * @param key names the request
     * @param action what is used
     * @param units how many units, 1 to {@link Spend#MOST_UNITS}
     * @param target what it opens, such as a creator's id; while that is open, using it again is free
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, Permission permission, OperationKey key, Action action, long units, Optional<String> target,
            OptionalLong most, boolean dryRun) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * What the wallet answered, or would answer.
         *
         * @param answered the answer
         */
        record Asked(Answered answered) implements Outcome {}

        /** Operators and the program itself pay nothing. */
        record Free() implements Outcome {}
    }

    /**
     * Spends.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), command.permission());
        if (spenders.isFree(command.actor())) {
            return new Outcome.Free();
        }
        Spend spend = spenders.spend(command.actor(), command.action(), command.units(), command.most());
        WalletCommand.Charge charge = new WalletCommand.Charge(command.key(), command.target().map(spend::opening).orElse(spend));
        TeamId team = command.actor().team();
        return new Outcome.Asked(command.dryRun() ? quote(team, charge) : desk.ask(team, charge));
    }

    private Answered quote(TeamId team, WalletCommand.Charge charge) {
        Wallet wallet = wallets.load(team).orElseThrow(Refusal.NotFound::new);
        Instant now = clock.instant();
        Facts.Wanted wanted = Facts.wantedFor(wallet, charge, now);
        Facts facts = wanted.isNothing() ? Facts.NONE : wallets.facts(team, wanted, now);
        return Answered.passing(wallet.decide(charge, facts, tariffs.currentFor(wallet), now).outcome());
    }
}
