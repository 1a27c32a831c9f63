package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.CheckFeature;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a second list of the same creators, in the same order, with the same notes. It is the actor's, and shared with nobody. */
public final class DuplicateList {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListItems items;
    private final ListDoor door;
    private final CheckFeature checkFeature;
    private final Ids ids;
    private final InstantSource clock;

    DuplicateList(Transactions transactions, TeamLists lists, ListItems items, ListDoor door, CheckFeature checkFeature, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.items = items;
        this.door = door;
        this.checkFeature = checkFeature;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who copies
     * @param list which list
     * @param name what the copy is called, 1 to 200 characters; empty for the name of the original and a word
     */
    public record Command(Actor actor, ListId list, Optional<String> name) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * There is a copy.
         *
         * @param list version 1, seen by whoever sees the original's kind
         */
        record Duplicated(ShownList list) implements Outcome {}

        /**
         * The plan has no lists.
         *
         * @param sufficient the cheapest plan that has
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}

        /** The team has {@link TeamList#MOST_OF_A_TEAM} lists. */
        record TooMany() implements Outcome {}
    }

    /**
     * Copies it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        if (checkFeature.handle(new CheckFeature.Query(actor, Permission.WRITE_LISTS, Feature.LISTS))
                instanceof CheckFeature.Outcome.PlanRequired(Optional<Plan> sufficient)) {
            return new Outcome.PlanRequired(sufficient);
        }
        return transactions.inTransaction(actor, "list.duplicate", () -> {
            TeamList original = door.hold(actor, command.list()).list();
            if (lists.count() >= TeamList.MOST_OF_A_TEAM) {
                transactions.refused(Subject.of("list", original.id()));
                return new Outcome.TooMany();
            }
            TeamList.Look look = new TeamList.Look(command.name().orElseGet(original::nameOfCopy), original.description(), original.visibility(), original.form());
            TeamList copy = TeamList.begin(new ListId(ids.next()), actor.team(), look, actor.label(), clock.instant());
            lists.add(copy);
            int copied = items.copy(original.id(), copy.id(), actor.label(), copy.createdAt());
            List<Change> changes = new ArrayList<>(copy.traits().with("copy_of", original.id()).with("items", copied).made());
            transactions.about(Subject.of("list", copy.id()), changes);
            return new Outcome.Duplicated(new ShownList(copy, ListRight.of(actor, copy, Optional.empty()), copied));
        });
    }
}
