package io.tastemaker.application.wallets;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Sets aside what work will cost that may still fail: reserve, work, then {@link SettleCredits}. What is never settled comes back by
 * itself when its time is up.
 */
public final class ReserveCredits {

    private final WalletDesk desk;
    private final Spenders spenders;

    ReserveCredits(WalletDesk desk, Spenders spenders) {
        this.desk = desk;
        this.spenders = spenders;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do, since it is that which is paid for
     * @param key names the request, and the hold
     * @param action what is used
     * @param units how many units at most
     * @param most the most credits the caller is willing to pay
     * @param ttl when the hold lapses, at most 24 hours; for a job its time limit and ten minutes
     */
    public record Command(Actor actor, Permission permission, OperationKey key, Action action, long units, OptionalLong most, Duration ttl) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * What the wallet answered.
         *
         * @param answered the answer
         */
        record Asked(Answered answered) implements Outcome {}

        /** Operators and the program itself pay nothing, so that nothing is to be settled either. */
        record Free() implements Outcome {}
    }

    /**
     * Reserves.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), command.permission());
        if (spenders.isFree(command.actor())) {
            return new Outcome.Free();
        }
        return new Outcome.Asked(desk.ask(command.actor().team(), new WalletCommand.Reserve(command.key(),
                spenders.spend(command.actor(), command.action(), command.units(), command.most()), command.ttl())));
    }
}
