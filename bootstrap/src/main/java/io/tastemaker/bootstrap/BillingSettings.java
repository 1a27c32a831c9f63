package io.tastemaker.bootstrap;

import io.tastemaker.adapters.billing.billing.StripeSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of selling.
 *
 * @param stripe who we are at Stripe; empty when nothing is sold here
 * @param trialDays how many days of a first subscription are free; 0 for none
 * @param success where people are sent after they paid; empty for a page of this program
 * @param cancel where they are sent when they did not; likewise
 */
record BillingSettings(Optional<StripeSettings> stripe, int trialDays, Optional<URI> success, Optional<URI> cancel) {

    /** Nothing is sold. */
    static final BillingSettings NONE = new BillingSettings(Optional.empty(), 0, Optional.empty(), Optional.empty());

    private static final String PRICE = "STRIPE_PRICE_";

    /** Prices are variables of their own, one for each plan: the one that is sold, and behind it those that were. */
    static Map<String, List<String>> prices(Map<String, String> environment) {
        Map<String, List<String>> prices = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PRICE) && !value.isBlank()) {
                prices.put(name.substring(PRICE.length()).toLowerCase(Locale.ROOT), List.of(value.strip().split("\\s*,\\s*")));
            }
        });
        return prices;
    }

    /** Where requests may have people sent: to the pages that are set, and to this program. */
    Set<String> origins(String publicUrl, Set<String> others) {
        Set<String> origins = new TreeSet<>(others);
        origins.add(publicUrl);
        List.of(success, cancel).forEach(page -> page.ifPresent(address -> origins.add(origin(address))));
        return origins;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
