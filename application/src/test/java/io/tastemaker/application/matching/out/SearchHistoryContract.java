package io.tastemaker.application.matching.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.SearchHistory.Past;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every search history does. */
public abstract class SearchHistoryContract {

    private static final RankingId RANKING = new RankingId("rk_" + "0123456789abcdef".repeat(2));

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract SearchHistory history();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_question_is_its_askers_own() {
        Past past = note("user:ana", NOON);
        assertThat(of(team, "user:ana")).containsExactly(past);
        assertThat(of(team, "user:ben")).isEmpty();
        assertThat(of(newTeam(teams()), "user:ana")).isEmpty();
    }

    @Test
    void forgetting_takes_an_askers_questions_and_nobody_elses() {
        note("user:ana", NOON);
        assertThat(of(team, "user:ana")).hasSize(1);
        note("user:ana", NOON.plusSeconds(1));
        Past other = note("user:ben", NOON);
        transactions().run(system(team), "test", () -> history().forget("user:ana"));
        assertThat(of(team, "user:ana")).isEmpty();
        assertThat(of(team, "user:ben")).containsExactly(other);
    }

    @Test
    void more_questions_than_wait_at_once_are_all_kept() {
        for (int number = 0; number < 1_100; number++) {
            note("user:ana", ranking(number), NOON.plusMillis(number));
        }
        assertThat(pages(100)).hasSize(1_100);
    }

    @Test
    void of_the_same_question_put_again_at_once_the_last_is_the_newest() {
        note("user:ana", NOON);
        Past again = note("user:ana", NOON.plusMillis(1));
        assertThat(of(team, "user:ana")).startsWith(again);
    }

    @Test
    void pages_of_the_history_concatenate_to_the_whole_the_newest_first() {
        List<Past> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(note("user:ana", ranking(second), NOON.plusSeconds(second)));
        }
        assertThat(pages(2)).isEqualTo(newestFirst);
    }

    private static RankingId ranking(int number) {
        return new RankingId("rk_%032x".formatted(number));
    }

    private Past note(String holder, Instant at) {
        return note(holder, RANKING, at);
    }

    private Past note(String holder, RankingId ranking, Instant at) {
        Past past = new Past(SeededIds.next(), "{\"filters\":{\"keywords\":[\"végan\"]}}", ranking, 184, at);
        history().note(team, holder, past);
        return past;
    }

    private List<Past> of(TeamId reader, String holder) {
        return history().of(reader, holder, PageRequest.first(100)).items();
    }

    private List<Past> pages(int size) {
        List<Past> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Past> page = history().of(team, "user:ana", new PageRequest(size, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
