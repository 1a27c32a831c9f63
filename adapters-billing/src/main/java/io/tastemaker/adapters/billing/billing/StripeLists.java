package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.model.Event;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happened at Stripe since a time, page by page to the end. */
final class StripeLists {

    /** How many types of events can be asked for at once. */
    private static final int TYPES_AT_ONCE = 20;

    private final StripeClient client;
    private final SeenInvoices invoices;

    StripeLists(StripeClient client, SeenInvoices invoices) {
        this.client = client;
        this.invoices = invoices;
    }

    List<Notice> undelivered(Instant since) {
        List<String> types = List.copyOf(SeenEvents.types());
        List<Event> events = new ArrayList<>();
        for (int from = 0; from < types.size(); from += TYPES_AT_ONCE) {
            List<String> some = types.subList(from, Math.min(types.size(), from + TYPES_AT_ONCE));
            events.addAll(Asking.all(last -> client.v1().events().list(EventListParams.builder().addAllType(some).setDeliverySuccess(false)
                    .setCreated(EventListParams.Created.builder().setGte(Asking.second(since)).build())
                    .setLimit(Asking.PAGE).setStartingAfter(last).build())));
        }
        return events.stream().sorted(Comparator.comparing(Event::getCreated)).map(SeenEvents::whateverItsVersion).toList();
    }

    List<ProviderSession> completed(Instant since) {
        return Asking.all(last -> client.v1().checkout().sessions().list(SessionListParams.builder()
                .setStatus(SessionListParams.Status.COMPLETE)
                .setCreated(SessionListParams.Created.builder().setGte(Asking.second(since)).build())
                .addExpand("data." + SeenSessions.PAYMENT).setLimit(Asking.PAGE).setStartingAfter(last).build()))
                .stream().map(SeenSessions::of).toList();
    }

    List<ProviderInvoice> invoices(Instant since) {
        return Asking.all(last -> client.v1().invoices().list(InvoiceListParams.builder()
                .setCreated(InvoiceListParams.Created.builder().setGte(Asking.second(since)).build())
                .addExpand("data." + SeenInvoices.PAYMENTS).setLimit(Asking.PAGE).setStartingAfter(last).build()))
                .stream().map(invoices::of).filter(seen -> seen.status() != ProviderInvoice.Status.DRAFT).toList();
    }

    Set<String> refunded(Instant since) {
        Set<String> intents = new LinkedHashSet<>();
        Asking.all(last -> client.v1().refunds().list(RefundListParams.builder()
                .setCreated(RefundListParams.Created.builder().setGte(Asking.second(since)).build())
                .setLimit(Asking.PAGE).setStartingAfter(last).build()))
                .stream().map(refund -> refund.getPaymentIntent()).filter(intent -> intent != null).forEach(intents::add);
        Asking.all(last -> client.v1().disputes().list(DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder().setGte(Asking.second(since)).build())
                .setLimit(Asking.PAGE).setStartingAfter(last).build()))
                .stream().map(dispute -> dispute.getPaymentIntent()).filter(intent -> intent != null).forEach(intents::add);
        return intents;
    }
}
