package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets through to a list who has a right to it. All of it runs inside a transaction of the caller. */
final class ListDoor {

    private final TeamLists lists;
    private final ListItems items;
    private final ListCollaborators collaborators;

    ListDoor(TeamLists lists, ListItems items, ListCollaborators collaborators) {
        this.lists = lists;
        this.items = items;
        this.collaborators = collaborators;
    }

    /** A list that somebody may at least read. */
    record Opened(TeamList list, ListRight right) {}

    /** To look at it. Who may not know of the list is told that there is none. */
    Opened open(Actor actor, ListId id) {
        return open(actor, lists.find(id));
    }

    /** To change it or its items, one after the other. */
    Opened hold(Actor actor, ListId id) {
        return open(actor, lists.hold(id));
    }

    private Opened open(Actor actor, Optional<TeamList> found) {
        TeamList list = found.orElseThrow(Refusal.NotFound::new);
        Opened opened = new Opened(list, ListRight.of(actor, list, user(actor).flatMap(user -> collaborators.find(list.id(), user))));
        if (!opened.right().covers(ListRight.READ)) {
            throw new Refusal.NotFound();
        }
        return opened;
    }

    ShownList shown(Opened opened) {
        ListId id = opened.list().id();
        return new ShownList(opened.list(), opened.right(), items.counts(List.of(id)).getOrDefault(id, 0));
    }

    /** Lists that the actor is known to see. */
    List<ShownList> shown(Actor actor, List<TeamList> some) {
        List<ListId> ids = some.stream().map(TeamList::id).toList();
        Map<ListId, Integer> counts = items.counts(ids);
        Map<ListId, ListCollaborator> shared = user(actor).map(user -> collaborators.of(user, ids)).orElse(List.of()).stream()
                .collect(Collectors.toMap(ListCollaborator::list, Function.identity()));
        return some.stream()
                .map(list -> new ShownList(list, ListRight.of(actor, list, Optional.ofNullable(shared.get(list.id()))), counts.getOrDefault(list.id(), 0)))
                .toList();
    }

    private static Optional<UserId> user(Actor actor) {
        return actor.person().map(Actor.Person::user);
    }
}
