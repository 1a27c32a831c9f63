package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What can be asked of a wallet. Under one key only one thing is ever done; a repeat is answered as the first was. */
public sealed interface WalletCommand {

    /** The most credits of one grant or deduction; a wallet holds at most a thousand times as many. */
    long MOST_CREDITS = 1_000_000_000_000_000L;

    /**
     * Names what is asked.
     *
     * @return the key
     */
    OperationKey key();

    /**
     * Who asks.
     *
     * @return the label of an actor
     */
    String actor();

    /**
     * What is asked, in one canonical form: two commands under one key are the same if their texts are. The notice does not count: it says
     * when something was said, not what, so that whoever says the same again under one key is answered as before.
     *
     * @return the text, without key, notice and actor
     */
    String text();

    /**
     * When it was said, as whoever keeps the team's account counts: they may speak with several voices, of which a slow one comes late
     * with what was so before. What follows from a notice that is older than one the wallet has heeded changes nothing any more.
     *
     * @return counts the notices of whoever keeps the account; empty when somebody acts by hand, and where order does not matter
     */
    default OptionalLong notice() {
        return OptionalLong.empty();
    }

    /**
     * Uses something at once: for work that cannot fail afterwards.
     *
     * @param key names the request
     * @param spend what is used
     */
    record Charge(OperationKey key, Spend spend) implements WalletCommand {
        /** Checks that nothing is missing. */
        public Charge {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(spend, "spend");
        }

        @Override
        public String actor() {
            return spend.actor();
        }

        @Override
        public String text() {
            return "charge " + spend.text();
        }
    }

    /**
     * Sets something aside until the work is done.
     *
     * @param key names the request, and the hold that comes of it
     * @param spend what is set aside
     * @param ttl when the hold lapses by itself, at most {@link #MOST_TTL}
     */
    record Reserve(OperationKey key, Spend spend, Duration ttl) implements WalletCommand {

        /** No hold lives longer. */
        public static final Duration MOST_TTL = Duration.ofHours(24);

        /** What a hold gets when nobody says more: 15 minutes. */
        public static final Duration USUAL_TTL = Duration.ofMinutes(15);

        /** Checks the time. */
        public Reserve {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(spend, "spend");
            if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(MOST_TTL) > 0) {
                throw new IllegalArgumentException("a hold lasts longer than nothing and at most 24 hours: " + ttl);
            }
            if (spend.target().isPresent()) {
                throw new IllegalArgumentException("only a charge opens something");
            }
        }

        @Override
        public String actor() {
            return spend.actor();
        }

