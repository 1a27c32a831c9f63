package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.BEN;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static io.tastemaker.application.shared.Actors.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows from posts: how it is kept up to date, how it is shown, and who is alike. */
class ContentProfilesOfATeamTest {

    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(HandClock.START, ZoneOffset.UTC);

    private final ContentWorld world = ContentWorld.withModels();
    private final Creator mara = world.creator(ANA, "mara");

    private int compute() {
        return ((ComputeProfiles.Outcome.Computed) world.content.computeProfiles().handle(new ComputeProfiles.Command(PROGRAM))).count();
    }

    private List<ProfileSnapshot> history(Actor actor, LocalDate from, LocalDate to) {
        return world.content.showProfileHistory().handle(new ShowProfileHistory.Query(actor, mara.id(), from, to));
    }

    private static Findings about(Category... categories) {
        List<Guess.Likely<Category>> likely = List.of(categories).stream().map(category -> new Guess.Likely<>(category, 0.75)).toList();
        return Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(new Guess<>(likely));
    }

    /** A creator with three posts, all about the same. */
    private Creator writing(Actor actor, String name, Category... categories) {
        Creator creator = world.creator(actor, name);
        world.posts(actor, creator, 3);
        world.judge.finds(passage -> about(categories));
        world.analyse(actor);
        return creator;
    }

    private List<CreatorId> alike(Actor actor, Creator creator) {
        return world.profile(actor, creator.id()).alike().stream().map(profile -> profile.creator()).toList();
    }

    @Test
    void of_a_creator_without_posts_nothing_is_known() {
        ShowContentProfile.Shown shown = world.profile(BEN, mara.id());

        assertThat(shown.profile().basis().posts()).isZero();
        assertThat(shown.profile().categories()).isEmpty();
        assertThat(shown.outdatedSince()).isEmpty();
        assertThat(shown.source()).isEmpty();
        assertThat(shown.isStale()).isFalse();
        assertThat(shown.alike()).isEmpty();
    }

    @Test
    void what_has_changed_is_computed_in_the_background_two_seconds_later() {
        world.posts(ANA, mara, 2);
        assertThat(world.profile(ANA, mara.id()).outdatedSince()).isPresent();
        world.later(Duration.ofSeconds(30));
        assertThat(compute()).isZero();
        world.later(Duration.ofMillis(1));

        assertThat(compute()).isEqualTo(1);

        assertThat(world.profile(ANA, mara.id()).outdatedSince()).isEmpty();
        assertThat(world.profile(ANA, mara.id()).profile().basis().posts()).isEqualTo(2);
        assertThat(compute()).isZero();
    }

    @Test
    void the_background_computes_for_all_teams_and_for_the_catalogue() {
        world.posts(ANA, mara, 1);
        Creator oles = world.creator(OLE, "ole");
        world.posts(OLE, oles, 1);
        Creator star = world.creator(OPERATOR, "star");
        world.posts(OPERATOR, star, 1);
        world.later(Duration.ofSeconds(31));

        assertThat(compute()).isEqualTo(3);

        assertThat(world.profile(OLE, oles.id()).profile().basis().posts()).isEqualTo(1);
        assertThat(world.profile(ANA, star.id()).profile().basis().posts()).isEqualTo(1);
    }

    @Test
    void a_creator_that_was_removed_does_not_stop_the_background() {
        world.posts(ANA, mara, 1);
        Creator otto = world.creator(ANA, "otto");
        world.posts(ANA, otto, 1);
        world.remove(ANA, mara.id());
        world.later(Duration.ofSeconds(31));

        assertThat(compute()).isEqualTo(1);
        assertThat(compute()).isZero();
    }

    @Test
    void all_of_many_posts_count() {
        world.posts(ANA, mara, 230);
        world.later(Duration.ofSeconds(31));

        compute();

        assertThat(world.profile(ANA, mara.id()).profile().basis().posts()).isEqualTo(230);
    }

    @Test
    void each_day_is_remembered_as_it_ended() {
        world.posts(ANA, mara, 1);
        world.analyse(ANA);
        world.post(ANA, mara, "more", "awful");
        world.analyse(ANA);
        world.later(Duration.ofDays(2));
        world.post(ANA, mara, "even more", "awful");
        world.analyse(ANA);

        assertThat(history(BEN, FIRST_DAY, FIRST_DAY.plusDays(9))).satisfiesExactly(
                first -> {
                    assertThat(first.on()).isEqualTo(FIRST_DAY);
                    assertThat(first.posts()).isEqualTo(2);
                },
                third -> {
                    assertThat(third.on()).isEqualTo(FIRST_DAY.plusDays(2));
                    assertThat(third.posts()).isEqualTo(3);
                });
        assertThat(history(BEN, FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(1))).isEmpty();
    }

    @Test
    void creators_of_other_teams_are_shown_to_nobody_else() {
        assertThatThrownBy(() -> world.profile(OLE, mara.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> history(OLE, FIRST_DAY, FIRST_DAY)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void who_writes_about_the_same_is_alike_the_most_alike_first() {
        Creator baker = writing(ANA, "baker", Category.FOOD);
        Creator cook = writing(ANA, "cook", Category.FOOD, Category.TRAVEL);
        Creator star = writing(OPERATOR, "star", Category.FOOD);
        writing(ANA, "guide", Category.TRAVEL);
        writing(OLE, "oles", Category.FOOD);

        assertThat(alike(ANA, baker)).containsExactly(star.id(), cook.id());
        assertThat(alike(OLE, star)).hasSize(1).doesNotContain(baker.id(), cook.id());
    }

    @Test
    void ten_are_named_at_most() {
        Creator baker = writing(ANA, "baker", Category.FOOD);
        IntStream.rangeClosed(1, 12).forEach(number -> writing(ANA, "baker" + number, Category.FOOD));

        assertThat(alike(ANA, baker)).hasSize(10).doesNotContain(baker.id());
    }
}
