package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.wallets.LedgerVerdict;
import java.util.Optional;

/**
 * What the verification of a ledger found.
 *
 * @param whole whether all is as it was written, and the wallet what its ledger says
 * @param entries how many entries
 * @param brokenAt the first entry that is not as it was written
 * @param flaw what is wrong with it
 * @param difference in what the wallet is not what its ledger says
 */
record LedgerVerdictJson(
        @About("Whether every entry is as it was written, none is missing, and the wallet holds what they say") boolean whole,
        @About("How many entries there are, when it is whole") Optional<Long> entries,
        @About("The number of the first entry that is not as it was written") Optional<Long> brokenAt,
        @About("altered, removed, added or rewritten") Optional<String> flaw,
        @About("In what the wallet is not what its whole ledger says") Optional<DifferenceJson> difference) {

    /**
     * A difference between ledger and wallet.
     *
     * @param what in what they differ
     * @param replayed what the ledger says
     * @param stored what the wallet says
     */
    record DifferenceJson(String what, @About("What the ledger says") String replayed, @About("What the wallet says") String stored) {}

    static LedgerVerdictJson of(LedgerVerdict verdict) {
        return switch (verdict) {
            case LedgerVerdict.Whole(long entries) ->
                new LedgerVerdictJson(true, Optional.of(entries), Optional.empty(), Optional.empty(), Optional.empty());
            case LedgerVerdict.Broken(long seq, LedgerVerdict.Flaw flaw) ->
                new LedgerVerdictJson(false, Optional.empty(), Optional.of(seq), Optional.of(flaw.code()), Optional.empty());
            case LedgerVerdict.Unbalanced(String what, String replayed, String stored) -> new LedgerVerdictJson(false, Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.of(new DifferenceJson(what, replayed, stored)));
        };
    }
}
