package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** Why not the chosen analyst, but another one answered. */
public enum FallbackReason implements Coded {
    /** It failed several times in a row and is not asked for a while. */
    BREAKER_OPEN,
    /** It did not answer in time. */
    TIMEOUT,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** It answered with a fault of its own (a status of 500 or above). */
    FAILED,
    /** It wants fewer calls (status 429). */
    RATE_LIMITED,
    /** It refuses the call: key, model or request (another status from 300 to 499). */
    REJECTED,
    /** It answered something that is no answer: HTML, broken JSON, an unknown label, a number that is none. */
    UNUSABLE_ANSWER,
    /** Too many calls to it are under way. */
    BUSY,
    /** The caller had no time left to ask it. */
    NO_TIME_LEFT;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
