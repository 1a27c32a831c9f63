package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that was done with a wallet.
 *
 * @param id the transaction
 * @param seq the number of its last ledger entry
 * @param firstSeq the number of its first
 * @param kind what was done
 * @param status what came of it
 * @param action the action it was about
 * @param units how many units
 * @param credits by how much it changed what the team owns
 * @param balanceAfter what could be spent afterwards
 * @param subject what it was about
 * @param about what it reverses or settles
 * @param rule the price that counted
 * @param note why
 * @param actor who asked
 * @param at when
 */
record TransactionJson(
        UUID id,
        @About("The number of its last ledger entry; null when nothing moved") Optional<Long> seq,
        @About("The number of its first ledger entry; null when nothing moved") Optional<Long> firstSeq,
        @About("spend, reserve, commit, release, grant, rollover, expiry, refund, clawback, deduction, plan_change or refusal") String kind,
        @About("settled, reserved or refused") String status,
        Optional<String> action,
        @About("Units used or set aside") long units,
        @About("By how much it changed what the team owns; negative for a use") long credits,
        @About("What could be spent of all grants afterwards") long balanceAfter,
        @About("What it was about, such as a creator") Optional<TargetJson> subject,
        @About("What it reverses or settles: a transaction, or the source of a grant") Optional<String> about,
        @About("The price that counted, such as creator_unlock@1") Optional<String> rule,
        @About("Why, in words") Optional<String> note,
        ActorJson actor,
        Instant at) {

    /**
     * What a transaction was about.
     *
     * @param type what kind of thing
     * @param id which one
     */
    record TargetJson(@About("creator, search, ranking_page or other") String type, String id) {}

    static TransactionJson of(Operation operation) {
        boolean moved = operation.entries() > 0;
        return new TransactionJson(operation.id(), moved ? Optional.of(operation.lastSeq()) : Optional.empty(),
                moved ? Optional.of(operation.lastSeq() - operation.entries() + 1) : Optional.empty(), operation.kind().code(), status(operation),
                operation.action().map(Action::code), operation.units(), operation.credits(), operation.balance(),
                operation.target().map(target -> new TargetJson(type(operation.action()), target)), operation.about(),
                operation.answer().charge().map(receipt -> receipt.price().rule()), operation.note(), ActorJson.of(operation.actor()),
                operation.at());
    }

    private static String status(Operation operation) {
        return switch (operation.kind()) {
            case REFUSAL -> "refused";
            case RESERVE -> "reserved";
            case SPEND, COMMIT, RELEASE, GRANT, ROLLOVER, EXPIRY, REFUND, CLAWBACK, DEDUCTION, PLAN_CHANGE -> "settled";
        };
    }

    private static String type(Optional<Action> action) {
        return action.map(known -> known.equals(Action.CREATOR_UNLOCK) || known.equals(Action.EMAIL_UNLOCK) ? "creator"
                : known.equals(Action.ADVANCED_SEARCH) ? "search" : known.equals(Action.DISCOVERY_PAGINATION) ? "ranking_page" : "other")
                .orElse("other");
    }
}
