package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.param.InvoiceLineItemListParams;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderInvoice.Line;
import io.tastemaker.domain.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads invoices, whose payments must be in them. */
final class SeenInvoices {

    /** What has to be asked for with an invoice. */
    static final String PAYMENTS = "payments";

    private final StripeClient client;
    private final Prices prices;

    SeenInvoices(StripeClient client, Prices prices) {
        this.client = client;
        this.prices = prices;
    }

    ProviderInvoice of(Invoice seen) {
        return new ProviderInvoice(seen.getId(), Optional.ofNullable(seen.getNumber()), seen.getCustomer(), subscription(seen),
                ProviderInvoice.Status.valueOf(seen.getStatus().toUpperCase(Locale.ROOT)), Seen.money(seen.getTotal(), seen.getCurrency()),
                Seen.money(seen.getAmountPaid(), seen.getCurrency()), intent(seen), lines(seen).map(this::line).toList(),
                Math.toIntExact(Optional.ofNullable(seen.getAttemptCount()).orElse(0L)), Seen.at(seen.getCreated()),
                Optional.ofNullable(seen.getStatusTransitions()).flatMap(times -> Seen.maybeAt(times.getPaidAt())));
    }

    private static Optional<String> subscription(Invoice seen) {
        return Optional.ofNullable(seen.getParent()).map(Invoice.Parent::getSubscriptionDetails)
                .map(Invoice.Parent.SubscriptionDetails::getSubscription);
    }

    /** The payment that was made, else the one that is being tried. */
    private static Optional<String> intent(Invoice seen) {
        return Optional.ofNullable(seen.getPayments()).stream().flatMap(payments -> payments.getData().stream())
                .sorted(Comparator.comparing((InvoicePayment one) -> !"paid".equals(one.getStatus()))
                        .thenComparing(one -> !Boolean.TRUE.equals(one.getIsDefault())))
                .flatMap(one -> Optional.ofNullable(one.getPayment()).map(InvoicePayment.Payment::getPaymentIntent).stream())
                .findFirst();
    }

    /** An invoice comes with its first lines only. */
    private Stream<InvoiceLineItem> lines(Invoice seen) {
        if (!seen.getLines().getHasMore()) {
            return seen.getLines().getData().stream();
        }
        List<InvoiceLineItem> all = Asking.all(last -> client.v1().invoices().lineItems().list(seen.getId(),
                InvoiceLineItemListParams.builder().setLimit(Asking.PAGE).setStartingAfter(last).build()));
        return all.reversed().stream();
    }

    private Line line(InvoiceLineItem seen) {
        Optional<String> price = Optional.ofNullable(seen.getPricing()).map(InvoiceLineItem.Pricing::getPriceDetails)
                .map(InvoiceLineItem.Pricing.PriceDetails::getPrice);
        Money amount = Seen.money(seen.getAmount(), seen.getCurrency());
        Money full = price.flatMap(prices::full).orElseGet(() -> Money.zero(amount.currency()));
        return new Line(price.flatMap(prices::planOf), amount, full, Seen.at(seen.getPeriod().getStart()), Seen.at(seen.getPeriod().getEnd()));
    }
}
