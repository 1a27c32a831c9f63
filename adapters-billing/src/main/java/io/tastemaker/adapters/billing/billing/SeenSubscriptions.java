package io.tastemaker.adapters.billing.billing;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import java.util.Locale;
import java.util.Optional;

/** Reads subscriptions. Of several items the one for a plan counts; what is sold here has one. */
final class SeenSubscriptions {

    private final Prices prices;

    SeenSubscriptions(Prices prices) {
        this.prices = prices;
    }

    ProviderSubscription of(Subscription seen) {
        SubscriptionItem item = seen.getItems().getData().stream().filter(one -> prices.planOf(one.getPrice().getId()).isPresent()).findFirst()
                .orElseGet(() -> seen.getItems().getData().getFirst());
        return new ProviderSubscription(seen.getId(), seen.getCustomer(), Seen.team(seen.getMetadata()), Seen.order(seen.getMetadata()),
                SubscriptionStatus.valueOf(seen.getStatus().toUpperCase(Locale.ROOT)), item.getId(), prices.planOf(item.getPrice().getId()),
                Seen.at(item.getCurrentPeriodStart()), Seen.at(item.getCurrentPeriodEnd()), Seen.maybeAt(seen.getTrialEnd()),
                seen.getCancelAtPeriodEnd() || endsWith(seen, item), Seen.maybeAt(seen.getEndedAt()), Seen.at(seen.getCreated()));
    }

    /** Stripe's own pages write down a time instead of a mark. */
    private static boolean endsWith(Subscription seen, SubscriptionItem item) {
        return Optional.ofNullable(seen.getCancelAt()).filter(end -> end.equals(item.getCurrentPeriodEnd())).isPresent();
    }
}
