package io.tastemaker.application.content.out;

import static io.tastemaker.application.content.out.ContentFixtures.profile;
import static io.tastemaker.application.content.out.ContentFixtures.silent;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.content.out.ContentProfiles.Outdated;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of profiles does. */
public abstract class ContentProfilesContract {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

    private TeamId team;
    private TeamId other;
    private Creator own;
    private Creator shared;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract ContentProfiles profiles();

    @BeforeEach
    void makeCreators() {
        team = newTeam(teams());
        other = newTeam(teams());
        own = creator(team);
        shared = creator(TeamId.CATALOGUE);
    }

    @Test
    void a_profile_is_found_as_it_was_kept_and_by_its_team_only() {
        ContentProfile full = profile(team, own, NOON.plusNanos(1_999), 10);
        ContentProfile silent = silent(team, shared, NOON);
        save(full, NOON);
        save(silent, NOON);

        assertThat(find(team, own)).contains(full);
        assertThat(find(team, shared)).contains(silent);
        assertThat(find(other, own)).isEmpty();
        assertThat(find(other, shared)).isEmpty();
        assertThat(history(other, own)).isEmpty();
    }

    @Test
    void a_teams_own_view_comes_before_the_catalogues_which_everybody_sees_and_only_its_own_transactions_write() {
        ContentProfile everybodys = profile(TeamId.CATALOGUE, shared, NOON, 10);
        save(everybodys, NOON);
        assertThat(find(team, shared)).contains(everybodys);
        assertThat(history(team, shared)).containsExactly(ProfileSnapshot.of(everybodys));

        ContentProfile mine = profile(team, shared, NOON.plus(Duration.ofDays(1)), 11);
        save(mine, NOON);
        assertThat(find(team, shared)).contains(mine);
        assertThat(history(team, shared)).containsExactly(ProfileSnapshot.of(mine));
        assertThat(find(other, shared)).contains(everybodys);
        assertThatThrownBy(() -> run(team, () -> profiles().save(everybodys, ProfileSnapshot.of(everybodys), NOON)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void posts_that_change_make_the_teams_own_view_outdated() {
        assertThat(outdated(team, shared)).isEmpty();
        outdate(team, shared, NOON.plusNanos(1_999));

        assertThat(outdated(team, shared)).contains(new Outdated(TeamId.CATALOGUE, shared.id(), NOON.plusNanos(1_000)));
        assertThat(find(team, shared)).as("nothing was computed yet").isEmpty();
        assertThat(outdated(other, shared)).isEmpty();
        assertThat(outdated(TeamId.CATALOGUE, shared)).isEmpty();
        outdate(TeamId.CATALOGUE, shared, NOON);
        assertThat(listOutdated(team, 10)).hasSize(1);
        assertThat(listOutdated(other, 10)).isEmpty();
    }

    @Test
    void the_longest_outdated_come_first() {
        Creator third = creator(team);
        outdate(team, own, NOON.plusSeconds(2));
        outdate(team, shared, NOON.plusSeconds(1));
        outdate(team, third, NOON.plusSeconds(3));

        assertThat(listOutdated(team, 10)).extracting(Outdated::creator).containsExactly(shared.id(), own.id(), third.id());
        assertThat(listOutdated(team, 2)).extracting(Outdated::creator).containsExactly(shared.id(), own.id());
    }

    @Test
    void a_profile_that_was_computed_is_up_to_date() {
        outdate(team, own, NOON);
        assertThat(save(profile(team, own, NOON.plusSeconds(1), 10), since(own))).isTrue();

        assertThat(outdated(team, own)).isEmpty();
        assertThat(listOutdated(team, 10)).isEmpty();
        outdate(team, own, NOON.minusSeconds(5));
        assertThat(since(own)).as("whatever the clock says").isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void what_changes_while_a_profile_is_computed_leaves_it_outdated_whatever_the_clock_says() {
        for (Instant change : List.of(NOON.plusSeconds(9), NOON, NOON.minusSeconds(9))) {
            Creator creator = creator(team);
            outdate(team, creator, NOON);
            Instant seen = since(creator);
            outdate(team, creator, change);
            ContentProfile half = profile(team, creator, NOON.plusSeconds(1), 10);

            assertThat(save(half, seen)).as("changed at %s", change).isTrue();
            assertThat(find(team, creator)).contains(half);
            assertThat(since(creator)).isAfter(seen);
            assertThat(save(profile(team, creator, NOON.plusSeconds(2), 11), since(creator))).isTrue();
            assertThat(outdated(team, creator)).isEmpty();
        }
    }

    @Test
    void of_two_who_compute_at_once_the_one_who_saw_less_does_not_take_the_others_place() {
        outdate(team, own, NOON);
        Instant seenBySlow = since(own);
        outdate(team, own, NOON.plusSeconds(1));
        ContentProfile whole = profile(team, own, NOON.plusSeconds(2), 12);
        ContentProfile partial = profile(team, own, NOON.plusSeconds(3), 11);

        assertThat(save(whole, since(own))).isTrue();
        assertThat(save(partial, seenBySlow)).isFalse();
        assertThat(find(team, own)).contains(whole);
        assertThat(history(team, own)).containsExactly(ProfileSnapshot.of(whole));
        assertThat(outdated(team, own)).isEmpty();
    }

    @Test
    void the_history_has_one_entry_for_each_day_the_last() {
        ContentProfile yesterday = profile(team, own, NOON.minus(Duration.ofDays(1)), 5);
        ContentProfile morning = profile(team, own, NOON.minusSeconds(3_600), 6);
        ContentProfile noon = silent(team, own, NOON);
        ContentProfile tomorrow = profile(team, own, NOON.plus(Duration.ofDays(1)), 7);
        for (ContentProfile each : List.of(yesterday, morning, noon, tomorrow)) {
            outdate(team, own, each.computedAt());
            save(each, each.computedAt());
        }

        assertThat(history(team, own)).containsExactly(ProfileSnapshot.of(yesterday), ProfileSnapshot.of(noon), ProfileSnapshot.of(tomorrow));
        assertThat(history(team, own, TODAY, TODAY)).containsExactly(ProfileSnapshot.of(noon));
        assertThat(history(team, own, TODAY.plusDays(1), TODAY.plusDays(9))).containsExactly(ProfileSnapshot.of(tomorrow));
        assertThat(history(team, own, TODAY.plusDays(1), TODAY)).isEmpty();
        assertThat(history(team, shared)).isEmpty();
    }

    @Test
    void profiles_about_the_same_are_those_that_the_team_sees_with_most_posts_first() {
        Creator small = creator(team);
        Creator hidden = creator(TeamId.CATALOGUE);
        Creator foreign = creator(other);
        ContentProfile big = profile(team, own, NOON, 1_000_002);
        ContentProfile everybodys = profile(TeamId.CATALOGUE, shared, NOON, 1_000_001);
        ContentProfile little = profile(team, small, NOON, 1_000_000);
        List.of(big, everybodys, little, profile(TeamId.CATALOGUE, hidden, NOON, 1_000_009), silent(team, hidden, NOON),
                profile(other, foreign, NOON, 1_000_009)).forEach(each -> save(each, NOON));
        outdate(team, shared, NOON);

        assertThat(about(Category.FOOD, foreign.id(), 3)).containsExactly(big, everybodys, little);
        assertThat(about(Category.FOOD, own.id(), 2)).containsExactly(everybodys, little);
        assertThat(about(Category.TRAVEL, foreign.id(), 100)).doesNotContain(big, everybodys, little);
    }

    @Test
    void the_teams_with_outdated_profiles_are_found_by_how_long_they_are() {
        Instant longAgo = NOON.minus(Duration.ofDays(9_000)); // nothing else in the store is outdated so long
        outdate(other, creator(other), longAgo.plusSeconds(1));
        outdate(team, own, longAgo.plusSeconds(9));
        outdate(team, shared, longAgo);

        assertThat(profiles().teamsWithOutdated(longAgo.plusSeconds(2), 10)).containsExactly(team, other);
        assertThat(profiles().teamsWithOutdated(longAgo.plusSeconds(2), 1)).containsExactly(team);
        assertThat(profiles().teamsWithOutdated(longAgo.plus(1, ChronoUnit.MICROS), 10)).containsExactly(team);
        assertThat(profiles().teamsWithOutdated(longAgo, 10)).isEmpty();
        for (Creator creator : List.of(own, shared)) {
            save(profile(team, creator, NOON, 10), since(creator));
        }
        assertThat(profiles().teamsWithOutdated(longAgo.plusSeconds(10), 10)).containsExactly(other);
    }

    private Creator creator(TeamId owner) {
        Creator creator = CreatorFixtures.bare(owner, "c." + SeededIds.next()); // the catalogue is shared by all tests
        run(owner, () -> creators().add(List.of(creator)));
        return creator;
    }

    private boolean save(ContentProfile profile, Instant seen) {
        return transactions().inTransaction(system(profile.owner()), "test", () -> profiles().save(profile, ProfileSnapshot.of(profile),
                seen));
    }

    private void outdate(TeamId writer, Creator creator, Instant now) {
        run(writer, () -> profiles().outdate(creator.owner(), creator.id(), now));
    }

    private Optional<ContentProfile> find(TeamId reader, Creator creator) {
        return read(reader, () -> profiles().find(creator.id()));
    }

    private Optional<Outdated> outdated(TeamId reader, Creator creator) {
        return read(reader, () -> profiles().outdated(creator.id()));
    }

    private Instant since(Creator creator) {
        return outdated(team, creator).orElseThrow().since();
    }

    private List<Outdated> listOutdated(TeamId reader, int most) {
        return read(reader, () -> profiles().listOutdated(most));
    }

    private List<ProfileSnapshot> history(TeamId reader, Creator creator) {
        return history(reader, creator, TODAY.minusDays(9), TODAY.plusDays(9));
    }

    private List<ProfileSnapshot> history(TeamId reader, Creator creator, LocalDate from, LocalDate to) {
        return read(reader, () -> profiles().history(creator.id(), from, to));
    }

    private List<ContentProfile> about(Category category, CreatorId except, int most) {
        return read(team, () -> profiles().about(category, except, most));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private void run(TeamId writer, Runnable work) {
        transactions().run(system(writer), "test", work);
    }
}
