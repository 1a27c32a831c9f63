package io.tastemaker.application.lists;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.Optional;

/** Puts creators at the end of a list: all of them, or none when one is unknown or they do not all fit. */
public final class AddToList {

    private final Transactions transactions;
    private final ListDoor door;
    private final Filling filling;
    private final Choosing choosing;

    AddToList(Transactions transactions, ListDoor door, Filling filling, Choosing choosing) {
        this.transactions = transactions;
        this.door = door;
        this.filling = filling;
        this.choosing = choosing;
    }

    /**
     * What is wanted.
     *
     * @param actor who adds
     * @param list to which list
     * @param choice whom
     * @param note what the team says about each of them, empty for the list's default
     */
    public record Command(Actor actor, ListId list, Choice choice, Optional<String> note) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * All of them are on the list now.
         *
         * @param added the new items, in order
         * @param alreadyThere how many were on the list before; they stay as they are
         */
        record Added(List<ListItem> added, int alreadyThere) implements Outcome {}

        /**
         * Nobody was added.
         *
         * @param why what stood against it
         */
        record NotFilled(Choice.Declined why) implements Outcome {}

        /**
         * The actor may only read the list.
         *
         * @param right what the actor has
         */
        record NotEditable(ListRight right) implements Outcome {}
    }

    /**
     * Adds them.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        Choosing.Found found = choosing.find(actor, command.choice());
        return transactions.inTransaction(actor, "list.items.add", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            transactions.refused(Subject.of("list", command.list()));
            if (!opened.right().covers(ListRight.EDIT)) {
                return new Outcome.NotEditable(opened.right());
            }
            return switch (found) {
                case Choosing.Found.Not(Choice.Declined why) -> new Outcome.NotFilled(why);
                case Choosing.Found.All all -> add(command, opened.list(), all);
            };
        });
    }

    private Outcome add(Command command, TeamList list, Choosing.Found.All all) {
        Filling.Filled filled = filling.fill(command.actor(), list, all, command.note());
        if (filled.full().isPresent()) {
            return new Outcome.NotFilled(filled.full().get());
        }
        transactions.about(Subject.of("list", list.id()), filled.added().stream().flatMap(item -> item.traits().made().stream()).toList());
        return new Outcome.Added(filled.added(), filled.alreadyThere());
    }
}
