package io.tastemaker.adapters.billing.billing;

import com.stripe.Stripe;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who we are at Stripe, and what is sold there.
 *
 * @param secretKey the key of the account, never printed
 * @param base where the API is; empty for Stripe's own address
 * @param prices the ids of monthly prices by the key of their plan: the first is sold, the others were, and subscriptions may still have them;
 *     no two plans share one
 * @param webhookSecrets the secrets that notices may be signed with, several while one is exchanged for another; never printed
 */
public record StripeSettings(String secretKey, Optional<URI> base, Map<String, List<String>> prices, List<String> webhookSecrets) {

    /** The version of the API that is spoken here. A webhook endpoint must send the same, or one of the same release train. */
    public static final String API_VERSION = Stripe.API_VERSION;

    /**
     * Copies, and checks the values.
     *
     * @throws IllegalArgumentException when a value is blank or two plans have the same price
     */
    public StripeSettings {
        Objects.requireNonNull(base, "base");
        prices = prices.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        webhookSecrets = List.copyOf(webhookSecrets);
        if (secretKey.isBlank() || webhookSecrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a key or a secret of Stripe is blank");
        }
        List<String> all = prices.values().stream().flatMap(List::stream).toList();
        if (prices.values().stream().anyMatch(List::isEmpty) || all.stream().anyMatch(String::isBlank) || Set.copyOf(all).size() < all.size()) {
            throw new IllegalArgumentException("each plan needs a price of its own at Stripe: " + prices);
        }
    }

    /** Does not print the key and the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[base=" + base.map(URI::toString).orElse("") + ", prices=" + prices + ", " + webhookSecrets.size() + " secrets]";
    }
}
