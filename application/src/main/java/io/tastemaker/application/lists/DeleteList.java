package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a list with all that is on it; the creators stay. */
public final class DeleteList {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListDoor door;

    DeleteList(Transactions transactions, TeamLists lists, ListDoor door) {
        this.transactions = transactions;
        this.lists = lists;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param list which list
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ListId list, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}

        /**
         * The actor does not manage the list.
         *
         * @param right what the actor has
         */
        record NotManaged(ListRight right) implements Outcome {}
    }

    /**
     * Deletes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.delete", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            TeamList list = opened.list();
            if (!opened.right().covers(ListRight.MANAGE)) {
                transactions.refused(Subject.of("list", list.id()));
                return new Outcome.NotManaged(opened.right());
            }
            if (command.expectedVersion().orElse(list.version()) != list.version() || !lists.remove(list)) {
                throw new Refusal.StaleVersion(list.version());
            }
            transactions.about(Subject.of("list", list.id()), list.traits().gone());
            return new Outcome.Deleted();
        });
    }
}
