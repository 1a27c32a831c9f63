package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Lets an operator give credits to a team, take some, or refund what was used; always with a reason. */
public final class AdjustWallet {

    private final WalletDesk desk;
    private final Transactions transactions;

    AdjustWallet(WalletDesk desk, Transactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    /** What is to be done. */
    public sealed interface Adjustment {
        /**
         * Give credits.
         *
         * @param kind as what
         * @param credits how many
         * @param scope the actions they pay for; empty for all
         * @param expiresAt until when; empty for ever
         */
        record Give(LotKind kind, long credits, Set<Action> scope, Optional<Instant> expiresAt) implements Adjustment {}

        /**
         * Take credits.
         *
         * @param credits how many
         */
        record Take(long credits) implements Adjustment {}

        /**
         * Reverse what an operation used.
         *
         * @param operation which
         * @param credits how many credits; empty for all that is left
         */
        record Refund(UUID operation, OptionalLong credits) implements Adjustment {}
    }

    /**
     * What is wanted.
     *
     * @param actor the operator
     * @param team whose wallet
     * @param key names the request
     * @param adjustment what is to be done
     * @param reason why, 1 to 500 characters
     */
    public record Command(Actor actor, TeamId team, OperationKey key, Adjustment adjustment, String reason) {}

    /**
     * Adjusts. The ledger is the record of what was done; that an operator did it stands in the team's audit log too.
     *
     * @param command what is wanted
     * @return what the wallet answered
     */
    public Answered handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Actor operator = LookedAtTeam.actor(command.actor(), command.team(), Permission.OPERATE);
        Answered answered = desk.ask(command.team(), asked(command));
        if (!answered.replayed()) {
            Subject subject = Subject.of("wallet", command.team());
            transactions.run(operator, "wallet.adjust", () -> {
                if (answered.answer() instanceof WalletAnswer.Booked) {
                    transactions.about(subject, List.of());
                } else {
                    transactions.refused(subject);
                }
            });
        }
        return answered;
    }

    private static WalletCommand asked(Command command) {
        String actor = command.actor().label();
        Optional<String> why = Optional.of(command.reason());
        return switch (command.adjustment()) {
            case Adjustment.Give(LotKind kind, long credits, Set<Action> scope, Optional<Instant> expiresAt) ->
                new WalletCommand.Grant(command.key(), "adjust:" + command.key().operation(command.team()), kind, credits, scope,
                        Optional.empty(), expiresAt, actor, why);
            case Adjustment.Take(long credits) -> new WalletCommand.Deduct(command.key(), credits, actor, why);
            case Adjustment.Refund(UUID operation, OptionalLong credits) ->
                new WalletCommand.Refund(command.key(), operation, credits, actor, why);
        };
    }
}
