package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A fingerprint of all ledgers at one moment. Whoever can rewrite the whole store can rewrite a chain of hashes as well; what was written
 * down elsewhere before shows it. Anchors are a chain of their own.
 *
 * @param number 1 for the first
 * @param at when it was taken
 * @param marks where each ledger ended, by team
 * @param previous the hash of the anchor before; 64 zeros in the first
 * @param hash the SHA-256 over all of the above
 */
public record LedgerAnchor(long number, Instant at, List<Mark> marks, String previous, String hash) {

    /** What stands before the first anchor. */
    public static final String FIRST = "0".repeat(64);

    /** Copies the marks and checks that nothing is missing. */
    public LedgerAnchor {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(hash, "hash");
        marks = List.copyOf(marks);
    }

    /**
     * Where a ledger ended.
     *
     * @param team whose
     * @param seq the number of its last entry
     * @param head that entry's hash
     */
    public record Mark(TeamId team, long seq, String head) {}

    /**
     * Takes an anchor.
     *
     * @param number its number
     * @param at when
     * @param marks where each ledger ends, in any order
     * @param previous the hash of the anchor before, or {@link #FIRST}
     * @return the anchor
     */
    public static LedgerAnchor of(long number, Instant at, List<Mark> marks, String previous) {
        List<Mark> sorted = marks.stream().sorted(Comparator.comparing(mark -> mark.team().value())).toList();
        LedgerAnchor open = new LedgerAnchor(number, at, sorted, previous, "");
        return new LedgerAnchor(number, at, sorted, previous, open.computed());
    }

    /**
     * Whether it is as it was taken.
     *
     * @return false when anything in it was changed
     */
    public boolean isWhole() {
        return hash.equals(computed());
    }

    private String computed() {
        Digest digest = new Digest().add(previous).add(number).add(at);
        for (Mark mark : marks) {
            digest.add(mark.team().value()).add(mark.seq()).add(mark.head());
        }
        return digest.hex();
    }
}
