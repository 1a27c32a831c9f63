package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a creator was last fetched from a source, and how it went since.
 *
 * @param owner whose record the creator is
 * @param creator the creator
 * @param source the source, such as {@code decodo}
 * @param fetchedAt when it was last fetched; empty when it never was
 * @param wantedAt when somebody last asked for it
 * @param failure why the last attempt failed; empty when it did not
 * @param related accounts that the source names as similar
 */
public record SourceState(TeamId owner, CreatorId creator, String source, Optional<Instant> fetchedAt, Instant wantedAt,
        Optional<Failure> failure, List<RelatedAccount> related) {

    /** How long a fetched profile is taken for what the source would show now. */
    public static final Duration PROFILE_LIFETIME = Duration.ofHours(24);

    /** How long fetched posts are. */
    public static final Duration POSTS_LIFETIME = Duration.ofHours(12);

    private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);

    /** Copies the list, checks that nothing is missing, and cuts the times to microseconds, as they are kept. */
    public SourceState {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(source, "source");
        fetchedAt = fetchedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        wantedAt = wantedAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(failure, "failure");
        related = List.copyOf(related);
    }

    /**
     * An attempt that gave nothing.
     *
     * @param reason why, as a code
     * @param detail for people
     * @param at when
     * @param retryAt when to ask again, at the earliest
     */
    public record Failure(String reason, String detail, Instant at, Instant retryAt) {
        /** Checks that nothing is missing, and cuts the times to microseconds, as they are kept. */
        public Failure {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            at = at.truncatedTo(ChronoUnit.MICROS);
            retryAt = retryAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * An account that a source names as similar.
     *
     * @param handle platform and name
     * @param name the display name, where it is given
     */
    public record RelatedAccount(Handle handle, Optional<String> name) {
        /** Checks that nothing is missing. */
        public RelatedAccount {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Whether what was fetched still stands.
     *
     * @param lifetime how long it does
     * @param now the time
     * @return false when it was never fetched, or too long ago
     */
    public boolean isFresh(Duration lifetime, Instant now) {
        return fetchedAt.map(at -> at.plus(lifetime).isAfter(now)).orElse(false);
    }

    /**
     * Whether there is any use in asking the source now.
     *
     * @param now the time
     * @return false when it failed lately, and wants to be left alone until later
     */
    public boolean mayBeAsked(Instant now) {
        return failure.map(last -> !last.retryAt().isAfter(now)).orElse(true);
    }

    /**
     * Asked for again.
     *
     * @param now the time
     * @return the state with this
     */
    public SourceState wanted(Instant now) {
        return new SourceState(owner, creator, source, fetchedAt, now, failure, related);
    }

    /**
     * Fetched.
     *
     * @param at when
     * @param accounts whom the source names as similar
     * @return the state with this, without a failure
     */
    public SourceState fetched(Instant at, List<RelatedAccount> accounts) {
        return new SourceState(owner, creator, source, Optional.of(at), wantedAt, Optional.empty(), accounts);
    }

    /**
     * How long to leave a creator alone after another failure: twice as long as after the one before, and at least as long as the source asks,
     * so that accounts that are never shown do not keep the others from being fetched.
     *
     * @param asked what the source asks for
     * @return at most {@link #PROFILE_LIFETIME}, unless the source asks for more
     */
    public Duration pause(Duration asked) {
        Duration twice = failure.map(last -> Duration.between(last.at(), last.retryAt()).multipliedBy(2)).orElse(LEAST_PAUSE);
        Duration bounded = twice.compareTo(PROFILE_LIFETIME) > 0 ? PROFILE_LIFETIME : twice;
        return bounded.compareTo(asked) > 0 ? bounded : asked;
    }

    /**
     * Not fetched.
     *
     * @param what why not
     * @return the state with this
     */
    public SourceState failed(Failure what) {
        return new SourceState(owner, creator, source, fetchedAt, wantedAt, Optional.of(what), related);
    }
}
