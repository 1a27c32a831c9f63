package io.tastemaker.domain.wallets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a decision wants written: all of it in one step, or nothing. It holds only while the wallet still has the version it was decided on.
 *
 * @param before the version of the wallet that was decided on
 * @param after the wallet from now on; its version counts one more for every command
 * @param operations what was done, in order
 * @param entries what was booked, in order
 * @param born lots that came into being
 * @param opened rights that were paid for
 * @param closed operations whose rights end, since they were reversed
 */
public record WalletChange(
        long before,
        Wallet after,
        List<Operation> operations,
        List<LedgerEntry> entries,
        List<Lot> born,
        List<Access> opened,
        List<UUID> closed) {

    /** Copies the lists. */
    public WalletChange {
        Objects.requireNonNull(after, "after");
        operations = List.copyOf(operations);
        entries = List.copyOf(entries);
        born = List.copyOf(born);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    /**
     * This and what was decided on the wallet that came of it, as one step.
     *
     * @param next the later change
     * @return both
     * @throws IllegalArgumentException when the other was not decided on this one's wallet
     */
    public WalletChange then(WalletChange next) {
        if (next.before != after.version()) {
            throw new IllegalArgumentException("decided on version " + next.before + ", not on " + after.version());
        }
        return new WalletChange(before, next.after, both(operations, next.operations), both(entries, next.entries), both(born, next.born),
                both(opened, next.opened), both(closed, next.closed));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
