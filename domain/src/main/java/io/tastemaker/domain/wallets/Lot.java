package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One grant of credits and what is left of it.
 *
 * @param source why it exists, such as {@code daily:2026-11-20} or the payment's id; unique in the wallet for ever, 1 to 255 characters
 * @param kind what it is
 * @param scope the actions it pays for; empty for all
 * @param granted the credits it began with, at least 0
 * @param remaining what is not spent yet, those that are held included
 * @param held what open holds have set aside of it
 * @param effectiveAt from when on it can be spent
 * @param expiresAt until when, exclusive; empty for ever
 */
public record Lot(
        String source,
        LotKind kind,
        Set<Action> scope,
        long granted,
        long remaining,
        long held,
        Instant effectiveAt,
        Optional<Instant> expiresAt) {

    /** Free before bought, soonest lost first; the source decides between equals, so that the order of arrival never matters. */
    public static final Comparator<Lot> BURN_ORDER = Comparator.comparingInt((Lot lot) -> lot.kind.priority())
            .thenComparing(lot -> lot.expiresAt.orElse(Instant.MAX))
            .thenComparing(Lot::source);

    /** Checks {@code 0 <= held <= remaining <= granted} and copies the scope. */
    public Lot {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        scope = Set.copyOf(scope);
        if (source.isBlank() || source.length() > 255) {
            throw new IllegalArgumentException("the source of a lot has 1 to 255 characters");
        }
        if (held < 0 || held > remaining || remaining > granted) {
            throw new IllegalArgumentException("0 <= " + held + " held <= " + remaining + " remaining <= " + granted + " granted is broken");
        }
        if (expiresAt.isPresent() && !effectiveAt.isBefore(expiresAt.get())) {
            throw new IllegalArgumentException("a lot begins before it ends: " + source);
        }
    }

    /**
     * A lot that nobody has touched.
     *
     * @param source why it exists
     * @param kind what it is
     * @param scope the actions it pays for; empty for all
     * @param credits how many, at least 0
     * @param effectiveAt from when on
     * @param expiresAt until when, exclusive; empty for ever
     * @return the lot
     */
    public static Lot of(String source, LotKind kind, Set<Action> scope, long credits, Instant effectiveAt, Optional<Instant> expiresAt) {
        return new Lot(source, kind, scope, credits, credits, 0, effectiveAt, expiresAt);
    }

    /**
     * What can be spent of it at some time.
     *
     * @return what is neither spent nor held
     */
    public long free() {
        return remaining - held;
    }

    /**
     * Whether it can be spent at a time.
     *
     * @param now the time
     * @return {@code effectiveAt <= now < expiresAt}
     */
    public boolean isLive(Instant now) {
        return !effectiveAt.isAfter(now) && !hasExpired(now);
    }

    boolean hasExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    /**
     * Whether it may pay for an action.
     *
     * @param action the action
     * @return whether the action is in its scope
     */
    public boolean pays(Action action) {
        return scope.isEmpty() || scope.contains(action);
    }

    /** The same lot with more or less in it, negative for less. */
    Lot changed(long ofRemaining, long ofHeld) {
        return new Lot(source, kind, scope, granted, Math.addExact(remaining, ofRemaining), Math.addExact(held, ofHeld), effectiveAt, expiresAt);
    }
}
