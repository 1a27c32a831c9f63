package io.tastemaker.domain.shared;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that happened to a team's things, for whoever outside asked to be told. It names things by their ids and says where they stand; who
 * wants more asks the API, so that an event never shows what its reader may not see.
 *
 * @param kind what happened
 * @param subject to what
 * @param data more ids and states, by name in snake case; never a name, an address or a text of a person
 */
public record Event(Kind kind, Subject subject, SortedMap<String, String> data) {

    /** What can happen. Its code, such as {@code campaign.launched}, is public and never changes. */
    public enum Kind implements Coded {
        /** A campaign runs. */
        CAMPAIGN_LAUNCHED,
        /** A campaign is halted for a while. */
        CAMPAIGN_PAUSED,
        /** A halted campaign runs again. */
        CAMPAIGN_RESUMED,
        /** A campaign is over. */
        CAMPAIGN_COMPLETED,
        /** A campaign is put away. */
        CAMPAIGN_ARCHIVED,
        /** A creator's invitation is on its way. */
        INVITATION_SENT,
        /** The creator opened its page. */
        INVITATION_OPENED,
        /** The creator answered with words. */
        INVITATION_REPLIED,
        /** The creator takes part. */
        INVITATION_ACCEPTED,
        /** The creator does not take part. */
        INVITATION_DECLINED,
        /** The team took it back. */
        INVITATION_WITHDRAWN,
        /** Its time ran out. */
        INVITATION_EXPIRED,
        /** Its mail was refused at delivery. */
        INVITATION_BOUNCED,
        /** A piece of work was handed in. */
        DELIVERABLE_SUBMITTED,
        /** A piece of work was accepted. */
        DELIVERABLE_APPROVED,
        /** A piece of work was sent back. */
        DELIVERABLE_REJECTED,
        /** A creator's record was opened to the team. */
        CREATOR_UNLOCKED,
        /** A creator's address was opened to the team. */
        EMAIL_UNLOCKED,
        /** The wallet fell below its threshold. */
        WALLET_LOW,
        /** A job ended well. */
        JOB_SUCCEEDED,
        /** A job was given up. */
        JOB_FAILED,
        /** A job was canceled. */
        JOB_CANCELED,
        /** Somebody wants to see whether an endpoint listens; sent to that one only. */
        WEBHOOK_PING;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
        }
    }

    /** Copies the data and checks that nothing is missing. */
    public Event {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /**
     * An event that says no more than what happened to what.
     *
     * @param kind what happened
     * @param subject to what
     * @return the event
     */
    public static Event of(Kind kind, Subject subject) {
        return new Event(kind, subject, new TreeMap<>());
    }

    /**
     * The same with one more id or state.
     *
     * @param name in snake case
     * @param value an id, a {@link Coded} or anything with a readable text
     * @return the event
     */
    public Event with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(data);
        more.put(name, value instanceof Coded coded ? coded.code() : value.toString());
        return new Event(kind, subject, more);
    }
}
