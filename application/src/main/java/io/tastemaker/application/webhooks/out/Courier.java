package io.tastemaker.application.webhooks.out;

import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings events to URLs that users give, and to none that leads anywhere but to the public internet or where the operator allows. */
public interface Courier {

    /**
     * What is brought.
     *
     * @param url where to
     * @param secrets sign it, the newest first; as they were shown to people
     * @param id the event's id
     * @param team whose event it is
     * @param event what happened
     * @param toldAt when it happened
     * @param at the time that is signed
     */
    record Parcel(String url, List<String> secrets, UUID id, TeamId team, Event event, Instant toldAt, Instant at) {
        /** Copies the list. */
        public Parcel {
            secrets = List.copyOf(secrets);
        }

        /** Says neither address nor secrets. */
        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    /** Why a URL is not called. */
    enum Objection {
        /** It cannot be read as an absolute URL, in one way only. */
        NOT_A_URL,
        /** It is not HTTPS. */
        SCHEME,
        /** Its port is not 443 or 8443. */
        PORT,
        /** It carries a name or a password. */
        USERINFO,
        /** Its host is neither a full name nor an address in its common form. */
        HOST,
        /** It leads to an address that is not public. */
        ADDRESS
    }

    /** What came of it. */
    sealed interface Brought {
        /**
         * An answer came.
         *
         * @param status 200 to 599
         * @param retryAfter for how long the receiver asks to be left alone, if it does
         */
        record Answered(int status, Optional<Duration> retryAfter) implements Brought {}

        /**
         * The URL may not be called, and nothing was connected to.
         *
         * @param objection why
         */
        record Refused(Objection objection) implements Brought {}

        /**
         * No answer came in time.
         *
         * @param reason why, without the URL
         */
        record Failed(String reason) implements Brought {}
    }

    /**
     * Looks whether a URL may be called, as far as can be known now: a name that is not known yet may be.
     *
     * @param url as the user gave it
     * @return why not; empty when it may
     */
    Optional<Objection> objection(String url);

    /**
     * Brings an event, within five seconds. What is answered besides the status is not read.
     *
     * @param parcel what is brought
     * @return what came of it
     */
    Brought bring(Parcel parcel);
}
