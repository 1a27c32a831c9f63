package io.tastemaker.application.billing;

import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the provider shows of one matter, fetched together.
 *
 * @param session the checkout, if it is about one
 * @param subscription the subscription that it is about or belongs to
 * @param invoice the invoice, if it is about one
 * @param money the payment that it is about or that belongs to it
 */
record Sight(Optional<ProviderSession> session, Optional<ProviderSubscription> subscription, Optional<ProviderInvoice> invoice,
        Optional<ProviderPayment> money) {

    /** The team as we had it noted there. */
    Optional<TeamId> team() {
        return session.flatMap(ProviderSession::team)
                .or(() -> subscription.flatMap(ProviderSubscription::team))
                .or(() -> money.flatMap(ProviderPayment::team));
    }

    /** Who pays, as the provider calls them. */
    Optional<String> customer() {
        return session.flatMap(ProviderSession::customer)
                .or(() -> subscription.map(ProviderSubscription::customer))
                .or(() -> invoice.map(ProviderInvoice::customer))
                .or(() -> money.flatMap(ProviderPayment::customer));
    }

    /** The order that it belongs to, as we had it noted there. */
    Optional<OrderId> order() {
        return session.flatMap(ProviderSession::order)
                .or(() -> subscription.flatMap(ProviderSubscription::order))
                .or(() -> money.flatMap(ProviderPayment::order));
    }

    /** By what payments that belong to it are known. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        session.ifPresent(seen -> names.add(seen.id()));
        session.flatMap(ProviderSession::intent).ifPresent(names::add);
        invoice.ifPresent(seen -> names.add(seen.id()));
        money.ifPresent(seen -> names.add(seen.intent()));
        return names;
    }
}
