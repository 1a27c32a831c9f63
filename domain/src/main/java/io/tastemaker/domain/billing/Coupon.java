package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A code that makes something cheaper. The provider counts its uses; this is what we last heard.
 *
 * @param code what people type, 3 to 40 characters A-Z, 0-9, - and _
 * @param promotion the provider's id of the code
 * @param reduction how much it takes off
 * @param term for how many payments of a subscription
 * @param months for how many months, when the term says so
 * @param most how often it can be used by all together; empty for no limit
 * @param used how often it was used
 * @param endsAt until when it can be used, exclusive; empty for ever
 * @param active whether it can be used at all
 */
public record Coupon(
        String code,
        String promotion,
        Reduction reduction,
        Term term,
        OptionalInt months,
        OptionalLong most,
        long used,
        Optional<Instant> endsAt,
        boolean active) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9_-]{3,40}");

    /** How much is taken off. */
    public sealed interface Reduction {
        /**
         * A share.
         *
         * @param basisPoints hundredths of a percent, 1 to 10,000
         */
        record Share(int basisPoints) implements Reduction {
            /** Checks the bounds. */
            public Share {
                if (basisPoints < 1 || basisPoints > 10_000) {
                    throw new IllegalArgumentException("a share has 1 to 10000 basis points: " + basisPoints);
                }
            }
        }

        /**
         * A sum.
         *
         * @param off more than nothing
         */
        record Sum(Money off) implements Reduction {
            /** Checks the bounds. */
            public Sum {
                if (off.amount().signum() <= 0) {
                    throw new IllegalArgumentException("a sum is more than nothing: " + off);
                }
            }
        }
    }

    /** For how many payments of a subscription it counts. */
    public enum Term implements Coded {
        /** The first. */
        ONCE,
        /** Those of some months. */
        REPEATING,
        /** All. */
        FOREVER;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a code is good for a price. */
    public enum Verdict implements Coded {
        /** It is. */
        GOOD,
        /** Somebody ended it. */
        ENDED,
        /** Its time is over. */
        EXPIRED,
        /** It was used as often as it may be. */
        USED_UP,
        /** It takes a sum off in another currency. */
        OTHER_CURRENCY;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the form. */
    public Coupon {
        Objects.requireNonNull(promotion, "promotion");
        Objects.requireNonNull(reduction, "reduction");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(months, "months");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(endsAt, "endsAt");
        if (!isCode(code)) {
            throw new IllegalArgumentException("a code has 3 to 40 characters A-Z, 0-9, - and _: " + code);
        }
        if ((term == Term.REPEATING) != months.isPresent()) {
            throw new IllegalArgumentException("only a repeating coupon has months: " + code);
        }
        if (used < 0 || most.orElse(1) < 1 || months.orElse(1) < 1) {
            throw new IllegalArgumentException("a coupon can be used, and counts, at least once: " + code);
        }
    }

    /**
     * Whether a text can be a code.
     *
     * @param text what somebody typed, in upper case
     * @return whether it has the form of one
     */
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Whether it is good for a price.
     *
     * @param price the price
     * @param now the time
     * @return the verdict
     */
    public Verdict check(Money price, Instant now) {
        if (endsAt.filter(end -> !now.isBefore(end)).isPresent()) {
            return Verdict.EXPIRED;
        }
        if (most.isPresent() && used >= most.getAsLong()) {
            return Verdict.USED_UP;
        }
        if (!active) {
            return Verdict.ENDED; // last: the provider shows what is expired or used up as inactive, too
        }
        return reduction instanceof Reduction.Sum sum && !sum.off().currency().equals(price.currency()) ? Verdict.OTHER_CURRENCY : Verdict.GOOD;
    }

    /**
     * What it takes off a price.
     *
     * @param price in the currency of its sum, if it takes one off
     * @return 0 to the price
     */
    public Money off(Money price) {
        return switch (reduction) {
            case Reduction.Share(int basisPoints) -> Discount.share(price, basisPoints);
            case Reduction.Sum(Money off) -> off.amount().compareTo(price.amount()) > 0 ? price : off;
        };
    }
}
