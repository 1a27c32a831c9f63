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
import java.util.OptionalLong;

/** Ends the sharing of a list with somebody. Whoever writes lists may end it for themselves. */
public final class UnshareList {

    private final Transactions transactions;
    private final ListCollaborators collaborators;
    private final ListDoor door;

    UnshareList(Transactions transactions, ListCollaborators collaborators, ListDoor door) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who ends it
     * @param list which list
     * @param user with whom it is shared
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ListId list, UserId user, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is not shared with the member any more. */
        record Unshared() implements Outcome {}

        /**
         * The actor does not manage the list.
         *
         * @param right what the actor has
         */
        record NotManaged(ListRight right) implements Outcome {}
    }

    /**
     * Ends it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when no such list is shared with the member that the actor may know of
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list.unshare", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            ListCollaborator current = collaborators.find(command.list(), command.user()).orElseThrow(Refusal.NotFound::new);
            boolean isOwn = actor.person().filter(person -> person.user().equals(command.user())).isPresent();
            if (!isOwn && !opened.right().covers(ListRight.MANAGE)) {
                transactions.refused(Subject.of("list", command.list()));
                return new Outcome.NotManaged(opened.right());
            }
            if (command.expectedVersion().orElse(current.version()) != current.version()) {
                throw new Refusal.StaleVersion(current.version());
            }
            collaborators.remove(command.list(), command.user());
            transactions.about(Subject.of("list", command.list()), current.traits().gone());
            return new Outcome.Unshared();
        });
    }
}
