package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Saves a question under a name, for the whole team. */
public final class SaveSearch {

    private final Transactions transactions;
    private final Searches searches;
    private final Ids ids;
    private final InstantSource clock;

    SaveSearch(Transactions transactions, Searches searches, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.searches = searches;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who saves
     * @param name 1 to 200 characters
     * @param question as the caller put it
     */
    public record Command(Actor actor, String name, String question) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is saved.
         *
         * @param saved version 1
         */
        record Created(Searches.Saved saved) implements Outcome {}
    }

    /**
     * Saves it.
     *
     * @param command what is wanted
     * @return what is saved
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.SEARCH_CREATORS);
        Searches.Saved saved = new Searches.Saved(ids.next(), 1, command.name(), command.question(), actor.label(), clock.instant());
        transactions.run(actor, "search.save", () -> {
            searches.save(saved);
            transactions.about(Subject.of("saved_search", saved.id()), saved.traits().made());
        });
        return new Outcome.Created(saved);
    }
}
