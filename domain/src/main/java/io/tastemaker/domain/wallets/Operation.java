package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that was done with a wallet, or refused for good: what the API calls a transaction. Its entries are those numbered from
 * {@code lastSeq - entries + 1} to {@code lastSeq}.
 *
 * @param id follows from wallet and key
 * @param key names it
 * @param kind what it was
 * @param command what was asked, in canonical form
 * @param action the action it was about
 * @param units how many units were used or set aside
 * @param credits by how much it changed what the team owns, debts subtracted; negative for a use
 * @param balance what is free in all lots afterwards, those that begin later included and a debt not subtracted
 * @param actor the label of who asked
 * @param target what it was about, such as a creator
 * @param about what it reverses or settles: the id of an operation, or the source of a lot
 * @param at when
 * @param lastSeq the number of the wallet's last entry afterwards
 * @param entries how many entries it has
 * @param note why, in words; they stand outside of the chain
 * @param answer what was answered
 */
public record Operation(
        UUID id,
        OperationKey key,
        Kind kind,
        String command,
        Optional<Action> action,
        long units,
        long credits,
        long balance,
        String actor,
        Optional<String> target,
        Optional<String> about,
        Instant at,
        long lastSeq,
        int entries,
        Optional<String> note,
        WalletAnswer.Lasting answer) {

    /** Checks that nothing is missing. */
    public Operation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(answer, "answer");
    }

    /** What was done. */
    public enum Kind implements Coded {
        /** Used and paid at once. */
        SPEND,
        /** Set aside. */
        RESERVE,
        /** What was set aside was used. */
        COMMIT,
        /** What was set aside was given back. */
        RELEASE,
        /** Credits were given. */
        GRANT,
        /** What was left of the plan's credits moved into the next period. */
        ROLLOVER,
        /** A lot or a hold came to its end. */
        EXPIRY,
        /** A use was reversed. */
        REFUND,
        /** Bought credits were taken back. */
        CLAWBACK,
        /** An operator took credits. */
        DEDUCTION,
        /** The plan was changed. */
        PLAN_CHANGE,
        /** It was refused for good, and nothing moved. */
        REFUSAL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
