package io.tastemaker.bootstrap;

import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Stripe, played by its simulator in this process at the time of this machine. It sells the plans standard and premium. */
final class PlayedStripe implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final String key;
    private final String secret;
    private final StripeSimulator simulator;

    private PlayedStripe(String key, String secret) {
        this.key = key;
        this.secret = secret;
        this.simulator = StripeSimulator.builder().key(key).secrets(secret).from(Instant.now()).start();
        simulator.addPrice("price_standard", 19_900, "usd", "Standard");
        simulator.addPrice("price_premium", 49_900, "usd", "Premium");
    }

    static PlayedStripe open() {
        return new PlayedStripe(StripeSimulator.KEY, StripeSimulator.SECRET);
    }

    /** Knows us by another key, and signs with another secret. */
    static PlayedStripe with(String key, String secret) {
        return new PlayedStripe(key, secret);
    }

    /** What a program has to be told of it. */
    Map<String, String> settings() {
        return Map.of("STRIPE_SECRET_KEY", key, "STRIPE_WEBHOOK_SECRET", secret, "STRIPE_API_BASE", simulator.base(),
                "STRIPE_PRICE_STANDARD", "price_standard", "STRIPE_PRICE_PREMIUM", "price_premium");
    }

    StripeSimulator simulator() {
        return simulator;
    }

    /** Tells a program from now on what happens. */
    void tell(Server server) {
        simulator.deliverTo(webhook(server));
    }

    static URI webhook(Server server) {
        return URI.create(server.address() + "/api/v1/webhooks/stripe");
    }

    /** Waits until all that happened so far was told. */
    void awaitTold() {
        simulator.awaitDelivery(LONG);
    }

    /** Pays at the address that somebody was sent to. */
    void pay(String url) {
        simulator.outside().pay(session(url));
    }

    /** The checkout that is paid at an address. */
    static String session(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Makes a code that takes a tenth off. */
    void sellCoupon(String code) {
        String coupon = simulator.outside().coupon(Map.of("percent_off", "10", "duration", "once"));
        simulator.outside().promotionCode(Map.of("promotion[type]", "coupon", "promotion[coupon]", coupon, "code", code));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
