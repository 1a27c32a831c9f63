package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Opens something to a team by paying for it, such as a creator's record, and says until when. What is open already costs nothing. */
public final class OpenAccess {

    private final SpendCredits spendCredits;
    private final Tariffs tariffs;

    OpenAccess(SpendCredits spendCredits, Tariffs tariffs) {
        this.spendCredits = spendCredits;
        this.tariffs = tariffs;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do
     * @param key names the request
     * @param right what is to be opened
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, Permission permission, OperationKey key, Access.Right right, OptionalLong most, boolean dryRun) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was paid for, and is open.
         *
         * @param access what is open
         * @param answered what the wallet answered
         */
        record Opened(Access access, Answered answered) implements Outcome {}

        /**
         * It was open before.
         *
         * @param access what is open
         * @param answered what the wallet answered
         */
        record OpenBefore(Access access, Answered answered) implements Outcome {}

        /**
         * Nothing was done: this is what the wallet would answer.
         *
         * @param answered the answer
         */
        record Foreseen(Answered answered) implements Outcome {}

        /**
         * It stays closed.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}

        /** Operators and the program itself pay nothing and open nothing. */
        record Free() implements Outcome {}
    }

    /**
     * Opens it.
     *
     * @param command what is wanted
     * @return what came of it; a repeat under the same key gets the first answer
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), command.permission());
        SpendCredits.Outcome spent = spendCredits.handle(new SpendCredits.Command(command.actor(), command.permission(), command.key(),
                command.right().action(), 1, Optional.of(command.right().target()), command.most(), command.dryRun()));
        return switch (spent) {
            case SpendCredits.Outcome.Free free -> new Outcome.Free();
            case SpendCredits.Outcome.Asked(Answered answered) when command.dryRun() -> new Outcome.Foreseen(answered);
            case SpendCredits.Outcome.Asked(Answered answered) -> opened(command.right(), answered);
        };
    }

    private Outcome opened(Access.Right right, Answered answered) {
        return switch (answered.answer()) {
            case WalletAnswer.Charged(Receipt receipt) -> new Outcome.Opened(access(right, answered, receipt), answered);
            case WalletAnswer.AlreadyOpen(Receipt receipt, Access access) -> new Outcome.OpenBefore(access, answered);
            case WalletAnswer.Lasting lasting -> new Outcome.Refused(answered);
            case WalletAnswer.Passing passing -> new Outcome.Refused(answered);
        };
    }

    /** As it was opened, whatever became of it since: a repeat is told what the first was told. */
    private Access access(Access.Right right, Answered answered, Receipt receipt) {
        Operation operation = answered.operation().orElseThrow();
        Optional<Duration> lasting = rule(right.action(), receipt.price().rule()).accessFor();
        return new Access(right, lasting.map(operation.at()::plus), operation.id(), operation.actor(), operation.at());
    }

    private PricingRule rule(Action action, String name) {
        return Stream.concat(tariffs.current().rule(action).stream(), Stream.of(action).flatMap(priced -> tariffs.listRules().stream()))
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there was a rule " + name));
    }
}
