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
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of those with whom lists are shared does. */
public abstract class ListCollaboratorsContract {

    private TeamId team;
    private TeamList list;

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract TeamLists lists();

    protected abstract ListCollaborators collaborators();

    @BeforeEach
    void makeList() {
        team = newTeam(teams());
        list = made(team);
    }

    @Test
    void a_collaborator_is_found_as_added_by_the_own_team_only() {
        ListCollaborator ana = collaborator(member(), ListRight.READ, NOON);
        assertThat(add(ana)).isTrue();
        assertThat(find(team, ana)).contains(ana);
        assertThat(find(newTeam(teams()), ana)).isEmpty();
    }

    @Test
    void a_list_is_shared_with_somebody_once() {
        ListCollaborator ana = collaborator(member(), ListRight.READ, NOON);
        add(ana);
        assertThat(add(ana.changed(ListRight.EDIT))).isFalse();
        assertThat(find(team, ana)).contains(ana);
    }

    @Test
    void another_teams_list_cannot_be_shared() {
        ListCollaborator ana = collaborator(member(), ListRight.READ, NOON);
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> collaborators().add(ana))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        ListCollaborator first = collaborator(member(), ListRight.READ, NOON);
        add(first);
        ListCollaborator second = first.changed(ListRight.EDIT);
        assertThat(write(team, () -> collaborators().replace(second))).isTrue();
        assertThat(write(team, () -> collaborators().replace(first.changed(ListRight.READ)))).isFalse();
        assertThat(find(team, first)).contains(second);
    }

    @Test
    void what_is_not_shared_any_more_is_gone_and_so_is_what_hung_on_a_list() {
        ListCollaborator ana = collaborator(member(), ListRight.READ, NOON);
        ListCollaborator ben = collaborator(member(), ListRight.READ, NOON);
        add(ana);
        add(ben);
        assertThat(write(newTeam(teams()), () -> collaborators().remove(list.id(), ana.user()))).isFalse();
        assertThat(write(team, () -> collaborators().remove(list.id(), ana.user()))).isTrue();
        assertThat(write(team, () -> collaborators().remove(list.id(), ana.user()))).isFalse();
        write(team, () -> lists().remove(list));
        assertThat(find(team, ben)).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_in_the_order_of_sharing_and_counted() {
        List<ListCollaborator> inOrder = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            ListCollaborator each = collaborator(member(), ListRight.EDIT, NOON.plusSeconds(second));
            add(each);
            inOrder.add(each);
        }
        List<ListCollaborator> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<ListCollaborator> page = read(team, () -> collaborators().list(list.id(), request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(inOrder);
        assertThat(read(team, () -> collaborators().count(list.id()))).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> collaborators().count(list.id()))).isZero();
    }

    @Test
    void what_is_shared_with_somebody_is_found_for_many_lists_at_once() {
        UserId ana = member();
        TeamList other = made(team);
        ListCollaborator first = collaborator(ana, ListRight.READ, NOON);
        ListCollaborator second = new ListCollaborator(other.id(), ana, ListRight.EDIT, "user:ben", NOON, 1);
        add(first);
        add(second);
        add(collaborator(member(), ListRight.EDIT, NOON));
        assertThat(read(team, () -> collaborators().of(ana, List.of(list.id(), other.id(), made().id())))).containsExactlyInAnyOrder(first, second);
        assertThat(read(team, () -> collaborators().of(ana, List.of(other.id())))).containsExactly(second);
        assertThat(read(team, () -> collaborators().of(ana, List.of()))).isEmpty();
        assertThat(read(newTeam(teams()), () -> collaborators().of(ana, List.of(list.id())))).isEmpty();
    }

    private static TeamList made() {
        return list(new TeamId(SeededIds.next()), "Nobody's", NOON);
    }

    private TeamList made(TeamId owner) {
        TeamList made = list(owner, "Spring", NOON);
        return write(owner, () -> {
            lists().add(made);
            return made;
        });
    }

    private UserId member() {
        User person = newOwner(platform(), teams(), users());
        platform().run(system(TeamId.CATALOGUE), "test", () -> users().join(Membership.begin(team, person.id(), Role.MANAGER, NOON)));
        return person.id();
    }

    private ListCollaborator collaborator(UserId user, ListRight right, Instant at) {
        return new ListCollaborator(list.id(), user, right, "user:ben", at, 1);
    }

    private boolean add(ListCollaborator collaborator) {
        return write(team, () -> collaborators().add(collaborator));
    }

    private Optional<ListCollaborator> find(TeamId reader, ListCollaborator collaborator) {
        return read(reader, () -> collaborators().find(collaborator.list(), collaborator.user()));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
