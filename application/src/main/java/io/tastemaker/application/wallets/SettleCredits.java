package io.tastemaker.application.wallets;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletCommand;

/** Ends a reservation: with what was used in the end, or with nothing when the work failed. */
public final class SettleCredits {

    private final WalletDesk desk;

    SettleCredits(WalletDesk desk) {
        this.desk = desk;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do, since it is that which was paid for
     * @param reserved the key under which it was reserved
     * @param units how many units were used; 0 gives all back
     */
    public record Command(Actor actor, Permission permission, OperationKey reserved, long units) {}

    /**
     * Settles.
     *
     * @param command what is wanted
     * @return what the wallet answered; a repeat gets the first answer, another number of units {@code KeyReused}
     */
    public Answered handle(Command command) {
        AccessPolicy.require(command.actor(), command.permission());
        String label = command.actor().label();
        return desk.ask(command.actor().team(), command.units() == 0
                ? new WalletCommand.Release(command.reserved(), label)
                : new WalletCommand.Commit(command.reserved(), command.units(), label));
    }
}
