package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where profiles and their latest posts are fetched. Never throws because of what it is answered. Safe for use by many threads. Not to be
 * used inside a transaction.
 */
public interface CreatorSource {

    /**
     * What the source is called in the provenance of facts.
     *
     * @return such as {@code decodo}
     */
    String name();

    /**
     * The platforms it knows.
     *
     * @return empty when no source is configured
     */
    Set<Platform> platforms();

    /**
     * Whether it answers at present.
     *
     * @return false while it failed several times in a row and is not asked
     */
    boolean isUp();

    /**
     * Fetches a profile.
     *
     * @param handle of one of {@link #platforms()}
     * @param within how long the caller waits; all attempts together end by then
     * @return the profile, or why there is none
     */
    Answer fetch(Handle handle, Duration within);

    /** What came of asking. */
    sealed interface Answer {
        /**
         * A profile.
         *
         * @param profile as far as the answer could be read
         */
        record Found(Profile profile) implements Answer {}

        /** There is no such account. */
        record Unknown() implements Answer {}

        /**
         * No answer, or none that could be used; nothing is known about the account.
         *
         * @param reason why
         * @param detail for people; without keys and without the answer's text
         * @param retryAfter when asking again may help, at least a second
         */
        record Unavailable(Reason reason, String detail, Duration retryAfter) implements Answer {}
    }

    /** Why a source gave nothing. */
    enum Reason implements Coded {
        /** No source is configured for the platform. */
        NOT_CONFIGURED,
        /** It failed several times in a row and is not asked for a while. */
        BREAKER_OPEN,
        /** It did not answer in time. */
        TIMEOUT,
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** A fault of its own (a status of 500 or above). */
        FAILED,
        /** It wants fewer calls (status 429). */
        RATE_LIMITED,
        /** It refuses the call: key, account or request. */
        REJECTED,
        /** It answered something that is no profile. */
        UNUSABLE_ANSWER,
        /** Too many calls to it are under way. */
        BUSY;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A profile as a source shows it.
     *
     * @param handle platform and name as the source writes it
     * @param facts what it says, each {@link io.tastemaker.domain.shared.Observed.Kind#MEASURED} from this source
     * @param posts the latest posts it shows, with distinct keys, in its order
     * @param related other accounts it names as similar
     * @param observedAt when
     * @param faults what of the answer could not be read and was left out, for people; without the answer's text
     */
    record Profile(Handle handle, Facts facts, List<PostDraft> posts, List<SourceState.RelatedAccount> related, Instant observedAt, List<String> faults) {
        /** Copies the lists. */
        public Profile {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(facts, "facts");
            Objects.requireNonNull(observedAt, "observedAt");
            posts = List.copyOf(posts);
            related = List.copyOf(related);
            faults = List.copyOf(faults);
        }
    }
}
