package io.tastemaker.application.lists;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.lists.ListPerformance;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Shows what the creators of a list amount to, by what the team may see of each of them. */
public final class ShowListPerformance {

    /** How many creators are read at a time. */
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final ListItems items;
    private final ListDoor door;
    private final ShowCreators showCreators;
    private final FindOpenRights findOpenRights;

    ShowListPerformance(
            Transactions transactions, ListItems items, ListDoor door, ShowCreators showCreators, FindOpenRights findOpenRights) {
        this.transactions = transactions;
        this.items = items;
        this.door = door;
        this.showCreators = showCreators;
        this.findOpenRights = findOpenRights;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param list which list
     */
    public record Query(Actor actor, ListId list) {}

    /**
     * Adds it up.
     *
     * @param query what is asked
     * @return the figures
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public ListPerformance handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_LISTS);
        List<CreatorId> all = transactions.reading(actor, () -> items.creators(door.open(actor, query.list()).list().id()));
        List<ListPerformance.Seen> seen = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Creator> some = showCreators.handle(new ShowCreators.Query(actor, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
            Set<String> open = open(actor, some);
            some.forEach(creator -> seen.add(seen(creator, !creator.inCatalogue() || open.contains(creator.id().toString()))));
        }
        return ListPerformance.of(seen);
    }

    private Set<String> open(Actor actor, List<Creator> some) {
        List<String> shared = some.stream().filter(Creator::inCatalogue).map(creator -> creator.id().toString()).toList();
        return switch (actor) {
            case Actor.Operator operator -> Set.copyOf(shared);
            case Actor.System system -> Set.copyOf(shared);
            case Actor.User user -> findOpenRights.handle(new FindOpenRights.Query(user, Action.CREATOR_UNLOCK, shared));
            case Actor.Key key -> findOpenRights.handle(new FindOpenRights.Query(key, Action.CREATOR_UNLOCK, shared));
        };
    }

    private static ListPerformance.Seen seen(Creator creator, boolean isOpen) {
        Disclosure disclosure = new Disclosure(isOpen, false);
        return new ListPerformance.Seen(isOpen,
                creator.handle().platform(),
                creator.categories().map(Observed::value).orElse(Set.of()),
                shown(creator, disclosure, Fact.LOCATION).map(Place::country),
                number(shown(creator, disclosure, Fact.FOLLOWERS)),
                creator.engagementRate().map(rate -> OptionalDouble.of(rate.value().fraction().doubleValue())).orElseGet(OptionalDouble::empty),
                number(shown(creator, disclosure, Fact.AVERAGE_VIEWS)),
                shown(creator, disclosure, Fact.CONTENT_SENTIMENT).map(mood -> OptionalDouble.of(mood.score().doubleValue()))
                        .orElseGet(OptionalDouble::empty));
    }

    private static <T> Optional<T> shown(Creator creator, Disclosure disclosure, Fact<T> fact) {
        return disclosure.shows(fact) ? creator.facts().value(fact) : Optional.empty();
    }

    private static OptionalLong number(Optional<Long> count) {
        return count.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
