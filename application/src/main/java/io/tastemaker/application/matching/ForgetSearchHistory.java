package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import java.util.List;

/** Forgets the questions the caller put. */
public final class ForgetSearchHistory {

    private final Transactions transactions;
    private final SearchHistory history;

    ForgetSearchHistory(Transactions transactions, SearchHistory history) {
        this.transactions = transactions;
        this.history = history;
    }

    /**
     * What is wanted.
     *
     * @param actor whose questions
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** They are gone. */
        record Forgotten() implements Outcome {}
    }

    /**
     * Forgets them.
     *
     * @param command what is wanted
     * @return that they are gone
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.SEARCH_CREATORS);
        transactions.run(command.actor(), "search.forget", () -> {
            history.forget(command.actor().label());
            transactions.about(Subject.of("search_history", command.actor().label()), List.of(Change.withheld("searches")));
        });
        return new Outcome.Forgotten();
    }
}
