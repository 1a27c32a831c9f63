package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a wallet's ledger is as it was written, and the wallet what its ledger says. */
public sealed interface LedgerVerdict {

    /** How many entries are looked at together. */
    int PAGE = 1_000;

    /**
     * Every entry is as it was written, none is missing, and the wallet holds what they say.
     *
     * @param entries how many there are
     */
    record Whole(long entries) implements LedgerVerdict {}

    /**
     * Somebody went around the program.
     *
     * @param seq the first entry that is not as it was written
     * @param flaw what is wrong with it
     */
    record Broken(long seq, Flaw flaw) implements LedgerVerdict {}

    /**
     * The entries are a whole chain, but the wallet holds something else, its holds do not fit its lots and counters, or an entry says what
     * none can say: whoever rewrites a ledger can compute its hashes, too.
     *
     * @param what in what it differs, such as {@code lot pi:1} or {@code holds on lot pi:1}
     * @param replayed what the entries say; about holds, what lots and counters say
     * @param stored what the wallet says; about holds, what they say themselves
     */
    record Unbalanced(String what, String replayed, String stored) implements LedgerVerdict {}

    /** What can be wrong with an entry. */
    enum Flaw implements Coded {
        /**
         * It does not have the hash that its content has in this place, or says what no entry says: it was edited, inserted, or stands
         * where another stood.
         */
        ALTERED,
        /** It is gone. */
        REMOVED,
        /** It stands behind the end that the wallet remembers. */
        ADDED,
        /** It is not what an anchor says it was. */
        REWRITTEN;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The entries of one wallet. */
    @FunctionalInterface
    interface Entries {

        /**
         * The next entries.
         *
         * @param seq the number behind which they begin
         * @param limit how many, at least 1
         * @return up to so many, in the order of their numbers
         */
        List<LedgerEntry> after(long seq, int limit);
    }

    /**
     * Goes along a chain from its first entry, computes every hash anew and replays every movement; holds no more than a page in memory.
     *
     * @param wallet the wallet as it is stored
     * @param entries its ledger
     * @param anchor where an anchor saw the chain; empty when there is none
     * @return that it is whole, or the first thing that is not
     */
    static LedgerVerdict of(Wallet wallet, Entries entries, Optional<LedgerAnchor.Mark> anchor) {
        LedgerReplay replay = new LedgerReplay();
        String head = LedgerEntry.genesis(wallet.team());
        long seq = 0;
        List<LedgerEntry> page = entries.after(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (LedgerEntry entry : page) {
                if (entry.seq() > wallet.seq() && seq == wallet.seq()) {
                    return new Broken(entry.seq(), Flaw.ADDED);
                }
                if (entry.seq() > seq + 1) {
                    return new Broken(seq + 1, Flaw.REMOVED);
                }
                if (entry.seq() <= seq || entry.amount() < 1 || !entry.team().equals(wallet.team()) || !entry.follows(head)) {
                    return new Broken(entry.seq(), Flaw.ALTERED);
                }
                seq = entry.seq();
                head = entry.hash();
                if (anchor.isPresent() && anchor.get().seq() == seq && !anchor.get().head().equals(head)) {
                    return new Broken(seq, Flaw.REWRITTEN);
                }
                replay.add(entry);
            }
            page = entries.after(seq, PAGE);
        }
        if (seq < wallet.seq() || anchor.isPresent() && seq < anchor.get().seq()) {
            return new Broken(seq + 1, Flaw.REMOVED);
        }
        if (!head.equals(wallet.head())) {
            return new Broken(seq, Flaw.ALTERED);
        }
        Optional<Unbalanced> difference = replay.against(wallet);
        return difference.isPresent() ? difference.get() : new Whole(seq);
    }
}
