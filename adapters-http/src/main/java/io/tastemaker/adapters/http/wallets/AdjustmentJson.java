package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.wallets.LotKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * What an operator does with a wallet by hand.
 *
 * @param kind give, take, or reverse a use
 * @param credits how many
 * @param lotKind as what they are given
 * @param expiresAt until when
 * @param operationId which use is reversed
 * @param reason why
 */
record AdjustmentJson(
        @About("grant gives credits, deduct takes them, refund reverses what a transaction used") @OneOf({"grant", "deduct", "refund"})
        String kind,
        @About("How many; of a refund all that is left unless it is said") Optional<@Between(min = "1", max = "1000000000000000") Long> credits,
        @About("As what they are given; promo unless it is said")
        Optional<@OneOf({"promo", "monthly_plan", "refund", "top_up", "credit_line"}) String> lotKind,
        @About("Until when what is given can be spent; absent for ever") Optional<Instant> expiresAt,
        @About("The transaction that is reversed") Optional<UUID> operationId,
        @About("Why; shown to the team") @Length(max = 500) String reason) {

    AdjustmentJson {
        boolean gives = kind.equals("grant");
        boolean reverses = kind.equals("refund");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must say something");
        }
        if (!reverses && credits.isEmpty()) {
            throw new IllegalArgumentException("credits is needed to " + kind);
        }
        if (reverses != operationId.isPresent()) {
            throw new IllegalArgumentException("operation_id goes with a refund, and with nothing else");
        }
        if (!gives && (lotKind.isPresent() || expiresAt.isPresent())) {
            throw new IllegalArgumentException("lot_kind and expires_at go with a grant, and with nothing else");
        }
    }

    AdjustWallet.Adjustment adjustment() {
        return switch (kind) {
            case "grant" -> new AdjustWallet.Adjustment.Give(lotKind.flatMap(code -> Coded.find(LotKind.class, code)).orElse(LotKind.PROMO),
                    credits.orElseThrow(), Set.of(), expiresAt);
            case "deduct" -> new AdjustWallet.Adjustment.Take(credits.orElseThrow());
            default -> new AdjustWallet.Adjustment.Refund(operationId.orElseThrow(),
                    credits.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        };
    }
}
