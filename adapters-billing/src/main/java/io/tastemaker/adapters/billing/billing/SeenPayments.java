package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import io.tastemaker.domain.billing.ProviderPayment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at payments, with what went back of them. */
final class SeenPayments {

    private static final Set<String> OPEN = Set.of("needs_response", "under_review");
    private static final Set<String> WITHOUT_LOSS = Set.of("won", "prevented");

    private final StripeClient client;

    SeenPayments(StripeClient client) {
        this.client = client;
    }

    Optional<ProviderPayment> find(String intent) {
        return Asking.find(() -> client.v1().paymentIntents().retrieve(intent,
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build())).map(this::of);
    }

    private ProviderPayment of(PaymentIntent seen) {
        List<Dispute> disputes = Asking.all(last -> client.v1().disputes().list(DisputeListParams.builder()
                .setPaymentIntent(seen.getId()).setLimit(Asking.PAGE).setStartingAfter(last).build()));
        long refunded = Optional.ofNullable(seen.getLatestChargeObject()).map(Charge::getAmountRefunded).orElse(0L);
        long disputed = disputes.stream().filter(SeenPayments::takesMoney).mapToLong(Dispute::getAmount).sum();
        String currency = seen.getCurrency();
        return new ProviderPayment(seen.getId(), Optional.ofNullable(seen.getCustomer()), Seen.team(seen.getMetadata()),
                Seen.order(seen.getMetadata()), Seen.money(seen.getAmountReceived(), currency), Seen.money(refunded, currency),
                Seen.money(disputed, currency), disputes.stream().anyMatch(dispute -> OPEN.contains(dispute.getStatus())));
    }

    /** A mere question of the bank is no dispute yet. */
    private static boolean takesMoney(Dispute dispute) {
        return !WITHOUT_LOSS.contains(dispute.getStatus()) && !dispute.getStatus().startsWith("warning_");
    }
}
