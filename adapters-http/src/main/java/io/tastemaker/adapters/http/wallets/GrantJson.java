package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One grant of credits, and what is left of it.
 *
 * @param source why it exists
 * @param kind what it is
 * @param actions what it pays for
 * @param granted the credits it began with
 * @param remaining what is not spent
 * @param held what of it is set aside
 * @param effectiveAt from when on
 * @param expiresAt until when
 */
record GrantJson(
        @About("Why it exists; unique in the wallet") String source,
        @About("daily_free, promo, monthly_plan, rollover, refund, top_up or credit_line") String kind,
        @About("The actions it pays for; empty for all") List<String> actions,
        long granted,
        @About("What is not spent, held credits included") long remaining,
        long held,
        Instant effectiveAt,
        @About("Exclusive; null for ever") Optional<Instant> expiresAt) {

    static GrantJson of(Lot lot) {
        return new GrantJson(lot.source(), lot.kind().code(), lot.scope().stream().map(Action::code).sorted().toList(), lot.granted(),
                lot.remaining(), lot.held(), lot.effectiveAt(), lot.expiresAt());
    }
}
