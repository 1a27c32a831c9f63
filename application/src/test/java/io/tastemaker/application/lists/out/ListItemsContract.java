package io.tastemaker.application.lists.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.lists.out.ListFixtures.item;
import static io.tastemaker.application.lists.out.ListFixtures.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the items of lists does. */
public abstract class ListItemsContract {

    private static final List<OrderKey> PLACES = OrderKey.after(Optional.empty(), 9);

    private TeamId team;
    private TeamList list;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract TeamLists lists();

    protected abstract ListItems items();

    @BeforeEach
    void makeList() {
        team = newTeam(teams());
        list = made(team);
    }

    @Test
    void an_item_is_found_as_it_was_added_by_its_own_team_only() {
        ListItem own = item(list, creator(team), PLACES.get(0));
        ListItem shared = item(list, creator(TeamId.CATALOGUE), PLACES.get(1));
        assertThat(add(own, shared)).containsExactly(own, shared);
        assertThat(find(team, own)).contains(own);
        assertThat(find(team, shared)).contains(shared);
        assertThat(find(newTeam(teams()), own)).isEmpty();
    }

    @Test
    void who_is_on_the_list_already_stays_as_he_is() {
        Creator creator = creator(team);
        ListItem first = item(list, creator, PLACES.get(0));
        ListItem fresh = item(list, creator(team), PLACES.get(2));
        add(first);
        assertThat(add(item(list, creator, PLACES.get(1)), fresh)).containsExactly(fresh);
        assertThat(find(team, first)).contains(first);
    }

