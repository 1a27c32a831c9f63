package io.tastemaker.application.webhooks;

import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads events out of what was done in a wallet: what was unlocked, and that the free credits fell below a threshold. */
final class WalletEvents {

    private static final Map<Action, Event.Kind> UNLOCKS =
            Map.of(Action.CREATOR_UNLOCK, Event.Kind.CREATOR_UNLOCKED, Action.EMAIL_UNLOCK, Event.Kind.EMAIL_UNLOCKED);

    private WalletEvents() {}

    /**
     * Events in the order of what was done. A threshold is crossed whenever the credits were at or above it before one operation and are
     * below it afterwards; so each crossing is told once, and the next one only after there was enough again.
     */
    static List<Event> of(List<Operation> operations, Feeds.WalletPlace from, Set<Long> thresholds) {
        List<Event> events = new ArrayList<>();
        long before = from.balance();
        for (Operation operation : operations) {
            unlock(operation).ifPresent(events::add);
            for (long threshold : thresholds.stream().sorted(Comparator.reverseOrder()).toList()) {
                if (before >= threshold && operation.balance() < threshold) {
                    events.add(Event.of(Event.Kind.WALLET_LOW, Subject.of("wallet", from.team())).with("threshold", threshold)
                            .with("balance", operation.balance()).with("operation_id", operation.id()));
                }
            }
            before = operation.balance();
        }
        return events;
    }

    private static Optional<Event> unlock(Operation operation) {
        boolean used = operation.kind() == Operation.Kind.SPEND || operation.kind() == Operation.Kind.COMMIT;
        return operation.action().map(UNLOCKS::get).filter(kind -> used).flatMap(kind -> operation.target().map(creator ->
                Event.of(kind, Subject.of("creator", creator)).with("operation_id", operation.id()).with("actor", operation.actor())));
    }
}
