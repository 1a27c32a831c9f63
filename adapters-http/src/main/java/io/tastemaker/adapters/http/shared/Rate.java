package io.tastemaker.adapters.http.shared;

/**
 * How many calls are allowed. Both hold: many at once as far as the first goes, and no more than the second in the long run.
 *
 * @param perSecond calls at once, refilled within a second; 1 to 1,000,000
 * @param perMinute calls in a minute, refilled evenly; from {@code perSecond} to 1,000,000
 */
public record Rate(int perSecond, int perMinute) {

    /** So many that nobody is limited. */
    public static final Rate MOST = new Rate(1_000_000, 1_000_000);

    /** Checks the bounds. */
    public Rate {
        if (perSecond < 1 || perMinute < perSecond || perMinute > 1_000_000) {
            throw new IllegalArgumentException("must be calls per second and per minute such as 50,1200: "
                    + "from 1 to 1000000, and not more per second than per minute");
        }
    }

    /**
     * Reads a rate.
     *
     * @param text such as {@code 50,1200}
     * @return 50 calls a second and 1,200 a minute
     * @throws IllegalArgumentException when it is not of this form or out of bounds; the message says what is asked for
     */
    public static Rate of(String text) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        boolean numbers = parts.length == 2 && parts[0].matches("[0-9]{1,7}") && parts[1].matches("[0-9]{1,7}");
        return numbers ? new Rate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])) : new Rate(0, 0);
    }

    /** For {@code RateLimit-Policy}. */
    String policy() {
        return "\"burst\";q=" + perSecond + ";w=1, \"steady\";q=" + perMinute + ";w=60";
    }
}
