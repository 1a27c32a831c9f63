package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.UUID;

/** Changes a saved question. */
public final class ChangeSavedSearch {

    private final Transactions transactions;
    private final Searches searches;
    private final InstantSource clock;

    ChangeSavedSearch(Transactions transactions, Searches searches, InstantSource clock) {
        this.transactions = transactions;
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param id which saved question
     * @param expectedVersion the version the actor saw
     * @param name 1 to 200 characters
     * @param question as the caller puts it now
     */
    public record Command(Actor actor, UUID id, long expectedVersion, String name, String question) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param saved the new version
         */
        record Changed(Searches.Saved saved) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.NotFound when the team has no such saved question
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.SEARCH_CREATORS);
        return transactions.inTransaction(actor, "search.change", () -> {
            Searches.Saved current = searches.saved(command.id()).orElseThrow(Refusal.NotFound::new);
            Searches.Saved changed = new Searches.Saved(current.id(), current.version() + 1, command.name(), command.question(),
                    current.savedBy(), clock.instant());
            if (current.version() != command.expectedVersion() || !searches.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("saved_search", changed.id()), current.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
