package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The far end of the {@link io.tastemaker.application.shared.out.Outbox}: letters whose transactions committed, to be sent. It works across
 * teams, in transactions of its own. A letter is forgotten when it is settled; that it was sent is remembered.
 */
public interface OutgoingMail {

    /**
     * A letter in the hands of a sender.
     *
     * @param team on whose behalf
     * @param id which letter; the same at every attempt
     * @param leaseToken grows with every claim of the letter; whoever holds an older one has lost it
     * @param attempts how often it was claimed, this time included; at least 1
     * @param postedAt when it was posted
     * @param letter the letter
     * @param about what it is about, when somebody wants to know that it was given up
     */
    record Claim(TeamId team, UUID id, long leaseToken, int attempts, Instant postedAt, Letter letter, Optional<Subject> about) {}

    /**
     * Takes up the letter that has waited longest of those that are due and in nobody's hands.
     *
     * @param now the time
     * @param lease after how long somebody else may take it up
     * @return the letter, or empty when none is due
     */
    Optional<Claim> claim(Instant now, Duration lease);

    /**
     * Settles a letter that is on its way.
     *
     * @param claim the letter
     * @param now the time
     * @return whether the letter was still in the caller's hands
     */
    boolean sent(Claim claim, Instant now);

    /**
     * Puts a letter back, to be tried again.
     *
     * @param claim the letter
     * @param failure why it was not sent, without personal data
     * @param notBefore when to try again
     * @return whether the letter was still in the caller's hands
     */
    boolean retry(Claim claim, String failure, Instant notBefore);

    /**
     * Settles a letter that will never be sent.
     *
     * @param claim the letter
     * @param failure why not, without personal data
     * @param now the time
     * @return whether the letter was still in the caller's hands
     */
    boolean giveUp(Claim claim, String failure, Instant now);

    /**
     * Drops what is remembered of letters that were settled long ago.
     *
     * @param before those settled before this time
     * @return how many
     */
    int forget(Instant before);
}
