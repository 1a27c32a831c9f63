package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;
import java.util.UUID;

/** Removes a saved question. */
public final class RemoveSavedSearch {

    private final Transactions transactions;
    private final Searches searches;

    RemoveSavedSearch(Transactions transactions, Searches searches) {
        this.transactions = transactions;
        this.searches = searches;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param id which saved question
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, UUID id, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.NotFound when the team has no such saved question
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.SEARCH_CREATORS);
        return transactions.inTransaction(command.actor(), "search.remove", () -> {
            Searches.Saved current = searches.saved(command.id()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().isPresent()) {
                hold(current, command.expectedVersion().getAsLong());
            }
            if (!searches.remove(command.id())) {
                throw new Refusal.NotFound();
            }
            transactions.about(Subject.of("saved_search", current.id()), current.traits().gone());
            return new Outcome.Removed();
        });
    }

    /** Replaces the expected version by its equal, so that nobody can change it before it goes. */
    private void hold(Searches.Saved current, long expected) {
        Searches.Saved held = new Searches.Saved(
                current.id(), current.version() + 1, current.name(), current.question(), current.savedBy(), current.at());
        if (current.version() != expected || !searches.replace(held)) {
            throw new Refusal.StaleVersion(current.version());
        }
    }
}
