package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the payment provider told. It is a hint: what it is about is fetched again.
 *
 * @param id the provider's id; what is told twice has the same
 * @param type the provider's word for it, such as {@code invoice.paid}
 * @param createdAt when it happened there
 * @param about what it is about; empty when it is of no interest to us, or cannot be read
 * @param fault why it cannot be read
 */
public record Notice(String id, String type, Instant createdAt, Optional<Matter> about, Optional<String> fault) {

    /**
     * What a notice is about.
     *
     * @param kind what kind of thing
     * @param id the provider's id of it
     */
    public record Matter(Kind kind, String id) {
        /** Checks that nothing is missing. */
        public Matter {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }

    /** The kinds of things that notices are about. */
    public enum Kind implements Coded {
        /** A checkout. */
        SESSION,
        /** A subscription. */
        SUBSCRIPTION,
        /** The trial of a subscription, which ends soon. */
        TRIAL_END,
        /** An invoice. */
        INVOICE,
        /** A payment: its refunds and disputes. */
        PAYMENT,
        /** A code of a coupon. */
        PROMOTION;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a notice. */
    public enum State implements Coded {
        /** Stored, not yet heeded. */
        RECEIVED,
        /** What it is about was fetched, and the account is right. */
        APPLIED,
        /** It is of no interest to us, or about somebody else's customer. */
        IGNORED,
        /** It cannot be read, or failed too often. Somebody has to look at it. */
        DEAD;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the lengths. */
    public Notice {
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(fault, "fault");
        if (id.isBlank() || id.length() > 255 || type.isBlank() || type.length() > 255) {
            throw new IllegalArgumentException("a notice has an id and a type of 1 to 255 characters");
        }
    }

    /**
     * How it is stored.
     *
     * @return dead when it cannot be read, ignored when it is about nothing, else received
     */
    public State firstState() {
        return fault.isPresent() ? State.DEAD : about.isPresent() ? State.RECEIVED : State.IGNORED;
    }
}
