package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Lets a wallet follow what was paid. Whatever is told twice is done once, and what is told late never undoes what was told after it: grants
 * are known by their source, and everything else carries the number of the notice.
 */
public final class FollowBilling {

    private final WalletDesk desk;
    private final Tariffs tariffs;

    FollowBilling(WalletDesk desk, Tariffs tariffs) {
        this.desk = desk;
        this.tariffs = tariffs;
    }

    /** What follows. */
    public sealed interface Consequence {
        /**
         * Credits that were paid.
         *
         * @param source what for, such as {@code pi:<payment>}
         * @param kind as what they are given
         * @param credits how many
         * @param expiresAt until when; empty for ever
         */
        record Credits(String source, LotKind kind, long credits, Optional<Instant> expiresAt) implements Consequence {}

        /**
         * The price of credits went back.
         *
         * @param source what they were granted for
         * @param refunded what went back so far, in minor units of the money
         * @param paid what had been paid, likewise
         */
        record MoneyBack(String source, long refunded, long paid) implements Consequence {}

        /**
         * The plan that counts from now on.
         *
         * @param plan which; empty for one that nobody pays for
         */
        record OnPlan(Optional<PlanId> plan) implements Consequence {}
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param team whose wallet
     * @param notice counts what billing found out about the team
     * @param consequence what follows
     */
    public record Command(Actor actor, TeamId team, long notice, Consequence consequence) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The wallet knows it, now or before. */
        record Followed() implements Outcome {}

        /** The wallet heeds a newer notice already. */
        record Overtaken() implements Outcome {}

        /**
         * The wallet cannot do it, and somebody has to look at that.
         *
         * @param answer what it said
         */
        record Impossible(WalletAnswer answer) implements Outcome {}
    }

    /**
     * Tells the wallet.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        LookedAtTeam.actor(command.actor(), command.team(), Permission.OPERATE);
        return switch (desk.ask(command.team(), asked(command)).answer()) {
            case WalletAnswer.Booked booked -> new Outcome.Followed();
            case WalletAnswer.GrantedBefore before -> new Outcome.Followed();
            case WalletAnswer.Outdated newer -> new Outcome.Overtaken();
            case WalletAnswer other -> new Outcome.Impossible(other);
        };
    }

    private WalletCommand asked(Command command) {
        String actor = command.actor().label();
        OptionalLong notice = OptionalLong.of(command.notice());
        return switch (command.consequence()) {
            case Consequence.Credits(String source, LotKind kind, long credits, Optional<Instant> until) ->
                new WalletCommand.Grant(OperationKey.ofGrant(source), source, kind, credits, Set.of(), Optional.empty(), until, actor,
                        Optional.empty());
            case Consequence.MoneyBack(String source, long refunded, long paid) ->
                new WalletCommand.Clawback(OperationKey.ofReversal("billing:" + command.notice() + ":" + source), source, refunded, paid, notice,
                        actor);
            case Consequence.OnPlan(Optional<PlanId> plan) -> onPlan(plan.orElseGet(this::unpaid), command);
        };
    }

    private static WalletCommand onPlan(PlanId plan, Command command) {
        return new WalletCommand.ChangePlan(OperationKey.ofReversal("billing:" + command.notice() + ":" + plan), plan, false,
                OptionalLong.of(command.notice()), command.actor().label());
    }

    /** Plans may have got new versions a moment ago elsewhere. */
    private PlanId unpaid() {
        return tariffs.renewed().unpaidPlan().id();
    }
}
