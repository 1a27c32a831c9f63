package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.HasId;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PromotionCode;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Notice.Kind;
import io.tastemaker.domain.billing.Notice.Matter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads events. Those of coupons are not heeded: what becomes of a coupon shows in the promotion codes that it has.
 */
final class SeenEvents {

    private static final Map<Kind, Set<String>> BY_KIND = Map.of(
            Kind.SESSION, Set.of("checkout.session.completed", "checkout.session.expired", "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed"),
            Kind.SUBSCRIPTION, Set.of("customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted",
                    "customer.subscription.paused", "customer.subscription.resumed", "customer.subscription.pending_update_applied",
                    "customer.subscription.pending_update_expired"),
            Kind.TRIAL_END, Set.of("customer.subscription.trial_will_end"),
            Kind.INVOICE, Set.of("invoice.paid", "invoice.payment_succeeded", "invoice.payment_failed", "invoice.payment_action_required",
                    "invoice.finalized", "invoice.voided", "invoice.marked_uncollectible"),
            Kind.PAYMENT, Set.of("charge.refunded", "charge.refund.updated", "refund.created", "refund.updated", "refund.failed",
                    "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated", "payment_intent.succeeded", "payment_intent.payment_failed"),
            Kind.PROMOTION, Set.of("promotion_code.created", "promotion_code.updated"));

    private static final Map<String, Kind> KINDS = kinds();

    private SeenEvents() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>();
        BY_KIND.forEach((kind, types) -> types.forEach(type -> kinds.put(type, kind)));
        return Map.copyOf(kinds);
    }

    /** All that matter to us. */
    static Set<String> types() {
        return new TreeSet<>(KINDS.keySet());
    }

    /**
     * What an event says; its fault when it is of a kind that matters and cannot be read.
     *
     * @throws RuntimeException when it lacks what every event has
     */
    static Notice of(Event seen) {
        return of(seen, SeenEvents::object);
    }

    /** Events are listed in the version they were made in. What they are about can be told all the same, and is looked at anyway. */
    static Notice whateverItsVersion(Event seen) {
        return of(seen, event -> object(event).or(() -> rawObject(event)));
    }

    private static Notice of(Event seen, Function<Event, Optional<StripeObject>> reader) {
        Optional<Kind> kind = Optional.ofNullable(KINDS.get(seen.getType()));
        if (kind.isEmpty()) {
            return notice(seen, Optional.empty(), Optional.empty());
        }
        Optional<StripeObject> object = reader.apply(seen);
        if (object.isEmpty()) {
            return notice(seen, Optional.empty(), Optional.of("its object cannot be read: it is written in the version "
                    + seen.getApiVersion() + " of the API, and " + StripeSettings.API_VERSION + " is expected"));
        }
        return matter(kind.get(), object.get())
                .map(id -> notice(seen, id.map(text -> new Matter(kind.get(), text)), Optional.empty()))
                .orElseGet(() -> notice(seen, Optional.empty(), Optional.of("its object is none that belongs to it: "
                        + object.get().getClass().getSimpleName())));
    }

    private static Notice notice(Event seen, Optional<Matter> about, Optional<String> fault) {
        return new Notice(seen.getId(), seen.getType(), Seen.at(seen.getCreated()), about, fault);
    }

    private static Optional<StripeObject> object(Event seen) {
        try {
            return seen.getDataObjectDeserializer().getObject();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<StripeObject> rawObject(Event seen) {
        try {
            return Optional.of(seen.getDataObjectDeserializer().deserializeUnsafe());
        } catch (EventDataObjectDeserializationException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The id of what it is about, which a charge outside of a payment lacks; empty when the object does not belong to the kind. */
    private static Optional<Optional<String>> matter(Kind kind, StripeObject object) {
        return switch (kind) {
            case SESSION -> own(object, Session.class);
            case SUBSCRIPTION, TRIAL_END -> own(object, Subscription.class);
            case INVOICE -> own(object, Invoice.class);
            case PROMOTION -> own(object, PromotionCode.class);
            case PAYMENT -> payment(object);
        };
    }

    private static Optional<Optional<String>> own(StripeObject object, Class<? extends HasId> expected) {
        return Optional.of(object).filter(expected::isInstance).map(expected::cast).map(HasId::getId).map(Optional::of);
    }

    private static Optional<Optional<String>> payment(StripeObject object) {
        return switch (object) {
            case PaymentIntent intent -> own(intent, PaymentIntent.class);
            case Charge charge -> Optional.of(Optional.ofNullable(charge.getPaymentIntent()));
            case Refund refund -> Optional.of(Optional.ofNullable(refund.getPaymentIntent()));
            case Dispute dispute -> Optional.of(Optional.ofNullable(dispute.getPaymentIntent()));
            default -> Optional.empty();
        };
    }
}
