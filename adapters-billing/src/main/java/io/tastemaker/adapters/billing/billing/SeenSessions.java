package io.tastemaker.adapters.billing.billing;

import com.stripe.model.checkout.Session;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSession.State;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.Set;

/** Reads checkouts, whose payment must be in them. */
final class SeenSessions {

    /** What has to be asked for with a session. */
    static final String PAYMENT = "payment_intent";

    private static final Set<String> NO_MONEY = Set.of("canceled", "requires_payment_method");

    private SeenSessions() {}

    static ProviderSession of(Session seen) {
        Optional<TeamId> referred = Optional.ofNullable(seen.getClientReferenceId()).flatMap(text -> Seen.id(text, TeamId::of));
        return new ProviderSession(seen.getId(), Seen.order(seen.getMetadata()), Seen.team(seen.getMetadata()).or(() -> referred),
                Optional.ofNullable(seen.getCustomer()), state(seen), Seen.maybeMoney(seen.getAmountSubtotal(), seen.getCurrency()),
                Seen.maybeMoney(seen.getAmountTotal(), seen.getCurrency()), Optional.ofNullable(seen.getPaymentIntent()),
                Optional.ofNullable(seen.getSubscription()), Seen.at(seen.getCreated()));
    }

    private static State state(Session seen) {
        return switch (seen.getStatus()) {
            case "open" -> State.OPEN;
            case "expired" -> State.EXPIRED;
            case "complete" -> completed(seen);
            default -> throw new IllegalStateException("a checkout of Stripe is " + seen.getStatus() + ": " + seen.getId());
        };
    }

    private static State completed(Session seen) {
        return switch (seen.getPaymentStatus()) {
            case "paid", "no_payment_required" -> State.PAID;
            case "unpaid" -> Optional.ofNullable(seen.getPaymentIntentObject()).filter(payment -> NO_MONEY.contains(payment.getStatus()))
                    .map(failed -> State.FAILED).orElse(State.PENDING);
            default -> throw new IllegalStateException("a checkout of Stripe is " + seen.getPaymentStatus() + ": " + seen.getId());
        };
    }
}
