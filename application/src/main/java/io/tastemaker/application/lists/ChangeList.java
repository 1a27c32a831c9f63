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
import java.time.InstantSource;

/** Changes what is said of a list. Who sees it is changed only by those who manage it. */
public final class ChangeList {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListDoor door;
    private final InstantSource clock;

    ChangeList(Transactions transactions, TeamLists lists, ListDoor door, InstantSource clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.door = door;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param list which list
     * @param expectedVersion the version the actor saw
     * @param look what is said of it from now on
     */
    public record Command(Actor actor, ListId list, long expectedVersion, TeamList.Look look) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param list the new version
         */
        record Changed(ShownList list) implements Outcome {}

        /**
         * The actor may not do this with the list.
         *
         * @param right what the actor has
         * @param needed what it takes
         */
        record NotAllowed(ListRight right, ListRight needed) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.change", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            TeamList list = opened.list();
            ListRight needed = command.look().visibility() == list.visibility() ? ListRight.EDIT : ListRight.MANAGE;
            if (!opened.right().covers(needed)) {
                transactions.refused(Subject.of("list", list.id()));
                return new Outcome.NotAllowed(opened.right(), needed);
            }
            TeamList changed = list.changed(command.look(), clock.instant());
            if (command.expectedVersion() != list.version() || !lists.replace(changed)) {
                throw new Refusal.StaleVersion(list.version());
            }
            transactions.about(Subject.of("list", list.id()), list.traits().changesTo(changed.traits()));
            return new Outcome.Changed(door.shown(new ListDoor.Opened(changed, opened.right())));
        });
    }
}
