package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What concerns the wallets of all teams. Each method is a step of its own. */
public interface AllWallets {

    /**
     * The owners of wallets, in the order of their ids.
     *
     * @param after the id behind which they begin; empty for the first
     * @param limit how many, at least 1
     * @return up to so many
     */
    List<TeamId> list(Optional<TeamId> after, int limit);

    /**
     * Wallets in which something has ended that nobody has booked.
     *
     * @param now the time
     * @param limit how many, at least 1
     * @return up to so many, those that have waited longest first
     */
    List<TeamId> listDue(Instant now, int limit);

    /**
     * Figures over all wallets.
     *
     * @param wallets how many there are
     * @param posted credits in them
     * @param held credits that are set aside
     * @param debt credits owed
     * @param holds open holds
     * @param overdue open holds whose time is up
     * @param entries ledger entries
     * @param granted credits that were granted since the beginning
     * @param spent credits that were spent since the beginning, refunds subtracted
     * @param expired credits that were lost
     * @param uncollected credits of work that was done and not paid
     */
    record Stats(long wallets, long posted, long held, long debt, long holds, long overdue, long entries, long granted, long spent,
            long expired, long uncollected) {}

    /**
     * Adds up everything, on one state of the store.
     *
     * @param now the time
     * @return the figures
     */
    Stats stats(Instant now);

    /**
     * Where every ledger ends, on one state of the store.
     *
     * @return one mark for each wallet that has an entry
     */
    List<LedgerAnchor.Mark> listMarks();

    /**
     * The last anchor.
     *
     * @return number, time and hash, without its marks; empty before the first
     */
    Optional<LedgerAnchor> findLastAnchor();

    /**
     * Keeps an anchor.
     *
     * @param anchor the anchor
     * @return whether it is the next one; if not, nothing is kept
     */
    boolean add(LedgerAnchor anchor);
}
