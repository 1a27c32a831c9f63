package io.tastemaker.application.exports;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Access;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the bound team may see of creators: all of its own, and of the catalogue's what it has paid for, whoever asks. */
final class Unlocks {

    private static final Set<Action> OPENING = Set.of(Action.CREATOR_UNLOCK, Action.EMAIL_UNLOCK);

    private final Creators creators;
    private final Ledgers ledgers;

    Unlocks(Creators creators, Ledgers ledgers) {
        this.creators = creators;
        this.ledgers = ledgers;
    }

    /** Reads creators in the order of the ids; those that the team does not see, or no longer, are left out. */
    List<OpenCreator> open(List<CreatorId> ids, Instant now) {
        Map<CreatorId, OpenCreator> found = new HashMap<>();
        open(creators.all(ids), now).forEach(open -> found.put(open.creator().id(), open));
        return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    }

    /** How much of each is open. */
    List<OpenCreator> open(Collection<Creator> known, Instant now) {
        List<String> shared = known.stream().filter(Creator::inCatalogue).map(creator -> creator.id().toString()).toList();
        Set<String> records = open(Action.CREATOR_UNLOCK, shared, now);
        Set<String> emails = open(Action.EMAIL_UNLOCK, shared, now);
        return known.stream().map(creator -> {
            String id = creator.id().toString();
            return new OpenCreator(creator, creator.inCatalogue() ? new Disclosure(records.contains(id), emails.contains(id)) : Disclosure.ALL);
        }).toList();
    }

    /** The creators of the catalogue of whom something is open, by id. */
    List<CreatorId> all(Instant now) {
        Set<String> targets = new TreeSet<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
        while (next.isPresent()) {
            Page<Access> page = ledgers.listOpen(OPENING, now, next.get());
            page.items().forEach(access -> targets.add(access.right().target()));
            next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
        }
        return targets.stream().map(CreatorId::of).toList();
    }

    private Set<String> open(Action action, List<String> targets, Instant now) {
        return targets.isEmpty() ? Set.of()
                : ledgers.findOpen(action, targets, now).stream().map(access -> access.right().target()).collect(Collectors.toSet());
    }
}
