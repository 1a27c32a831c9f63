package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One movement from one account to another. Since a row has both sides, an unbalanced operation cannot even be written. Each entry carries
 * the hash of the one before in its own, so that the entries of a wallet are a chain.
 *
 * @param team the wallet's owner
 * @param seq 1 for the first entry of the wallet, one more with every entry
 * @param operation the operation it belongs to
 * @param at when it was booked, in microseconds
 * @param from the account that has less afterwards
 * @param to the account that has more afterwards
 * @param unit {@link #CREDIT}, or the code of the action whose units are moved
 * @param amount how much, at least 1
 * @param lot the source of the lot whose credits are moved
 * @param period the start of the period in which it counts
 * @param actor the opaque label of who it counts for; no name, address or free text, so that erasing a person never breaks the chain
 * @param rule the pricing rule that was pinned, such as {@code creator_unlock@1}
 * @param hash the SHA-256 over all of the above and the hash of the entry before, 64 hexadecimal digits
 */
public record LedgerEntry(
        TeamId team,
        long seq,
        UUID operation,
        Instant at,
        Account from,
        Account to,
        String unit,
        long amount,
        Optional<String> lot,
        Optional<Instant> period,
        String actor,
        Optional<String> rule,
        String hash) {

    /** The unit of credits. */
    public static final String CREDIT = "credit";

    /** The version of the form that is hashed. */
    private static final long FORM = 1;

    /** Checks that nothing is missing. */
    public LedgerEntry {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(lot, "lot");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Where the chain of a wallet begins.
     *
     * @param team the wallet's owner
     * @return the hash that stands before the first entry; another for every wallet
     */
    public static String genesis(TeamId team) {
        return new Digest().add("tastemaker wallet").add(team.value()).hex();
    }

    /**
     * Whether this is what was written behind a hash.
     *
     * @param previous the hash of the entry before
     * @return false when anything in it was changed, or it stands in another's place
     */
    public boolean follows(String previous) {
        return hash.equals(hashBehind(previous));
    }

    /** The same entry with the hash that it has behind another one. */
    LedgerEntry chainedTo(String previous) {
        return new LedgerEntry(team, seq, operation, at, from, to, unit, amount, lot, period, actor, rule, hashBehind(previous));
    }

    boolean isCredit() {
        return unit.equals(CREDIT);
    }

    private String hashBehind(String previous) {
        return new Digest().add(previous).add(FORM).add(team.value()).add(seq).add(operation).add(at).add(from.name()).add(to.name())
                .add(unit).add(amount).addText(lot).addTime(period).add(actor).addText(rule).hex();
    }
}
