package io.tastemaker.application.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.ContentFacts;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreatorsByReadingTest {

    private static final Handle ANA_VERDE = new Handle(Platform.INSTAGRAM, "ana.verde");
    private static final Actor READER = new Actor.System("content", Actors.LIMA);
    private static final ContentFacts BEAUTY = new ContentFacts(Optional.of(new CategoryShares(Map.of(Category.BEAUTY, 80))),
            Set.of(new Language("pt")), Optional.of(new MoodScore(35)));

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final CreatorUseCases creators = new CreatorUseCases(transactions, new InMemoryCreators(transactions),
            new InMemoryFavorites(transactions), new InMemoryIds(), clock);

    @Test
    void what_was_read_out_of_posts_is_learned_beside_what_is_known() {
        Creator entered = enter(Actors.ANA);

        Creator learned = learn(READER, entered, BEAUTY, clock.instant());

        assertThat(learned.version()).isEqualTo(2);
        assertThat(learned.facts().value(Fact.FOLLOWERS)).contains(84_500L);
        assertThat(learned.facts().get(Fact.CONTENT_SENTIMENT))
                .contains(new Observed<>(new MoodScore(35), Observed.Kind.INFERRED, "content:rules", clock.instant()));
        assertThat(show(Actors.BEN, entered)).isEqualTo(learned);
    }

    @Test
    void what_changes_nothing_or_comes_late_makes_no_version() {
        Creator learned = learn(READER, enter(Actors.ANA), BEAUTY, clock.instant());

        assertThat(learn(READER, learned, BEAUTY, clock.instant().plusSeconds(60))).isEqualTo(learned);
        assertThat(learn(READER, learned, ContentFacts.NONE, clock.instant().minusSeconds(1))).isEqualTo(learned);
        assertThat(show(Actors.BEN, learned)).isEqualTo(learned);
    }

    @Test
    void a_later_reading_replaces_all_of_an_earlier_one() {
        Creator learned = learn(READER, enter(Actors.ANA), BEAUTY, clock.instant());

        Creator silent = learn(READER, learned, ContentFacts.NONE, clock.instant());

        assertThat(silent.version()).isEqualTo(3);
        assertThat(silent.facts().kinds()).containsExactly(Fact.FOLLOWERS);
        assertThat(show(Actors.BEN, learned)).isEqualTo(silent);
    }

    @Test
    void a_team_learns_about_its_own_creators_and_only_the_program_about_the_catalogues() {
        Creator own = enter(Actors.ANA);
        Creator shared = enter(Actors.OPERATOR);

        assertThat(learn(Actors.PROGRAM, shared, BEAUTY, clock.instant()).version()).isEqualTo(2);
        assertThat(learn(Actors.ANA, own, BEAUTY, clock.instant()).version()).isEqualTo(2);
        assertThatThrownBy(() -> learn(READER, shared, BEAUTY, clock.instant())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> learn(Actors.OLE, own, BEAUTY, clock.instant())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> learn(Actors.BEN, own, BEAUTY, clock.instant())).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void what_a_source_measures_makes_a_record_where_there_is_none() {
        Creator made = measure(READER, 90_000L, clock.instant());
        Creator shared = measure(Actors.PROGRAM, 90_000L, clock.instant());

        assertThat(made.version()).isEqualTo(1);
        assertThat(made.handleKind()).isEqualTo(Observed.Kind.MEASURED);
        assertThat(made.owner()).isEqualTo(Actors.LIMA);
        assertThat(shared.owner()).isEqualTo(TeamId.CATALOGUE);
        assertThat(show(Actors.BEN, made)).isEqualTo(made);
    }

    @Test
    void what_a_source_measures_later_replaces_what_is_known_and_says_that_the_account_is_there() {
        Creator entered = enter(Actors.ANA);

        Creator measured = measure(READER, 90_000L, clock.instant().plusSeconds(1));
        Creator again = measure(READER, 90_000L, clock.instant().plusSeconds(1));
        Creator older = measure(READER, 70_000L, clock.instant().minusSeconds(1));

        assertThat(measured.id()).isEqualTo(entered.id());
        assertThat(measured.version()).isEqualTo(2);
        assertThat(measured.handleKind()).isEqualTo(Observed.Kind.MEASURED);
        assertThat(measured.facts().value(Fact.FOLLOWERS)).contains(90_000L);
        assertThat(List.of(again, older, show(Actors.BEN, entered))).containsOnly(measured);
    }

    @Test
    void measuring_needs_the_right_to_write_and_never_concludes() {
        Facts concluded = Facts.NONE.with(
                Fact.CONTENT_SENTIMENT, new Observed<>(new MoodScore(1), Observed.Kind.INFERRED, "x", clock.instant()));

        assertThatThrownBy(() -> measure(Actors.BEN, 1L, clock.instant())).isInstanceOf(Refusal.Forbidden.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnFacts.Command(READER, ANA_VERDE, concluded));
    }

    private Creator enter(Actor actor) {
        EnterCreator.Command command = new EnterCreator.Command(actor, ANA_VERDE, List.of(new Facts.Stated<>(Fact.FOLLOWERS, 84_500L)));
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(command)).creator();
    }

    private Creator learn(Actor actor, Creator creator, ContentFacts content, Instant at) {
        return creators.learnContent().handle(new LearnContent.Command(actor, creator.id(), content, at, "content:rules"));
    }

    private Creator measure(Actor actor, long followers, Instant at) {
        Facts facts = Facts.NONE.with(Fact.FOLLOWERS, new Observed<>(followers, Observed.Kind.MEASURED, "source", at));
        return creators.learnFacts().handle(new LearnFacts.Command(actor, ANA_VERDE, facts));
    }

    private Creator show(Actor actor, Creator creator) {
        return creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(creator.id())));
    }
}
