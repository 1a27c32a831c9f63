package io.tastemaker.application.webhooks.out;

import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Events on their way to endpoints. The first group of methods runs inside a transaction of the caller and sees its team's; the second
 * works across teams, in steps of its own, for those who send.
 */
public interface Deliveries {

    /**
     * An event in the hands of a sender.
     *
     * @param team whose it is
     * @param endpoint where to
     * @param id the event's id
     * @param leaseToken grows with every claim; whoever holds an older one has lost it
     * @param attempt the number of this attempt, from 1
     * @param tries how often it was claimed since it was told or last sent again by hand, this time included
     * @param begunAt when it was told or last sent again by hand
     * @param url the address
     * @param sealedSecrets the secrets that sign now, the newest first
     * @param failures how often the endpoint failed in a row before this
     * @param event what happened
     * @param toldAt when it happened
     */
    record Claim(TeamId team, EndpointId endpoint, UUID id, long leaseToken, int attempt, int tries, Instant begunAt, String url,
            List<byte[]> sealedSecrets, int failures, Event event, Instant toldAt) {
        /** Copies the list. */
        public Claim {
            sealedSecrets = List.copyOf(sealedSecrets);
        }

        /** Says neither address nor secrets. */
        @Override
        public String toString() {
            return "Claim[" + id + " to " + endpoint + ", attempt " + attempt + "]";
        }
    }

    /** What becomes of an event after an attempt. */
    sealed interface Fate {
        /** The endpoint has it. */
        record Delivered() implements Fate {}

        /**
         * It is sent again.
         *
         * @param at when, at the earliest
         * @param quietUntil until when nothing at all is sent to the endpoint
         */
        record Again(Instant at, Instant quietUntil) implements Fate {}

        /**
         * It is a dead letter.
         *
         * @param quietUntil until when nothing at all is sent to the endpoint
         */
        record Dead(Instant quietUntil) implements Fate {}
    }

    /**
     * How much is waiting.
     *
     * @param pending events that were neither taken nor given up, at endpoints that are enabled
     * @param oldestDue since when the one has waited that should have been sent first; empty when none is late
     * @param disabled endpoints that the program gave up
     */
    record Queue(long pending, Optional<Instant> oldestDue, long disabled) {}

    // -- inside a transaction of the caller

    /**
     * Lists what was and will be sent to an endpoint.
     *
     * @param endpoint where to
     * @param states only these, empty for all
     * @param page which page
     * @return the newest first
     */
    Page<Delivery> list(EndpointId endpoint, Set<Delivery.State> states, PageRequest page);

    /**
     * Finds one.
     *
     * @param endpoint where to
     * @param id the event's id
     * @return the delivery; empty when the team has none
     */
    Optional<Delivery> find(EndpointId endpoint, UUID id);

    /**
     * Lists how it was tried.
     *
     * @param endpoint where to
     * @param id the event's id
     * @return the first attempt first
     */
    List<Attempt> attempts(EndpointId endpoint, UUID id);

    /**
     * Has something sent again that came to its end, with all its attempts; a pause that the endpoint is in ends. Any other stays as it is.
     *
     * @param endpoint where to
     * @param id the event's id
     * @param now the time
     * @return whether it will be sent
     */
    boolean sendAgain(EndpointId endpoint, UUID id, Instant now);

    /**
     * Sends an event to one endpoint alone, whatever it listens to; a pause that the endpoint is in ends.
     *
     * @param endpoint where to
     * @param id the event's id
     * @param event what to say
     * @param now the time
     */
    void tell(EndpointId endpoint, UUID id, Event event, Instant now);

    // -- across teams, for those who send

    /**
     * Takes up what is due. An endpoint has no more than a few events in hands at once, and one that failed often in a row a single one;
     * endpoints take turns, so that neither one that is slow nor one with much to get holds up others.
     *
     * @param now the time
     * @param lease after how long somebody else may take it up
     * @param most how many, at least 1
     * @return what was taken up
     */
    List<Claim> claim(Instant now, Duration lease, int most);

    /**
     * Notes an attempt and what follows from it, for the event and for the endpoint's count of failures.
     *
     * @param claim what was in hands
     * @param attempt how it went
     * @param fate what becomes of it
     * @return how often the endpoint failed in a row now; empty when the claim was lost, and then nothing was written
     */
    Optional<Endpoint.Streak> settle(Claim claim, Attempt attempt, Fate fate);

    /**
     * Drops events that were told long ago, with their deliveries and attempts, unless they are just being sent again.
     *
     * @param before those told before this time
     * @return how many
     */
    int forget(Instant before);

    /**
     * Looks how much is waiting.
     *
     * @param now the time
     * @return as it is now
     */
    Queue queue(Instant now);
}
