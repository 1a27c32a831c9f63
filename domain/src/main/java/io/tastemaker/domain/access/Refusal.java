package io.tastemaker.domain.access;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;

/**
 * A refusal that holds everywhere, whatever the use case. What one use case decides on its own is an outcome of that use case instead.
 */
public abstract sealed class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** No credential, or one that is unknown, revoked or expired: answered 401. */
    public static final class Unauthenticated extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Says nothing about which it was. */
        public Unauthenticated() {
            super("no valid credential");
        }
    }

    /** The actor is known and may not do this: answered 403. */
    public static final class Forbidden extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** What the policy said; gone after serialization, which nothing here does. */
        private final transient AccessPolicy.Decision.Denied denied;

        /**
         * Refuses.
         *
         * @param denied what the policy said
         */
        public Forbidden(AccessPolicy.Decision.Denied denied) {
            super("not allowed: " + denied.permission());
            this.denied = denied;
        }

        /**
         * What the policy said.
         *
         * @return the permission asked for and what would allow it
         */
        public AccessPolicy.Decision.Denied denied() {
            return denied;
        }
    }

    /** There is no such thing, or it is another team's, which is the same to the caller: answered 404. */
    public static final class NotFound extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Says nothing about what was looked for, so that all these answers are equal. */
        public NotFound() {
            super("not found");
        }
    }

    /** The caller's version is not the current one: answered 412. */
    public static final class StaleVersion extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** The version as it is now. */
        private final long current;

        /**
         * Refuses.
         *
         * @param current the version as it is now
         */
        public StaleVersion(long current) {
            super("the current version is " + current);
            this.current = current;
        }

        /**
         * The version as it is now.
         *
         * @return at least 1
         */
        public long current() {
            return current;
        }
    }

    /** Too many calls: answered 429. */
    public static final class RateLimited extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** When trying again makes sense. */
        private final Duration retryAfter;

        /**
         * Refuses.
         *
         * @param retryAfter when trying again makes sense
         */
        public RateLimited(Duration retryAfter) {
            super("too many calls");
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * When trying again makes sense.
         *
         * @return a positive time
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Something this program depends on is down; nothing was done: answered 503. */
    public static final class Unavailable extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** What is down. */
        private final String dependency;
        /** When trying again makes sense. */
        private final Duration retryAfter;

        /**
         * Refuses.
         *
         * @param dependency what is down, such as {@code database}
         * @param retryAfter when trying again makes sense
         */
        public Unavailable(String dependency, Duration retryAfter) {
            super(dependency + " is unavailable");
            this.dependency = Objects.requireNonNull(dependency, "dependency");
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * What is down.
         *
         * @return such as {@code database}
         */
        public String dependency() {
            return dependency;
        }

        /**
         * When trying again makes sense.
         *
         * @return a positive time
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Proposals are closed to the team, whatever its plan, until an operator opens them: answered 403. */
    public static final class ProposalsLocked extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** There is nothing more to say. */
        public ProposalsLocked() {
            super("proposals are locked");
        }
    }

    /** A part of the program needs settings that nobody gave. */
    public static final class NotConfigured extends Refusal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Which part. */
        private final String part;

        /**
         * Refuses.
         *
         * @param part which part, such as {@code billing}
         */
        public NotConfigured(String part) {
            super(part + " is not configured");
            this.part = Objects.requireNonNull(part, "part");
        }

        /**
         * The part.
         *
         * @return such as {@code billing}
         */
        public String part() {
            return part;
        }
    }
}
