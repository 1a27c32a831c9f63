package io.tastemaker.application.shared.out;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs work in a transaction that is bound to the actor's team, so that row-level security shows and changes that team's rows only.
 * Repositories refuse to run outside one. Transactions do not nest.
 * Each one that changes something leaves an entry in the audit log of the actor's team, committed with it or not at all. A deed that says
 * what it is about was done; one that does not was answered with a "no", and its entry says so.
 */
public interface Transactions {

    /** Ends the name of an action that was asked for and not done. */
    String REFUSED = ".refused";

    /**
     * Runs work that changes something; commits when it returns, rolls back when it throws.
     *
     * @param actor who acts, for the team and the record
     * @param action what is done, such as {@code campaign.create}; recorded as {@code campaign.create.refused} when the work returns
     *     without having said what it is {@link #about}, or says last that it was {@link #refused}
     * @param work idempotent: after a deadlock or serialization failure it runs again, at most three times in all
     * @param <T> what the work gives
     * @return what the work gave
     */
    <T> T inTransaction(Actor actor, String action, Supplier<T> work);

    /**
     * Says what the deed of this thread's transaction is about, for its entry in the audit log. The later word counts. A deed that turns
     * out to change nothing is recorded without changes. The log is never altered: no secret and nothing personal belongs in it.
     *
     * @param subject what was changed
     * @param changes what changed of it, field by field, as {@link io.tastemaker.domain.shared.Traits} tells
     * @throws IllegalStateException outside of {@link #inTransaction}
     */
    void about(Subject subject, List<Change> changes);

    /**
     * Says that the deed of this thread's transaction was not done, and what it would have been about. A later {@link #about} counts more.
     *
     * @param subject what stays as it was
     * @throws IllegalStateException outside of {@link #inTransaction}
     */
    void refused(Subject subject);

    /**
     * Runs work that only reads, on one consistent state of the store.
     *
     * @param actor who reads
     * @param work reads and nothing else
     * @param <T> what the work gives
     * @return what the work gave
     */
    <T> T reading(Actor actor, Supplier<T> work);

    /**
     * Runs work that changes something and gives nothing.
     *
     * @param actor who acts
     * @param action what is done
     * @param work as above
     */
    default void run(Actor actor, String action, Runnable work) {
        inTransaction(actor, action, () -> {
            work.run();
            return true;
        });
    }
}
