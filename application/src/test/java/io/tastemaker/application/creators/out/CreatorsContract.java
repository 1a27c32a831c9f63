package io.tastemaker.application.creators.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.creators.out.CreatorFixtures.handle;
import static io.tastemaker.application.creators.out.CreatorFixtures.next;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of creators does. */
public abstract class CreatorsContract {

    private TeamId team;
    private String name;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        name = "ana." + SeededIds.next(); // the catalogue is shared by all tests
    }

    @Test
    void a_creator_is_found_as_it_was_added() {
        Creator everything = full(team, name);
        Creator nothing = bare(team, "bare");
        add(team, everything, nothing);
        assertThat(find(team, everything)).contains(everything);
        assertThat(find(team, nothing)).contains(nothing);
        assertThat(byHandle(team, handle(name))).contains(everything);
    }

    @Test
    void a_team_does_not_see_another_teams_creators() {
        Creator creator = full(team, name);
        add(team, creator);
        TeamId other = newTeam(teams());
        assertThat(find(other, creator)).isEmpty();
        assertThat(byHandle(other, handle(name))).isEmpty();
        assertThat(read(other, () -> creators().all(List.of(creator.id())))).isEmpty();
    }

    @Test
    void a_team_goes_through_its_own_creators_once_each() {
        List<Creator> own = IntStream.range(0, 7).mapToObj(number -> full(team, name + number)).toList();
        add(team, own.toArray(Creator[]::new));
        TeamId other = newTeam(teams());
        add(other, bare(other, "elsewhere." + name));
        add(TeamId.CATALOGUE, bare(TeamId.CATALOGUE, "shared." + name));

        List<Creator> met = new ArrayList<>();
        for (List<Creator> part = behind(Optional.empty()); !part.isEmpty(); part = behind(Optional.of(met.getLast().id()))) {
            met.addAll(part);
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(own)
                .isSortedAccordingTo(Comparator.comparing(creator -> creator.id().toString()));
    }

    private List<Creator> behind(Optional<CreatorId> after) {
        return read(team, () -> creators().next(after, 3));
    }

    @Test
    void everybody_sees_the_catalogue_and_only_its_own_transactions_write_it() {
        Creator shared = full(TeamId.CATALOGUE, name);
        add(TeamId.CATALOGUE, shared);
        assertThat(find(team, shared)).contains(shared);
        assertThatThrownBy(() -> add(team, full(TeamId.CATALOGUE, "other." + name))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> run(team, () -> creators().remove(shared))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> run(team, () -> creators().lock(TeamId.CATALOGUE, Set.of()))).isInstanceOf(RuntimeException.class);
        assertThat(find(team, shared)).contains(shared);
    }

    @Test
    void a_teams_own_record_comes_before_the_catalogues() {
        Creator shared = bare(TeamId.CATALOGUE, name);
        add(TeamId.CATALOGUE, shared);
        assertThat(byHandle(team, handle(name))).contains(shared);
        Creator own = full(team, name);
        add(team, own);
        assertThat(byHandle(team, handle(name))).contains(own);
        assertThat(byHandle(newTeam(teams()), handle(name))).contains(shared);
    }

    @Test
    void several_are_read_at_once_and_unknown_ones_left_out() {
        Creator own = full(team, name);
        Creator shared = bare(TeamId.CATALOGUE, name);
        add(team, own);
        add(TeamId.CATALOGUE, shared);
        List<CreatorId> ids = List.of(own.id(), shared.id(), own.id(), new CreatorId(SeededIds.next()));
        assertThat(read(team, () -> creators().all(ids))).containsExactlyInAnyOrder(own, shared);
        assertThat(read(team, () -> creators().all(List.of()))).isEmpty();
    }

    @Test
    void locking_reads_the_owners_creators_of_these_handles() {
        Creator own = full(team, name);
        add(team, own);
        add(TeamId.CATALOGUE, bare(TeamId.CATALOGUE, name));
        Set<Handle> handles = Set.of(handle(name), handle("nobody"), new Handle(Platform.TIKTOK, name));
        List<Creator> locked = transactions().inTransaction(system(team), "test", () -> creators().lock(team, handles));
        assertThat(locked).containsExactly(own);
    }

    @Test
    void a_replaced_creator_is_found_as_it_is_now() {
        Creator before = full(team, name);
        add(team, before);
        Facts fewer = before.facts().without(Fact.EMAIL).without(Fact.CATEGORIES);
        Creator after = next(before, handle("new." + name), fewer);
        run(team, () -> {
            creators().lock(team, Set.of(handle(name)));
            creators().replace(List.of(after));
        });
        assertThat(find(team, before)).contains(after);
        assertThat(byHandle(team, handle(name))).isEmpty();
        assertThat(byHandle(team, after.handle())).contains(after);
    }

    @Test
    void what_is_not_there_cannot_be_replaced_or_removed() {
        Creator unknown = full(team, name);
        assertThatThrownBy(() -> run(team, () -> creators().replace(List.of(unknown)))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> run(team, () -> creators().remove(unknown))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_removed_creator_is_gone() {
        Creator creator = full(team, name);
        add(team, creator);
        run(team, () -> creators().remove(creator));
        assertThat(find(team, creator)).isEmpty();
        add(team, bare(team, name));
    }

    @Test
    void a_handle_is_there_once_per_owner() {
        add(team, bare(team, name));
        assertThatThrownBy(() -> add(team, full(team, name))).isInstanceOf(RuntimeException.class);
        add(newTeam(teams()), new Creator[0]);
    }

    @Test
    void many_are_written_at_once_or_not_at_all() {
        List<Creator> many = new ArrayList<>();
        for (int number = 0; number < 2_500; number++) {
            many.add(number % 2 == 0 ? full(team, "c" + number) : bare(team, "c" + number));
        }
        List<Creator> clashing = new ArrayList<>(many);
        clashing.add(bare(team, "c7"));
        assertThatThrownBy(() -> add(team, clashing.toArray(Creator[]::new))).isInstanceOf(RuntimeException.class);
        assertThat(read(team, () -> creators().all(many.stream().map(Creator::id).toList()))).isEmpty();

        add(team, many.toArray(Creator[]::new));
        List<Creator> changed = many.stream().map(creator -> next(creator, creator.handle(), full(team, name).facts())).toList();
        run(team, () -> {
            creators().lock(team, changed.stream().map(Creator::handle).toList());
            creators().replace(changed);
        });
        assertThat(Set.copyOf(read(team, () -> creators().all(many.stream().map(Creator::id).toList())))).isEqualTo(Set.copyOf(changed));
    }

    private void add(TeamId owner, Creator... added) {
        run(owner, () -> {
            creators().lock(owner, List.of(added).stream().map(Creator::handle).toList());
            creators().add(List.of(added));
        });
    }

    private Optional<Creator> find(TeamId reader, Creator creator) {
        return read(reader, () -> creators().find(creator.id()));
    }

    private Optional<Creator> byHandle(TeamId reader, Handle handle) {
        return read(reader, () -> creators().find(handle));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private void run(TeamId writer, Runnable work) {
        transactions().run(system(writer), "test", work);
    }
}
