package io.tastemaker.application.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreatorsByHandTest {

    private static final Handle ANA_VERDE = new Handle(Platform.INSTAGRAM, "ana.verde");

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final CreatorUseCases creators = new CreatorUseCases(transactions, new InMemoryCreators(transactions),
            new InMemoryFavorites(transactions), new InMemoryIds(), clock);

    @Test
    void what_somebody_typed_in_says_so() {
        Creator creator = enter(Actors.ANA, new Facts.Stated<>(Fact.FOLLOWERS, 84_500L));

        assertThat(show(Actors.BEN, creator).facts().get(Fact.FOLLOWERS))
                .contains(new Observed<>(84_500L, Observed.Kind.IMPORTED, "hand", clock.instant()));
    }

    @Test
    void the_same_handle_cannot_be_entered_twice_by_one_team() {
        Creator creator = enter(Actors.ANA);

        assertThat(creators.enterCreator().handle(new EnterCreator.Command(Actors.ANA, ANA_VERDE, List.of())))
                .isEqualTo(new EnterCreator.Outcome.AlreadyThere(creator));
    }

    @Test
    void a_private_creator_is_invisible_to_other_teams_who_may_have_their_own() {
        Creator limas = enter(Actors.ANA);
        Creator oslos = enter(Actors.OLE);

        assertThatThrownBy(() -> show(Actors.OLE, limas)).isInstanceOf(Refusal.NotFound.class);
        assertThat(byHandle(Actors.OLE)).isEqualTo(oslos);
    }

    @Test
    void the_teams_own_record_comes_before_the_catalogues() {
        Creator shared = enter(Actors.OPERATOR);
        assertThat(byHandle(Actors.BEN)).isEqualTo(shared);

        Creator own = enter(Actors.ANA);

        assertThat(byHandle(Actors.BEN)).isEqualTo(own);
        assertThat(byHandle(Actors.OLE)).isEqualTo(shared);
    }

    @Test
    void a_change_makes_the_next_version_unless_nothing_changes() {
        Creator creator = enter(Actors.ANA, new Facts.Stated<>(Fact.NAME, "Ana"));

        Creator changed = change(Actors.ANA, creator, 1, List.of(new Facts.Stated<>(Fact.NAME, "Ana Verde")), Set.of());
        clock.advance(Duration.ofDays(1));
        Creator same = change(Actors.ANA, creator, 2, List.of(new Facts.Stated<>(Fact.NAME, "Ana Verde")), Set.of());
        Creator cleared = change(Actors.ANA, creator, 2, List.of(), Set.of(Fact.NAME));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(same.version()).isEqualTo(2);
        assertThat(cleared.facts().value(Fact.NAME)).isEmpty();
        assertThatThrownBy(() -> change(Actors.ANA, creator, 2, List.of(), Set.of()))
                .isInstanceOfSatisfying(Refusal.StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(3));
    }

    @Test
    void a_team_reads_the_catalogue_and_does_not_write_it() {
        Creator shared = enter(Actors.OPERATOR);

        assertThatThrownBy(() -> change(Actors.ANA, shared, 1, List.of(), Set.of())).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> creators.removeCreator().handle(
                new RemoveCreator.Command(Actors.ANA, shared.id(), OptionalLong.empty()))).isInstanceOf(Refusal.Forbidden.class);
        assertThat(show(Actors.BEN, shared)).isEqualTo(shared);
    }

    @Test
    void a_removed_creator_is_gone() {
        Creator creator = enter(Actors.ANA);

        creators.removeCreator().handle(new RemoveCreator.Command(Actors.ANA, creator.id(), OptionalLong.of(1)));

        assertThatThrownBy(() -> show(Actors.ANA, creator)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void favourites_belong_to_one_person() {
        Creator creator = enter(Actors.ANA);
        creators.markFavorite().handle(new MarkFavorite.Command(Actors.BEN, creator.id(), true));
        creators.markFavorite().handle(new MarkFavorite.Command(Actors.BEN, creator.id(), true));

        assertThat(favorites(Actors.BEN)).extracting(ListFavorites.Entry::creator).containsExactly(creator);
        assertThat(favorites(Actors.ANA)).isEmpty();

        creators.markFavorite().handle(new MarkFavorite.Command(Actors.BEN, creator.id(), false));
        assertThat(favorites(Actors.BEN)).isEmpty();
    }

    private Creator enter(Actor actor, Facts.Stated<?>... stated) {
        EnterCreator.Outcome outcome =
                creators.enterCreator().handle(new EnterCreator.Command(actor, ANA_VERDE, List.of(stated)));
        return ((EnterCreator.Outcome.Entered) outcome).creator();
    }

    private Creator change(Actor actor, Creator creator, long version, List<Facts.Stated<?>> stated, Set<Fact<?>> cleared) {
        return creators.changeCreator().handle(new ChangeCreator.Command(actor, creator.id(), version, stated, cleared));
    }

    private Creator show(Actor actor, Creator creator) {
        return creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(creator.id())));
    }

    private Creator byHandle(Actor actor) {
        return creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ByHandle(ANA_VERDE)));
    }

    private List<ListFavorites.Entry> favorites(Actor actor) {
        return creators.listFavorites().handle(new ListFavorites.Query(actor, PageRequest.first(10))).items();
    }
}
