package io.tastemaker.adapters.billing.billing;

import com.stripe.Stripe;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who we are at Stripe, and what is sold there.
 *
 * @param secretKey the key of the account, never printed
 * @param base where the API is; empty for Stripe's own address
 * @param prices the id of a monthly price by the key of its plan; no two plans share one
 * @param webhookSecrets the secrets that notices may be signed with, several while one is exchanged for another; never printed
 */
public record StripeSettings(String secretKey, Optional<URI> base, Map<String, String> prices, List<String> webhookSecrets) {

    /** The version of the API that is spoken here. A webhook endpoint must send the same, or one of the same release train. */
    public static final String API_VERSION = Stripe.API_VERSION;

    /**
     * Copies, and checks the values.
     *
     * @throws IllegalArgumentException when a value is blank or two plans have the same price
     */
    public StripeSettings {
        Objects.requireNonNull(base, "base");
        prices = Map.copyOf(prices);
        webhookSecrets = List.copyOf(webhookSecrets);
        if (secretKey.isBlank() || webhookSecrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a key or a secret of Stripe is blank");
        }
        if (prices.values().stream().anyMatch(String::isBlank) || new HashSet<>(prices.values()).size() < prices.size()) {
            throw new IllegalArgumentException("each plan needs a price of its own at Stripe: " + prices);
        }
    }

    /** Does not print the key and the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[base=" + base.map(URI::toString).orElse("") + ", prices=" + prices + ", " + webhookSecrets.size() + " secrets]";
    }
}
