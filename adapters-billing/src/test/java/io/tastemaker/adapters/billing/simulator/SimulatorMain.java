package io.tastemaker.adapters.billing.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulator as a process of its own: {@code --port 12111 --webhook-url http://… --webhook-secret whsec_… --key sk_test_… --price
 * id=amount=currency=name --start 2026-01-15T12:00:00Z --sign-by own-clock}. All are optional, prices and secrets can be repeated. Its time
 * goes on by itself. It says when it is ready, and ends with its standard input.
 */
public final class SimulatorMain {

    private SimulatorMain() {}

    private record Price(String id, long amount, String currency, String name) {

        static Price of(String text) {
            String[] parts = text.split("=", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException("A price is id=amount=currency=name, not " + text);
            }
            return new Price(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]);
        }
    }

    private static void signBy(StripeSimulator.Builder builder, String whose) {
        if (!whose.equals("own-clock")) {
            throw new IllegalArgumentException("Signatures follow the time of this machine, or --sign-by own-clock");
        }
        builder.signingByOwnClock();
    }

    public static void main(String... args) throws IOException {
        StripeSimulator.Builder builder = StripeSimulator.builder().from(Instant.now());
        List<Price> prices = new ArrayList<>();
        List<String> secrets = new ArrayList<>();
        List<URI> webhooks = new ArrayList<>();
        for (int at = 0; at + 1 < args.length; at += 2) {
            String value = args[at + 1];
            switch (args[at]) {
                case "--port" -> builder.port(Integer.parseInt(value));
                case "--key" -> builder.key(value);
                case "--start" -> builder.from(Instant.parse(value));
                case "--price" -> prices.add(Price.of(value));
                case "--webhook-secret" -> secrets.add(value);
                case "--sign-by" -> signBy(builder, value);
                case "--webhook-url" -> webhooks.add(URI.create(value));
                default -> throw new IllegalArgumentException("Unknown option " + args[at]);
            }
        }
        if (!secrets.isEmpty()) {
            builder.secrets(secrets.toArray(String[]::new));
        }
        try (StripeSimulator simulator = builder.start()) {
            prices.forEach(price -> simulator.addPrice(price.id(), price.amount(), price.currency(), price.name()));
            webhooks.forEach(simulator::deliverTo);
            System.out.println("simulator ready " + simulator.base());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
