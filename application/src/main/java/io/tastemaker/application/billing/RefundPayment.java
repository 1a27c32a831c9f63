package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pays money back. The credits that were bought with it go back in proportion, as with a refund that was made at the provider. */
public final class RefundPayment {

    private final Transactions transactions;
    private final Accounts accounts;
    private final PaymentProvider provider;
    private final Bookkeeper bookkeeper;

    RefundPayment(Transactions transactions, Accounts accounts, PaymentProvider provider, Bookkeeper bookkeeper) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.provider = provider;
        this.bookkeeper = bookkeeper;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param key names the request
     * @param payment which payment
     * @param amount how much, in its currency; empty for all that is left
     */
    public record Command(Actor actor, String key, String payment, Optional<Money> amount) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is on its way back.
         *
         * @param team whose payment it was
         * @param payment how it stands now
         */
        record Refunded(TeamId team, Payment payment) implements Outcome {}

        /**
         * There is not so much left of it.
         *
         * @param left how much there is
         */
        record TooMuch(Money left) implements Outcome {}

        /**
         * It was paid in another currency.
         *
         * @param left how much there is
         */
        record OtherCurrency(Money left) implements Outcome {}

        /**
         * The provider does not do it.
         *
         * @param reason why, in its words
         */
        record Declined(String reason) implements Outcome {}
    }

    /**
     * Pays back.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such payment, or no money came in by it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Map.Entry<TeamId, Payment> found = accounts.findPayment(command.payment()).orElseThrow(Refusal.NotFound::new);
        Payment payment = found.getValue();
        String intent = payment.intent().orElseThrow(Refusal.NotFound::new);
        Money left = payment.paid().minus(payment.refunded());
        Money amount = command.amount().orElse(left);
        if (!amount.currency().equals(left.currency())) {
            return new Outcome.OtherCurrency(left);
        }
        if (amount.minor() < 1 || amount.minor() > left.minor()) {
            return new Outcome.TooMuch(left);
        }
        return switch (provider.refund(intent, amount, key(command))) {
            case Answer.Declined<ProviderPayment>(String reason) -> new Outcome.Declined(reason);
            case Answer.Done<ProviderPayment> done -> {
                bookkeeper.look(new Notice.Matter(Notice.Kind.PAYMENT, intent), Bookkeeper.Alongside.NOTHING);
                Actor operator = LookedAtTeam.actor(command.actor(), found.getKey(), Permission.OPERATE);
                transactions.run(operator, "payment.refund", () -> transactions.about(Subject.of("payment", payment.id()),
                        List.of(new Change("refunded", Optional.empty(), Optional.of(amount.toString())))));
                yield new Outcome.Refunded(found.getKey(), accounts.findPayment(command.payment()).map(Map.Entry::getValue).orElse(payment));
            }
        };
    }

    /** Of the payment alone, and short however long the caller's key is. */
    private static String key(Command command) {
        return "refund:" + UUID.nameUUIDFromBytes((command.payment() + " " + command.key()).getBytes(StandardCharsets.UTF_8));
    }
}
