package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;

/** Changes what somebody may do with whom a list is shared. */
public final class ChangeListCollaborator {

    private final Transactions transactions;
    private final ListCollaborators collaborators;
    private final ListDoor door;

    ChangeListCollaborator(Transactions transactions, ListCollaborators collaborators, ListDoor door) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param list which list
     * @param user whose right
     * @param expectedVersion the version the actor saw
     * @param right to read or to edit it
     */
    public record Command(Actor actor, ListId list, UserId user, long expectedVersion, ListRight right) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param collaborator the new version
         */
        record Changed(ListCollaborator collaborator) implements Outcome {}

        /**
         * The actor does not manage the list.
         *
         * @param right what the actor has
         */
        record NotManaged(ListRight right) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when no such list is shared with the member that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.share.change", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            ListCollaborator current = collaborators.find(command.list(), command.user()).orElseThrow(Refusal.NotFound::new);
            if (!opened.right().covers(ListRight.MANAGE)) {
                transactions.refused(Subject.of("list", command.list()));
                return new Outcome.NotManaged(opened.right());
            }
            ListCollaborator changed = current.changed(command.right());
            if (command.expectedVersion() != current.version() || !collaborators.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("list", command.list()), current.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
