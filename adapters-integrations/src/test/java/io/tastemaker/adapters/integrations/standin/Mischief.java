package io.tastemaker.adapters.integrations.standin;

/** What may go wrong when a profile is asked for. */
public enum Mischief {
    /** The status is 401. */
    UNAUTHORIZED,
    /** The status is 403. */
    FORBIDDEN,
    /** The status is 404. */
    NOT_FOUND,
    /** The status is 429, and {@code Retry-After} names a time of {@link StandInCreatorSource#retryAfter}. */
    TOO_MANY,
    /** The status is 500. */
    ERROR,
    /** Nothing is ever said. */
    HANG,
    /** The connection is reset before the first byte. */
    RESET,
    /** The connection ends in the middle of what was announced. */
    CUT_OFF,
    /** A page instead of JSON. */
    HTML,
    /** JSON that ends in the middle. */
    TRUNCATED,
    /** Members of the profile are of other types. */
    WRONG_TYPES,
    /** Members of the profile are null. */
    NULLS,
    /** Counts are NaN. */
    NOT_A_NUMBER,
    /** Counts are negative. */
    NEGATIVE,
    /** Fifty megabytes. */
    HUGE,
    /** A byte now and then, without end. */
    DRIP,
    /** The status is 302, to another server. */
    REDIRECT,
    /** Latin letters in bytes that are no UTF-8. */
    BAD_CHARSET,
    /** Somebody else's profile. */
    ANOTHER_HANDLE,
    /** An envelope with nothing in it. */
    EMPTY,
    /** An envelope that says that the task is not finished. */
    PENDING,
    /** An envelope with the status 613 in it. */
    FAULTED,
    /** An envelope with the status 404 in it. */
    GONE
}
