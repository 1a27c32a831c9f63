package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.model.Price;
import io.tastemaker.domain.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The prices of plans at Stripe. What a price asks never changes, so it is asked for once. */
final class Prices {

    private static final int MOST = 1_000;

    private final StripeClient client;
    private final Map<String, List<String>> byPlan;
    private final Map<String, String> plans;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What a price asks, if it asks a fixed sum, and whether it does each month. */
    private record Known(Optional<Money> amount, boolean monthly) {}

    Prices(StripeClient client, Map<String, List<String>> byPlan) {
        this.client = client;
        this.byPlan = byPlan;
        plans = new HashMap<>();
        byPlan.forEach((plan, prices) -> prices.forEach(price -> plans.put(price, plan)));
    }

    /** The one that is sold. */
    Optional<String> idOf(String plan) {
        return Optional.ofNullable(byPlan.get(plan)).map(List::getFirst);
    }

    Optional<String> planOf(String price) {
        return Optional.ofNullable(plans.get(price));
    }

    /** What a month of a plan costs; empty when it has no price, or one that is asked in another rhythm. */
    Optional<Money> monthly(String plan) {
        return idOf(plan).flatMap(this::find).filter(Known::monthly).flatMap(Known::amount);
    }

    /** What a price asks for a whole period. */
    Optional<Money> full(String price) {
        return find(price).flatMap(Known::amount);
    }

    private Optional<Known> find(String price) {
        Optional<Known> before = Optional.ofNullable(known.get(price));
        if (before.isPresent()) {
            return before;
        }
        Optional<Known> found = Asking.find(() -> client.v1().prices().retrieve(price)).map(Prices::seen);
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresent(now -> known.put(price, now));
        return found;
    }

    private static Known seen(Price price) {
        boolean monthly = Optional.ofNullable(price.getRecurring())
                .filter(rhythm -> "month".equals(rhythm.getInterval()) && rhythm.getIntervalCount() == 1).isPresent();
        return new Known(Seen.maybeMoney(price.getUnitAmount(), price.getCurrency()), monthly);
    }
}
