package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Takes a creator off a list. */
public final class RemoveFromList {

    private final Transactions transactions;
    private final ListItems items;
    private final ListDoor door;

    RemoveFromList(Transactions transactions, ListItems items, ListDoor door) {
        this.transactions = transactions;
        this.items = items;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param list which list
     * @param creator which creator on it
     * @param expectedVersion the version of the item that the actor saw, empty for any
     */
    public record Command(Actor actor, ListId list, CreatorId creator, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The creator is off the list. */
        record Removed() implements Outcome {}

        /**
         * The actor may only read the list.
         *
         * @param right what the actor has
         */
        record NotEditable(ListRight right) implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the creator is not on such a list that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.items.remove", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            ListItem item = items.find(command.list(), command.creator()).orElseThrow(Refusal.NotFound::new);
            if (!opened.right().covers(ListRight.EDIT)) {
                transactions.refused(Subject.of("list", command.list()));
                return new Outcome.NotEditable(opened.right());
            }
            if (command.expectedVersion().orElse(item.version()) != item.version()) {
                throw new Refusal.StaleVersion(item.version());
            }
            items.remove(command.list(), command.creator());
            transactions.about(Subject.of("list", command.list()), item.traits().gone());
            return new Outcome.Removed();
        });
    }
}
