package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes what is said about a creator on a list, or where it stands. */
public final class ChangeListItem {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListItems items;
    private final ListDoor door;

    ChangeListItem(Transactions transactions, TeamLists lists, ListItems items, ListDoor door) {
        this.transactions = transactions;
        this.lists = lists;
        this.items = items;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param list which list
     * @param creator which creator on it
     * @param expectedVersion the version the actor saw
     * @param note the new note, empty to keep it
     * @param values what is filled in from now on, by the columns of the list: an empty text clears one, and what is not named stays
     * @param move where it goes, empty to leave it there
     */
    public record Command(
            Actor actor,
            ListId list,
            CreatorId creator,
            long expectedVersion,
            Optional<String> note,
            Map<String, String> values,
            Optional<Move> move) {
        /** Copies the values. */
        public Command {
            values = Map.copyOf(values);
        }
    }

    /**
     * Where an item goes.
     *
     * @param before whether before the neighbour, else behind it
     * @param neighbour another creator on the list
     */
    public record Move(boolean before, CreatorId neighbour) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is as wanted.
         *
         * @param item as it is now; a move alone makes no version
         */
        record Changed(ListItem item) implements Outcome {}

        /**
         * The actor may only read the list.
         *
         * @param right what the actor has
         */
        record NotEditable(ListRight right) implements Outcome {}

        /**
         * The list has no such columns.
         *
         * @param names those that it does not have
         * @param columns those that it has
         */
        record UnknownColumns(Set<String> names, List<String> columns) implements Outcome {}

        /** The neighbour is not on the list. */
        record UnknownNeighbour() implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the creator is not on such a list that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.items.change", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            ListItem item = items.find(command.list(), command.creator()).orElseThrow(Refusal.NotFound::new);
            transactions.refused(Subject.of("list", command.list()));
            if (!opened.right().covers(ListRight.EDIT)) {
                return new Outcome.NotEditable(opened.right());
            }
            Set<String> unknown = opened.list().form().unknown(command.values());
            if (!unknown.isEmpty()) {
                return new Outcome.UnknownColumns(unknown, opened.list().form().columns());
            }
            if (command.expectedVersion() != item.version()) {
                throw new Refusal.StaleVersion(item.version());
            }
            Optional<ListItem> neighbour = command.move().flatMap(move -> items.find(command.list(), move.neighbour()));
            if (command.move().isPresent() && neighbour.isEmpty()) {
                return new Outcome.UnknownNeighbour();
            }
            ListItem changed = say(command, item);
            if (!changed.equals(item) && !items.replace(changed)) {
                throw new Refusal.StaleVersion(item.version());
            }
            boolean moved = neighbour.isPresent() && move(item, command.move().orElseThrow().before(), neighbour.get());
            List<Change> changes = new ArrayList<>(item.traits().changesTo(changed.traits()));
            if (moved) {
                changes.add(new Change("items." + item.creator() + (command.move().orElseThrow().before() ? ".before" : ".after"),
                        Optional.empty(), Optional.of(neighbour.get().creator().toString())));
            }
            transactions.about(Subject.of("list", command.list()), changes);
            return new Outcome.Changed(items.find(command.list(), command.creator()).orElseThrow().within(opened.list().form()));
        });
    }

    private static ListItem say(Command command, ListItem item) {
        Map<String, String> values = new HashMap<>(item.values());
        values.putAll(command.values());
        values.values().removeIf(String::isEmpty);
        String note = command.note().orElse(item.note());
        return note.equals(item.note()) && values.equals(item.values()) ? item : item.changed(note, values);
    }

    /** Gives the item a place beside the neighbour; whether it had to be moved. */
    private boolean move(ListItem item, boolean before, ListItem neighbour) {
        Optional<OrderKey> low = before ? items.before(item.list(), Optional.of(neighbour.place())) : Optional.of(neighbour.place());
        Optional<OrderKey> high = before ? Optional.of(neighbour.place()) : items.after(item.list(), neighbour.place());
        Optional<OrderKey> own = Optional.of(item.place());
        if (own.equals(low) || own.equals(high)) {
            return false; // it stands there already
        }
        OrderKey place = OrderKey.between(low, high);
        if (place.isTooLong()) {
            rearrange(item, before, neighbour);
        } else {
            items.move(item.list(), Map.of(item.creator(), place));
        }
        return true;
    }

    private void rearrange(ListItem item, boolean before, ListItem neighbour) {
        List<CreatorId> order = new ArrayList<>(items.creators(item.list()));
        order.remove(item.creator());
        order.add(order.indexOf(neighbour.creator()) + (before ? 0 : 1), item.creator());
        List<OrderKey> places = OrderKey.after(Optional.empty(), order.size());
        items.move(item.list(), IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, places::get)));
        lists.rearranged(item.list());
    }
}
