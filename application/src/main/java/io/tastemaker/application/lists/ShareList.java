package io.tastemaker.application.lists;

import io.tastemaker.application.identity.FindMember;
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
import java.time.InstantSource;

/** Shares a list with a member of the team. */
public final class ShareList {

    private final Transactions transactions;
    private final ListCollaborators collaborators;
    private final ListDoor door;
    private final FindMember findMember;
    private final InstantSource clock;

    ShareList(Transactions transactions, ListCollaborators collaborators, ListDoor door, FindMember findMember, InstantSource clock) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
        this.findMember = findMember;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who shares
     * @param list which list
     * @param user with whom
     * @param right to read or to edit it
     */
    public record Command(Actor actor, ListId list, UserId user, ListRight right) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is shared.
         *
         * @param collaborator version 1
         */
        record Shared(ListCollaborator collaborator) implements Outcome {}

        /** It was shared with the member before; how is changed there. */
        record AlreadyShared() implements Outcome {}

        /** Nobody of the team is that. */
        record NoMember() implements Outcome {}

        /** It is shared with {@link ListCollaborator#MOST} people. */
        record TooMany() implements Outcome {}

        /**
         * The actor does not manage the list.
         *
         * @param right what the actor has
         */
        record NotManaged(ListRight right) implements Outcome {}
    }

    /**
     * Shares it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        boolean isMember = findMember.handle(new FindMember.Query(actor, Permission.WRITE_LISTS, command.user())).isPresent();
        return transactions.inTransaction(actor, "list.share", () -> {
            ListDoor.Opened opened = door.hold(actor, command.list());
            transactions.refused(Subject.of("list", command.list()));
            if (!opened.right().covers(ListRight.MANAGE)) {
                return new Outcome.NotManaged(opened.right());
            }
            if (!isMember) {
                return new Outcome.NoMember();
            }
            if (collaborators.count(command.list()) >= ListCollaborator.MOST) {
                return new Outcome.TooMany();
            }
            ListCollaborator collaborator =
                    new ListCollaborator(command.list(), command.user(), command.right(), actor.label(), clock.instant(), 1);
            if (!collaborators.add(collaborator)) {
                return new Outcome.AlreadyShared();
            }
            transactions.about(Subject.of("list", command.list()), collaborator.traits().made());
            return new Outcome.Shared(collaborator);
        });
    }
}
