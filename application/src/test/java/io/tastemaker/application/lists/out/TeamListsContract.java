package io.tastemaker.application.lists.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.lists.out.ListFixtures.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of lists does. */
public abstract class TeamListsContract {

    private TeamId team;

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract TeamLists lists();

    protected abstract ListCollaborators collaborators();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_list_is_found_as_it_was_added_by_its_own_team_only() {
        TeamList list = add(list(team, "Spring", NOON));
        assertThat(find(team, list.id())).contains(list);
        assertThat(find(newTeam(teams()), list.id())).isEmpty();
        assertThat(this.<Optional<TeamList>>write(team, () -> lists().hold(list.id()))).contains(list);
        assertThat(this.<Optional<TeamList>>write(newTeam(teams()), () -> lists().hold(list.id()))).isEmpty();
    }

    @Test
    void some_lists_are_found_by_their_own_team_only() {
        TeamList spring = add(list(team, "Spring", NOON));
        TeamList summer = add(list(team, "Summer", NOON));
        add(list(team, "Autumn", NOON));
        List<ListId> asked = List.of(summer.id(), spring.id(), new ListId(SeededIds.next()));
        assertThat(read(team, () -> lists().all(asked))).containsExactlyInAnyOrder(spring, summer);
        assertThat(read(team, () -> lists().all(List.of()))).isEmpty();
        assertThat(read(newTeam(teams()), () -> lists().all(asked))).isEmpty();
    }

    @Test
    void a_list_of_another_team_cannot_be_added() {
        TeamList foreign = list(newTeam(teams()), "Spring", NOON);
        assertThatThrownBy(() -> add(foreign)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        TeamList first = add(list(team, "Spring", NOON));
        TeamList second = first.changed(new TeamList.Look("Summer", "", TeamList.Visibility.PRIVATE, ListForm.PLAIN), NOON.plusSeconds(1));
        assertThat(write(team, () -> lists().replace(second))).isTrue();
        assertThat(write(team, () -> lists().replace(first.changed(first.look(), NOON)))).isFalse();
        assertThat(write(newTeam(teams()), () -> lists().replace(second.changed(first.look(), NOON)))).isFalse();
        assertThat(find(team, first.id())).contains(second);
    }

    @Test
    void an_arrangement_is_counted_and_makes_no_version() {
        TeamList list = add(list(team, "Spring", NOON));
        write(team, () -> {
            lists().rearranged(list.id());
            return true;
        });
        assertThat(find(team, list.id()).orElseThrow().arrangement()).isEqualTo(2);
        assertThat(find(team, list.id()).orElseThrow().version()).isEqualTo(1);
        TeamList renamed = list.changed(list.look(), NOON);
        assertThat(write(team, () -> lists().replace(renamed))).isTrue();
        assertThat(find(team, list.id()).orElseThrow().arrangement()).as("a change does not undo it").isEqualTo(2);
    }

    @Test
    void a_removed_list_is_gone_unless_somebody_changed_it() {
        TeamList first = add(list(team, "Spring", NOON));
        TeamList second = first.changed(first.look(), NOON);
        write(team, () -> lists().replace(second));
        assertThat(write(team, () -> lists().remove(first))).isFalse();
        assertThat(write(newTeam(teams()), () -> lists().remove(second))).isFalse();
        assertThat(write(team, () -> lists().remove(second))).isTrue();
        assertThat(find(team, first.id())).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_and_counted() {
        List<TeamList> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(add(list(team, "List " + second, NOON.plusSeconds(second))));
        }
        TeamId other = newTeam(teams());
        write(other, () -> {
            lists().add(list(other, "Foreign", NOON));
            return true;
        });
        List<TeamList> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<TeamList> page = read(team, () -> lists().list(system(team), "", request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(read(team, () -> lists().count())).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> lists().count())).isZero();
    }

    @Test
    void a_text_is_looked_for_in_the_name_as_it_is() {
        TeamList half = add(list(team, "50% off_sale", NOON));
        add(list(team, "500 offAsale", NOON));
        assertThat(names(system(team), "50% OFF_")).containsExactly(half.name());
        assertThat(names(system(team), "sale")).hasSize(2);
    }

    @Test
    void a_private_list_is_listed_for_its_maker_whom_it_is_shared_with_and_who_owns_the_team() {
        User owner = newOwner(platform(), teams(), users());
        team = owner.homeTeam();
        Actor ana = colleague(Role.MANAGER);
        Actor ben = colleague(Role.MEMBER);
        Actor eva = colleague(Role.ADMIN);
        TeamList open = add(list(team, "Open", TeamList.Visibility.TEAM, ana.label(), NOON));
        TeamList hidden = add(list(team, "Hidden", TeamList.Visibility.PRIVATE, ana.label(), NOON.plusSeconds(1)));
        TeamList shared = add(list(team, "Shared", TeamList.Visibility.PRIVATE, ana.label(), NOON.plusSeconds(2)));
        share(shared, ben);

        assertThat(names(ana, "")).containsExactly("Shared", "Hidden", "Open");
        assertThat(names(ben, "")).containsExactly("Shared", "Open");
        assertThat(names(eva, "")).containsExactly("Open");
        assertThat(names(new Actor.User(owner.id(), team, Role.OWNER, new SessionId(SeededIds.next())), "")).hasSize(3);
        assertThat(names(new Actor.Key(new ApiKeyId(SeededIds.next()), team, Role.MANAGER, Set.of()), "")).containsExactly("Open");
        for (Actor viewer : List.of(ana, ben, eva)) { // what is listed is what may be read
            for (TeamList list : List.of(open, hidden, shared)) {
                Optional<ListCollaborator> how = read(team, () -> collaborators().find(list.id(), viewer.person().orElseThrow().user()));
                assertThat(names(viewer, "").contains(list.name())).isEqualTo(ListRight.of(viewer, list, how).covers(ListRight.READ));
            }
        }
    }

    private Actor colleague(Role role) {
        User person = newOwner(platform(), teams(), users());
        platform().run(system(TeamId.CATALOGUE), "test", () -> users().join(Membership.begin(team, person.id(), role, NOON)));
        return new Actor.User(person.id(), team, role, new SessionId(SeededIds.next()));
    }

    private void share(TeamList list, Actor with) {
        write(team, () -> collaborators().add(
                new ListCollaborator(list.id(), with.person().orElseThrow().user(), ListRight.READ, "user:ana", NOON, 1)));
    }

    private List<String> names(Actor viewer, String text) {
        return read(team, () -> lists().list(viewer, text, PageRequest.first(9))).items().stream().map(TeamList::name).toList();
    }

    private TeamList add(TeamList list) {
        return write(team, () -> {
            lists().add(list);
            return list;
        });
    }

    private Optional<TeamList> find(TeamId reader, ListId id) {
        return read(reader, () -> lists().find(id));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
