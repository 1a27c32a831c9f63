package io.tastemaker.domain.wallets;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a decision has to know besides the wallet. It is read after the wallet, and whatever changes it changes the wallet's version too,
 * so that a decision on old facts is never written.
 *
 * @param open what was opened and has not ended
 * @param past operations that are to be settled or reversed
 * @param births lots that are to be taken back
 */
public record Facts(Map<Access.Right, Access> open, Map<UUID, Past> past, Map<String, Birth> births) {

    /** Nothing. */
    public static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Facts {
        open = Map.copyOf(open);
        past = Map.copyOf(past);
        births = Map.copyOf(births);
    }

    /**
     * What happened before.
     *
     * @param operation the operation
     * @param entries its entries, in their order
     * @param lots the lots that its entries name, as they were born
     * @param reversed the credits that refunds of it have moved out of usage so far
     * @param refunds how many refunds of it there were
     */
    public record Past(Operation operation, List<LedgerEntry> entries, List<Lot> lots, long reversed, int refunds) {
        /** Copies the lists. */
        public Past {
            Objects.requireNonNull(operation, "operation");
            entries = List.copyOf(entries);
            lots = List.copyOf(lots);
        }
    }

    /**
     * A lot that was granted.
     *
     * @param lot as it was born
     * @param taken the credits that clawbacks have taken for it, less what they gave back
     */
    public record Birth(Lot lot, long taken) {}

    /**
     * What must be read for some commands.
     *
     * @param rights which rights may be open
     * @param operations which operations
     * @param sources which lots
     */
    public record Wanted(Set<Access.Right> rights, Set<UUID> operations, Set<String> sources) {

        /** Nothing. */
        public static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of());

        /** Copies the sets. */
        public Wanted {
            rights = Set.copyOf(rights);
            operations = Set.copyOf(operations);
            sources = Set.copyOf(sources);
        }

        /**
         * Whether there is nothing to read.
         *
         * @return whether all sets are empty
         */
        public boolean isNothing() {
            return rights.isEmpty() && operations.isEmpty() && sources.isEmpty();
        }

        /**
         * Whether two commands need to know of the same thing, so that the second must not be decided on what was read for the first.
         *
         * @param other what the other needs
         * @return whether they have something in common
         */
        public boolean meets(Wanted other) {
            return rights.stream().anyMatch(other.rights::contains) || operations.stream().anyMatch(other.operations::contains)
                    || sources.stream().anyMatch(other.sources::contains);
        }

        /**
         * Both together.
         *
         * @param other more
         * @return the union
         */
        public Wanted and(Wanted other) {
            return isNothing() ? other : other.isNothing() ? this
                    : new Wanted(union(rights, other.rights), union(operations, other.operations), union(sources, other.sources));
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            Set<T> all = new HashSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    /**
     * What a command needs to know.
     *
     * @param wallet the wallet it is for
     * @param command the command
     * @param now the time
     * @return what must be read first
     */
    public static Wanted wantedFor(Wallet wallet, WalletCommand command, Instant now) {
        return switch (command) {
            case WalletCommand.Charge charge -> charge.spend().right().map(right -> new Wanted(Set.of(right), Set.of(), Set.of()))
                    .orElse(Wanted.NOTHING);
            case WalletCommand.Reserve reserve -> Wanted.NOTHING;
            case WalletCommand.Commit commit -> settled(wallet, commit.reserved(), now);
            case WalletCommand.Release release -> settled(wallet, release.reserved(), now);
            case WalletCommand.Refund refund -> new Wanted(Set.of(), Set.of(refund.operation()), Set.of());
            case WalletCommand.Clawback clawback -> new Wanted(Set.of(), Set.of(), Set.of(clawback.source()));
            case WalletCommand.Grant grant -> Wanted.NOTHING;
            case WalletCommand.Deduct deduct -> Wanted.NOTHING;
            case WalletCommand.ChangePlan change -> Wanted.NOTHING;
            case WalletCommand.Touch touch -> Wanted.NOTHING;
        };
    }

    /** A hold that is in the wallet tells all; one that has lapsed must be looked up. */
    private static Wanted settled(Wallet wallet, OperationKey reserved, Instant now) {
        boolean open = wallet.hold(reserved).filter(hold -> wallet.noEarlierThan(now).isBefore(hold.expiresAt())).isPresent();
        return open ? Wanted.NOTHING : new Wanted(Set.of(), Set.of(reserved.operation(wallet.team())), Set.of());
    }

    Optional<Past> of(UUID operation) {
        return Optional.ofNullable(past.get(operation));
    }
}
