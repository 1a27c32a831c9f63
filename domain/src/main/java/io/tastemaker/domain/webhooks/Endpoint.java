package io.tastemaker.domain.webhooks;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An address of a team that events are sent to. Its secrets are kept beside it, sealed; they are no part of what is shown.
 *
 * @param id which endpoint
 * @param team whose events are sent
 * @param version counts the changes that people make, from 1
 * @param aim what is sent where
 * @param state whether anything is sent
 * @param streak how often it failed in a row
 * @param oldSecretUntil until when the secret before the last rotation signs too; empty when there is none
 * @param createdAt when it was made
 */
public record Endpoint(
        EndpointId id,
        TeamId team,
        long version,
        Aim aim,
        State state,
        Streak streak,
        Optional<Instant> oldSecretUntil,
        Instant createdAt) {

    /** The most endpoints of a team: each event is sent to each of them that listens. */
    public static final int MOST_OF_A_TEAM = 20;

    /** The longest time for which two secrets sign. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** The longest URL, as the guard of outgoing calls reads them. */
    public static final int LONGEST_URL = 2_048;

    /** The longest description. */
    public static final int LONGEST_DESCRIPTION = 200;

    private static final int FAILURES_OF_THE_DEAD = 50;
    private static final Duration TIME_OF_THE_DEAD = Duration.ofHours(24);

    /**
     * What is sent where.
     *
     * @param url an HTTPS URL of up to 2,048 characters; whether it may be called is asked elsewhere
     * @param description what it is for, up to 200 characters
     * @param kinds what it listens to; empty for everything
     * @param walletLowBelow it is told once whenever the free credits of the team fall below this; empty for never
     */
    public record Aim(String url, String description, Set<Event.Kind> kinds, OptionalLong walletLowBelow) {
        /**
         * Copies the kinds and checks the lengths.
         *
         * @throws IllegalArgumentException when a text is too long, the threshold is not positive, or a kind is only ever sent on request
         */
        public Aim {
            kinds = Set.copyOf(kinds);
            if (url.isEmpty() || url.length() > LONGEST_URL || Characters.count(description) > LONGEST_DESCRIPTION) {
                throw new IllegalArgumentException("a URL has 1 to " + LONGEST_URL + " characters, a description up to " + LONGEST_DESCRIPTION);
            }
            if (walletLowBelow.isPresent() && walletLowBelow.getAsLong() < 1) {
                throw new IllegalArgumentException("a threshold is at least 1 credit");
            }
            if (kinds.contains(Event.Kind.WEBHOOK_PING)) {
                throw new IllegalArgumentException("a ping is sent to whoever asks for it");
            }
        }

        /** Leaves the URL out: people put secrets into them. */
        @Override
        public String toString() {
            return "Aim[" + kinds + "]";
        }
    }

    /** Whether anything is sent. */
    public sealed interface State {
        /** Events are sent as they happen. */
        record Enabled() implements State {}

        /**
         * Nothing is sent, and nothing that happens is kept to be sent later.
         *
         * @param reason why
         * @param at since when
         */
        record Disabled(Reason reason, Instant at) implements State {
            /** Checks that nothing is missing. */
            public Disabled {
                Objects.requireNonNull(reason, "reason");
                Objects.requireNonNull(at, "at");
            }
        }
    }

    /** Why nothing is sent. */
    public enum Reason implements Coded {
        /** Somebody of the team wanted it so. */
        BY_TEAM,
        /** It failed too often for too long. */
        FAILING,
        /** It answered 410: what stood there is gone for good. */
        GONE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How often it failed since it last took something.
     *
     * @param failures 0 or more
     * @param since when it failed first of these; empty for none
     */
    public record Streak(int failures, Optional<Instant> since) {
        /** It took what it was sent last, or was never sent anything. */
        public static final Streak NONE = new Streak(0, Optional.empty());

        /** From so many failures on an endpoint is asked by one call at a time, with pauses, until it takes one. */
        public static final int SUSPECT = 5;

        private static final Duration LONGEST_QUIET = Duration.ofSeconds(10);
        private static final int MOST_DOUBLINGS = 4;

        /** Checks that both say the same. */
        public Streak {
            if (failures < 0 || (failures == 0) == since.isPresent()) {
                throw new IllegalArgumentException("failures have a beginning: " + failures);
            }
        }

        /**
         * For how long an endpoint that fails is left alone: 1 s after 5 failures, twice as long after each further one, 10 s at most.
         * So one that hangs costs a call now and then, what waits for it does not use up its attempts meanwhile, and one that is well again, or
         * refuses but a few events, has all that it takes soon.
         *
         * @param failures how often it failed in a row
         * @return no time at all up to 4 failures
         */
        public static Duration quiet(int failures) {
            if (failures < SUSPECT) {
                return Duration.ZERO;
            }
            Duration quiet = Duration.ofSeconds(1L << Math.min(failures - SUSPECT, MOST_DOUBLINGS));
            return quiet.compareTo(LONGEST_QUIET) < 0 ? quiet : LONGEST_QUIET;
        }

        /**
         * Whether nobody is to be expected there any more: at least 50 failures in a row, over at least 24 hours. Either alone would
         * give up a busy endpoint after a short fault, or a quiet one after a single one.
         *
         * @param now the time
         * @return true when it is to be disabled
         */
        public boolean isDead(Instant now) {
            return failures >= FAILURES_OF_THE_DEAD && since.map(begin -> !now.isBefore(begin.plus(TIME_OF_THE_DEAD))).orElse(false);
        }
    }

    /** Checks that nothing is missing. */
    public Endpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(aim, "aim");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(streak, "streak");
        Objects.requireNonNull(oldSecretUntil, "oldSecretUntil");
        Objects.requireNonNull(createdAt, "createdAt");
        if (version < 1) {
            throw new IllegalArgumentException("a version is at least 1");
        }
    }

    /**
     * A new endpoint that listens.
     *
     * @param id which
     * @param team whose
     * @param aim what is sent where
     * @param now the time
     * @return version 1
     */
    public static Endpoint begin(EndpointId id, TeamId team, Aim aim, Instant now) {
        return new Endpoint(id, team, 1, aim, new State.Enabled(), Streak.NONE, Optional.empty(), now);
    }

    /**
     * Whether events are sent.
     *
     * @return true when it is enabled
     */
    public boolean isEnabled() {
        return state instanceof State.Enabled;
    }

    /**
     * The endpoint as somebody wants it. Who enables one that was disabled, or sends it elsewhere, gets a fresh count of failures.
     *
     * @param wanted what is sent where
     * @param enabled whether anything is sent
     * @param now the time
     * @return the next version
     */
    public Endpoint changed(Aim wanted, boolean enabled, Instant now) {
        State next = enabled ? new State.Enabled() : isEnabled() ? new State.Disabled(Reason.BY_TEAM, now) : state;
        boolean fresh = enabled && (!isEnabled() || !wanted.url().equals(aim.url()));
        return new Endpoint(id, team, version + 1, wanted, next, fresh ? Streak.NONE : streak, oldSecretUntil, createdAt);
    }

    /**
     * The endpoint as the program gives it up.
     *
     * @param reason why
     * @param now the time
     * @return the next version
     */
    public Endpoint disabled(Reason reason, Instant now) {
        return new Endpoint(id, team, version + 1, aim, new State.Disabled(reason, now), streak, oldSecretUntil, createdAt);
    }

    /**
     * The endpoint with a new secret, while the one before signs on for a while.
     *
     * @param overlap 0 to 7 days
     * @param now the time
     * @return the next version
     * @throws IllegalArgumentException when the overlap is longer or negative
     */
    public Endpoint rotated(Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("two secrets sign for at most " + LONGEST_OVERLAP);
        }
        return new Endpoint(id, team, version + 1, aim, state, streak, overlap.isZero() ? Optional.empty() : Optional.of(now.plus(overlap)),
                createdAt);
    }

    /**
     * What the audit log shows of it.
     *
     * @return the traits
     */
    public Traits traits() {
        Traits traits = Traits.NONE.withheld("url", aim.url()).withheld("description", aim.description()).with("kinds", aim.kinds())
                .with("wallet_low_below", aim.walletLowBelow().isPresent() ? aim.walletLowBelow().getAsLong() : Optional.empty())
                .with("old_secret_until", oldSecretUntil);
        return switch (state) {
            case State.Enabled enabled -> traits.with("state", "enabled");
            case State.Disabled(Reason reason, Instant at) -> traits.with("state", "disabled").with("reason", reason);
        };
    }
}
