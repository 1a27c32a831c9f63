package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts creators at the end of a list that is held. Runs inside a transaction of the caller. */
final class Filling {

    private final ListItems items;
    private final InstantSource clock;

    Filling(ListItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param added the new items; none when they do not all fit
     * @param alreadyThere how many were on the list before
     * @param full why nobody was added
     */
    record Filled(List<ListItem> added, int alreadyThere, Optional<Choice.Declined.ListFull> full) {}

    Filled fill(Actor actor, TeamList list, Choosing.Found.All chosen, Optional<String> note) {
        Set<CreatorId> there = new HashSet<>(items.creators(list.id()));
        List<Candidate> fresh = chosen.creators().stream().filter(creator -> !there.contains(creator.id())).toList();
        int before = chosen.creators().size() - fresh.size();
        if (there.size() + fresh.size() > TeamList.MOST_ITEMS) {
            return new Filled(List.of(), before, Optional.of(new Choice.Declined.ListFull(there.size(), fresh.size())));
        }
        List<OrderKey> places = OrderKey.after(items.before(list.id(), Optional.empty()), fresh.size());
        Instant now = clock.instant();
        List<ListItem> added = IntStream.range(0, fresh.size())
                .mapToObj(i -> new ListItem(list.id(), fresh.get(i).id(), fresh.get(i).owner(), places.get(i),
                        note.orElse(list.form().defaultNote()), Map.of(), chosen.ranking(), actor.label(), now, 1))
                .toList();
        return new Filled(items.add(added), before, Optional.empty());
    }
}
