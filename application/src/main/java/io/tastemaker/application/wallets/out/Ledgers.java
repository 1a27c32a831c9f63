package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ledger of the team that the transaction is bound to, for reading. */
public interface Ledgers extends LedgerVerdict.Entries {

    /** Whether credits came or went. */
    enum Direction {
        /** The team owns more afterwards. */
        IN,
        /** The team owns less afterwards. */
        OUT
    }

    /**
     * Which operations are wanted; all that is given must hold.
     *
     * @param kinds any of these; empty for all that moved something
     * @param action the action
     * @param actor the label of who asked
     * @param target what it was about
     * @param direction whether credits came or went
     * @param from not before
     * @param to before
     * @param text occurs in key, action, target or note, whatever its case
     */
    record Filter(
            Set<Operation.Kind> kinds,
            Optional<Action> action,
            Optional<String> actor,
            Optional<String> target,
            Optional<Direction> direction,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> text) {

        /** Everything that moved something. */
        public static final Filter ALL = new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());

        /** Copies the kinds. */
        public Filter {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * What was used of an action.
     *
     * @param action the action
     * @param actor the label of who it counts for
     * @param times how many operations
     * @param quotaUnits units that the plan paid for
     * @param allowanceUnits units that were free
     * @param credits credits that were paid, refunds subtracted
     */
    record Use(Action action, String actor, long times, long quotaUnits, long allowanceUnits, long credits) {}

    /**
     * The wallet as it is stored, on the state of the store that the transaction reads.
     *
     * @return the wallet; empty when there is no such team
     */
    Optional<Wallet> find();

    /**
     * The sums that are kept beside the wallet's lots, for figures over all wallets.
     *
     * @param posted what all lots hold
     * @param held what open holds have set aside of it
     */
    record Sums(long posted, long held) {}

    /**
     * The sums as they are stored.
     *
     * @return the sums; empty when there is no such team
     */
    Optional<Sums> findSums();

    /**
     * Lists operations that moved something, the newest first.
     *
     * @param filter which
     * @param page which page
     * @return the operations
     */
    Page<Operation> list(Filter filter, PageRequest page);

    /**
     * Finds an operation.
     *
     * @param id its id
     * @return the operation; empty when there is none
     */
    Optional<Operation> find(UUID id);

    /**
     * The credits that lots were born with, whatever is left of them.
     *
     * @param sources of which lots
     * @return by source; without those that were never granted
     */
    Map<String, Long> granted(Set<String> sources);

    /**
     * Adds up what was used in a time, from what was booked as usage.
     *
     * @param from the beginning
     * @param to the end, exclusive
     * @return one line for each action and actor, ordered by both
     */
    List<Use> uses(Instant from, Instant to);

    /**
     * Which rights are open.
     *
     * @param action the action that opens them
     * @param targets the targets asked for
     * @param now the time
     * @return those that are open
     */
    List<Access> findOpen(Action action, Collection<String> targets, Instant now);

    /**
     * Lists what was opened for good or is open now, the newest first.
     *
     * @param actions the actions that open
     * @param now the time
     * @param page which page
     * @return the rights
     */
    Page<Access> listOpen(Set<Action> actions, Instant now, PageRequest page);
}