        @Override
        public String text() {
            return "reserve " + spend.text() + " for " + ttl;
        }
    }

    /**
     * Uses what was set aside, or a part of it; the rest goes back. After the hold has lapsed it charges anew under the pinned price, or
     * books what cannot be paid as uncollected.
     *
     * @param reserved the key of the hold
     * @param units how many units were used, 0 to what was reserved
     * @param actor who says so
     */
    record Commit(OperationKey reserved, long units, String actor) implements WalletCommand {
        /** Checks that nothing is negative. */
        public Commit {
            Objects.requireNonNull(reserved, "reserved");
            Objects.requireNonNull(actor, "actor");
            if (units < 0) {
                throw new IllegalArgumentException("no negative units: " + units);
            }
        }

        @Override
        public OperationKey key() {
            return OperationKey.settling(reserved);
        }

        @Override
        public String text() {
            return "commit " + units;
        }
    }

    /**
     * Gives back all that was set aside.
     *
     * @param reserved the key of the hold
     * @param actor who says so
     */
    record Release(OperationKey reserved, String actor) implements WalletCommand {
        /** Checks that nothing is missing. */
        public Release {
            Objects.requireNonNull(reserved, "reserved");
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public OperationKey key() {
            return OperationKey.settling(reserved);
        }

        @Override
        public String text() {
            return "release";
        }
    }

    /**
     * Gives credits. What is paid for pays the wallet's debt first; presents are refused while there is one.
     *
     * @param key names the request; its own key unless somebody asks by hand, since a source is granted once in any case
     * @param source why, such as {@code pi:<payment>}, 1 to 255 characters; granted once for ever. Those that begin with
     *     {@code daily:}, {@code free:}, {@code roll:}, {@code refund:} or {@code back:} are the wallet's own
     * @param kind what is given
     * @param credits how many, 1 to {@link #MOST_CREDITS}
     * @param scope the actions they pay for; empty for all
     * @param effectiveAt from when on, cut to microseconds; empty for at once
     * @param expiresAt until when, exclusive, cut to microseconds; empty for ever
     * @param actor who gives
     * @param note why, in words; they stand outside of the chain
     */
    record Grant(
            OperationKey key,
            String source,
            LotKind kind,
            long credits,
            Set<Action> scope,
            Optional<Instant> effectiveAt,
            Optional<Instant> expiresAt,
            String actor,
            Optional<String> note) implements WalletCommand {

        private static final List<String> OWN_SOURCES = List.of("daily:", "free:", "roll:", "refund:", "back:");

        /** Checks the bounds and copies the scope. */
        public Grant {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(effectiveAt, "effectiveAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(note, "note");
            scope = Set.copyOf(scope);
            effectiveAt = effectiveAt.map(from -> from.truncatedTo(ChronoUnit.MICROS));
            expiresAt = expiresAt.map(end -> end.truncatedTo(ChronoUnit.MICROS));
            bounded(credits);
            if (source.isBlank() || source.length() > 255 || OWN_SOURCES.stream().anyMatch(source::startsWith)) {
                throw new IllegalArgumentException("a source has 1 to 255 characters and does not begin like the wallet's own: " + source);
            }
            if (effectiveAt.isPresent() && expiresAt.isPresent() && !effectiveAt.get().isBefore(expiresAt.get())) {
                throw new IllegalArgumentException("credits begin before they end: " + source);
            }
        }

        /**
         * Credits for everything, from now on, under the key of their source.
         *
         * @param source why
         * @param kind what is given
         * @param credits how many
         * @param actor who gives
         * @return the command
         */
        public static Grant of(String source, LotKind kind, long credits, String actor) {
            return new Grant(OperationKey.ofGrant(source), source, kind, credits, Set.of(), Optional.empty(), Optional.empty(), actor,
                    Optional.empty());
        }

        /**
         * The same for a time.
         *
         * @param end until when, exclusive
         * @return the command
         */
        public Grant until(Instant end) {
            return new Grant(key, source, kind, credits, scope, effectiveAt, Optional.of(end), actor, note);
        }

        @Override
        public String text() {
            return "grant " + credits + " " + kind.code() + " " + scope.stream().map(Action::code).sorted().toList()
                    + effectiveAt.map(from -> " from " + from).orElse("") + expiresAt.map(until -> " until " + until).orElse("")
                    + " as " + source;
        }
    }

    /**
     * Takes credits by hand, in burn order.
     *
     * @param key names the request
     * @param credits how many, 1 to {@link #MOST_CREDITS}
     * @param actor who takes
     * @param note why, in words; they stand outside of the chain
     */
    record Deduct(OperationKey key, long credits, String actor, Optional<String> note) implements WalletCommand {
        /** Checks the bounds. */
        public Deduct {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(note, "note");
            bounded(credits);
        }

        @Override
        public String text() {
            return "deduct " + credits;
        }
    }

    /**
     * Reverses what an operation used, along what the ledger says it took, newest first. A whole refund also gives back units of the
     * period that still runs, and closes what the operation opened.
     *
     * @param key names the request
     * @param operation what is reversed
     * @param credits how many credits; empty for all that is left
     * @param actor who refunds
     * @param note why, in words; they stand outside of the chain
     */
    record Refund(OperationKey key, UUID operation, OptionalLong credits, String actor, Optional<String> note) implements WalletCommand {
        /** Checks the bounds. */
        public Refund {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(note, "note");
            credits.ifPresent(WalletCommand::bounded);
        }

        @Override
        public String text() {
            return "refund " + operation + (credits.isPresent() ? " " + credits.getAsLong() : "");
        }
    }

    /**
     * Takes bought credits back because their price was. It names the sum that was refunded so far, so that duplicates, partial refunds
     * and any order of them end alike; a smaller sum than before, after a dispute was won, gives credits back.
     *
     * @param key names the request; one of its own for every notice
     * @param source the lot that was bought
     * @param refunded what was paid back so far, in minor units of the money, 0 to {@code paid}
     * @param paid what had been paid, in minor units, at least 1
     * @param notice counts the notices of whoever keeps the account, from 0 on; empty when somebody acts by hand
     * @param actor who says so
     */
    record Clawback(OperationKey key, String source, long refunded, long paid, OptionalLong notice, String actor) implements WalletCommand {
        /** Checks the bounds. */
        public Clawback {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(actor, "actor");
            counted(notice);
            if (paid < 1 || refunded < 0 || refunded > paid) {
                throw new IllegalArgumentException("0 to " + paid + " can be paid back of " + paid + ": " + refunded);
            }
        }

        /**
         * By hand.
         *
         * @param key names the notice
         * @param source the lot that was bought
         * @param refunded what was paid back so far, in minor units of the money
         * @param paid what had been paid, in minor units
         * @param actor who says so
         */
        public Clawback(OperationKey key, String source, long refunded, long paid, String actor) {
            this(key, source, refunded, paid, OptionalLong.empty(), actor);
        }

        @Override
        public String text() {
            return "clawback " + source + " " + refunded + "/" + paid;
        }
    }

    /**
     * Puts the wallet on a version of a plan. What was used in the period stays used.
     *
     * @param key names the request; one of its own for every notice
     * @param plan which
     * @param atPeriodEnd whether it waits for the next period, as a downgrade does
     * @param notice counts the notices of whoever keeps the account, from 0 on; empty when somebody acts by hand
     * @param actor who says so
     */
    record ChangePlan(OperationKey key, PlanId plan, boolean atPeriodEnd, OptionalLong notice, String actor) implements WalletCommand {
        /** Checks that nothing is missing. */
        public ChangePlan {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(actor, "actor");
            counted(notice);
        }

        /**
         * By hand.
         *
         * @param key names the request
         * @param plan which
         * @param atPeriodEnd whether it waits for the next period
         * @param actor who says so
         */
        public ChangePlan(OperationKey key, PlanId plan, boolean atPeriodEnd, String actor) {
            this(key, plan, atPeriodEnd, OptionalLong.empty(), actor);
        }

        @Override
        public String text() {
            return "plan " + plan + (atPeriodEnd ? " at the end of the period" : "");
        }
    }

    /**
     * Asks for nothing but what time has brought: books what has expired and opens periods. It does not count as coming on the day, so
     * that a wallet that nobody uses is not given daily credits for ever, to be booked as lost a day later.
     *
     * @param key names the request
     * @param actor who asks
     */
    record Touch(OperationKey key, String actor) implements WalletCommand {
        /** Checks that nothing is missing. */
        public Touch {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public String text() {
            return "touch";
        }
    }

    /**
     * The id of the operation that this becomes.
     *
     * @param team the wallet's owner
     * @return the id
     */
    default UUID operation(TeamId team) {
        return key().operation(team);
    }

    private static void counted(OptionalLong notice) {
        if (notice.orElse(0) < 0) {
            throw new IllegalArgumentException("notices are counted from 0 on: " + notice.getAsLong());
        }
    }

    private static void bounded(long credits) {
        if (credits < 1 || credits > MOST_CREDITS) {
            throw new IllegalArgumentException("1 to " + MOST_CREDITS + " credits: " + credits);
        }
    }
}