    @Test
    void another_teams_creator_cannot_be_listed() {
        ListItem foreign = item(list, creator(newTeam(teams())), PLACES.get(0));
        assertThatThrownBy(() -> add(foreign)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void another_teams_list_cannot_be_filled() {
        TeamId other = newTeam(teams());
        ListItem item = item(list, creator(TeamId.CATALOGUE), PLACES.get(0));
        assertThatThrownBy(() -> write(other, () -> items().add(List.of(item)))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_what_is_said_and_not_where_it_stands() {
        ListItem first = item(list, creator(team), PLACES.get(0));
        add(first);
        move(Map.of(first.creator(), PLACES.get(5)));
        ListItem second = first.changed("call her", Map.of());
        assertThat(write(team, () -> items().replace(second))).isTrue();
        assertThat(write(team, () -> items().replace(first.changed("late", Map.of())))).isFalse();
        assertThat(find(team, first)).contains(second.movedTo(PLACES.get(5)));
    }

    @Test
    void a_removed_item_is_gone() {
        ListItem item = item(list, creator(team), PLACES.get(0));
        add(item);
        assertThat(write(newTeam(teams()), () -> items().remove(list.id(), item.creator()))).isFalse();
        assertThat(write(team, () -> items().remove(list.id(), item.creator()))).isTrue();
        assertThat(write(team, () -> items().remove(list.id(), item.creator()))).isFalse();
        assertThat(find(team, item)).isEmpty();
    }

    @Test
    void a_lists_items_go_with_it() {
        ListItem item = item(list, creator(TeamId.CATALOGUE), PLACES.get(0));
        add(item);
        write(team, () -> lists().remove(list));
        assertThat(find(team, item)).isEmpty();
    }

    @Test
    void items_are_listed_in_their_order_and_places_are_found_beside_others() {
        List<ListItem> all = five();
        assertThat(read(team, () -> items().list(list.id(), Optional.empty(), 3))).isEqualTo(all.subList(0, 3));
        assertThat(read(team, () -> items().list(list.id(), Optional.of(PLACES.get(2)), 3))).isEqualTo(all.subList(3, 5));
        assertThat(read(team, () -> items().creators(list.id()))).isEqualTo(all.stream().map(ListItem::creator).toList());
        assertThat(read(team, () -> items().before(list.id(), Optional.of(PLACES.get(3))))).contains(PLACES.get(2));
        assertThat(read(team, () -> items().before(list.id(), Optional.of(PLACES.get(0))))).isEmpty();
        assertThat(read(team, () -> items().before(list.id(), Optional.empty()))).contains(PLACES.get(4));
        assertThat(read(team, () -> items().after(list.id(), PLACES.get(3)))).contains(PLACES.get(4));
        assertThat(read(team, () -> items().after(list.id(), PLACES.get(4)))).isEmpty();
        TeamId other = newTeam(teams());
        assertThat(read(other, () -> items().creators(list.id()))).isEmpty();
        assertThat(read(other, () -> items().before(list.id(), Optional.empty()))).isEmpty();
    }

    /** Whatever the collation of the store, places are compared byte by byte. */
    @Test
    void digits_come_before_letters_and_a_longer_place_behind_its_beginning() {
        List<OrderKey> places = Stream.of("00000000", "00000009", "0000000a", "0000000a1", "0000000ab", "0000000b", "z0000000").map(OrderKey::new).toList();
        places.reversed().forEach(place -> add(item(list, creator(team), place)));
        assertThat(read(team, () -> items().list(list.id(), Optional.empty(), 9))).extracting(ListItem::place).isEqualTo(places);
        assertThat(read(team, () -> items().after(list.id(), new OrderKey("0000000a")))).contains(new OrderKey("0000000a1"));
    }

    @Test
    void items_are_moved_together_without_a_new_version() {
        List<ListItem> all = five();
        Map<CreatorId, OrderKey> places = Map.of(all.get(0).creator(), PLACES.get(8), all.get(4).creator(), PLACES.get(0));
        move(places);
        assertThat(read(team, () -> items().creators(list.id()))).containsExactly(all.get(4).creator(), all.get(1).creator(), all.get(2).creator(),
                all.get(3).creator(), all.get(0).creator());
        assertThat(find(team, all.get(0))).contains(all.get(0).movedTo(PLACES.get(8)));
    }

    @Test
    void all_places_can_be_given_anew_at_once() {
        List<ListItem> all = five();
        Map<CreatorId, OrderKey> turned = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            turned.put(all.get(i).creator(), PLACES.get(4 - i));
        }
        move(turned);
        assertThat(read(team, () -> items().creators(list.id()))).isEqualTo(all.reversed().stream().map(ListItem::creator).toList());
    }

    @Test
    void a_copy_has_the_same_people_in_the_same_order() {
        List<ListItem> all = five();
        TeamList copy = made(team);
        Instant later = NOON.plusSeconds(60);
        assertThat(write(team, () -> items().copy(list.id(), copy.id(), "user:ben", later))).isEqualTo(5);
        assertThat(read(team, () -> items().list(copy.id(), Optional.empty(), 9)))
                .isEqualTo(all.stream().map(item -> item.copiedTo(copy.id(), "user:ben", later)).toList());
        TeamId other = newTeam(teams());
        TeamList foreign = made(other);
        assertThat(write(other, () -> items().copy(list.id(), foreign.id(), "user:ole", later))).isZero();
    }

    @Test
    void items_are_counted_per_list() {
        five();
        TeamList empty = made(team);
        assertThat(read(team, () -> items().counts(List.of(list.id(), empty.id())))).isEqualTo(Map.of(list.id(), 5));
        assertThat(read(newTeam(teams()), () -> items().counts(List.of(list.id())))).isEmpty();
        assertThat(read(team, () -> items().counts(List.of()))).isEmpty();
    }

    @Test
    void whoever_holds_a_list_puts_its_items_in_order_alone() {
        List<Creator> many = IntStream.range(0, 8).mapToObj(i -> creator(team)).toList();
        List<OrderKey> places = AtOnce.call(many.size(), i -> write(team, () -> {
            lists().hold(list.id());
            OrderKey last = OrderKey.after(items().before(list.id(), Optional.empty()), 1).getFirst();
            return items().add(List.of(item(list, many.get(i), last))).getFirst().place();
        }));
        assertThat(places).doesNotHaveDuplicates();
        assertThat(read(team, () -> items().creators(list.id()))).hasSize(many.size());
    }

    private List<ListItem> five() {
        List<ListItem> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(item(list, creator(i % 2 == 0 ? team : TeamId.CATALOGUE), PLACES.get(i)));
        }
        add(all.reversed().toArray(ListItem[]::new));
        return all;
    }

    private TeamList made(TeamId owner) {
        TeamList made = list(owner, "Spring", NOON);
        return write(owner, () -> {
            lists().add(made);
            return made;
        });
    }

    private Creator creator(TeamId owner) {
        Creator creator = bare(owner, "c." + SeededIds.next());
        transactions().run(system(owner), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private void move(Map<CreatorId, OrderKey> places) {
        write(team, () -> {
            items().move(list.id(), places);
            return true;
        });
    }

    private List<ListItem> add(ListItem... added) {
        return write(team, () -> items().add(List.of(added)));
    }

    private Optional<ListItem> find(TeamId reader, ListItem item) {
        return read(reader, () -> items().find(item.list(), item.creator()));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
