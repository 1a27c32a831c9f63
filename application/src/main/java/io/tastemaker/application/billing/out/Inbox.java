package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the payment provider told us, each thing once. Each method is a step of its own; {@link #settle} joins a platform transaction. */
public interface Inbox {

    /**
     * A notice that somebody works on.
     *
     * @param notice the notice
     * @param attempts how often it was taken up, this time included
     * @param token proves that it is still ours
     */
    record Claim(Notice notice, int attempts, long token) {}

    /**
     * Stores a notice.
     *
     * @param notice what was told
     * @param now the time
     * @return whether it is new; what is known already is left as it is
     */
    boolean add(Notice notice, Instant now);

    /**
     * Takes up the notice that has waited longest. Nobody else gets it until the lease ends.
     *
     * @param now the time
     * @param lease for how long
     * @return a notice that was received and not yet heeded
     */
    Optional<Claim> claim(Instant now, Duration lease);

    /**
     * Ends the work on a notice, unless somebody else has taken it up since.
     *
     * @param claim the claim
     * @param state what became of it: applied, ignored or dead
     * @param team whose it was, when it is known
     * @param fault why it is dead
     * @param now the time
     * @return whether it was still ours
     */
    boolean settle(Claim claim, Notice.State state, Optional<TeamId> team, Optional<String> fault, Instant now);

    /**
     * Lays a notice back, to be taken up again later.
     *
     * @param claim the claim
     * @param notBefore when
     * @param fault what went wrong
     * @param counts whether it counts as an attempt; not when the provider could not be asked
     */
    void putBack(Claim claim, Instant notBefore, String fault, boolean counts);

    /**
     * Begins anew with a notice, as if it had just been received.
     *
     * @param notice as it is read now
     * @param now the time
     * @return whether there is one that is not being worked on
     */
    boolean renew(Notice notice, Instant now);

    /**
     * Finds a notice.
     *
     * @param id the provider's id
     * @return the notice
     */
    Optional<StoredNotice> find(String id);

    /**
     * Lists notices, the newest first.
     *
     * @param states in which states; empty for all
     * @param page which page
     * @return the page
     */
    Page<StoredNotice> list(Set<Notice.State> states, PageRequest page);

    /**
     * Forgets what was settled long ago.
     *
     * @param before what was settled earlier; dead letters are kept
     * @return how many
     */
    int forget(Instant before);

    /**
     * Counts notices.
     *
     * @param state in which state
     * @return how many
     */
    long count(Notice.State state);
}
