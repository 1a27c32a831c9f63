package io.tastemaker.adapters.billing.simulator;

import java.util.Locale;
import java.util.Random;

/** Ids that look like Stripe's and are the same in every run of a seed. */
final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random chance;
    private long count;

    Ids(long seed) {
        chance = new Random(seed);
    }

    String next(Kind kind) {
        return next(kind.prefix());
    }

    /** Counts, so that two are never the same, whatever chance says. */
    String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append(String.format(Locale.ROOT, "%06d", ++count));
        for (int letter = 0; letter < 12; letter++) {
            id.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
