package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import java.util.Optional;

/** Looks at matters. What belongs together is fetched together, so that a refund that was told before its payment is not lost. */
final class Sights {

    private final PaymentProvider provider;

    Sights(PaymentProvider provider) {
        this.provider = provider;
    }

    /**
     * Looks at a matter.
     *
     * @param matter what; coupons belong to no team and are not looked at here
     * @return what the provider shows; empty when there is nothing
     */
    Optional<Sight> of(Notice.Matter matter) {
        return switch (matter.kind()) {
            case SESSION -> provider.findSession(matter.id()).map(this::of);
            case SUBSCRIPTION, TRIAL_END -> provider.findSubscription(matter.id()).map(Sights::of);
            case INVOICE -> provider.findInvoice(matter.id()).map(this::of);
            case PAYMENT -> provider.findPayment(matter.id()).map(Sights::of);
            case PROMOTION -> throw new IllegalArgumentException("a coupon is no matter of a team: " + matter);
        };
    }

    private Sight of(ProviderSession session) {
        Optional<ProviderPayment> money = session.state() == ProviderSession.State.PAID
                ? session.intent().flatMap(provider::findPayment) : Optional.empty();
        return new Sight(Optional.of(session), session.subscription().flatMap(provider::findSubscription), Optional.empty(), money);
    }

    private static Sight of(ProviderSubscription subscription) {
        return new Sight(Optional.empty(), Optional.of(subscription), Optional.empty(), Optional.empty());
    }

    private Sight of(ProviderInvoice invoice) {
        Optional<ProviderPayment> money = invoice.status() == ProviderInvoice.Status.PAID
                ? invoice.intent().flatMap(provider::findPayment) : Optional.empty();
        return new Sight(Optional.empty(), invoice.subscription().flatMap(provider::findSubscription), Optional.of(invoice), money);
    }

    private static Sight of(ProviderPayment money) {
        return new Sight(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(money));
    }
}
