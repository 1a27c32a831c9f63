package io.tastemaker.application.matching.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of rankings does. */
public abstract class StoredRankingsContract {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract StoredRankings rankings();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_ranking_is_found_digit_by_digit_as_it_was_kept_by_its_own_team_only() {
        StoredRanking stored = StoredRanking.of(ranking(team, 1_200), NOON);
        assertThat(stored.rows()).hasSize(StoredRanking.MOST_ROWS);
        add(team, stored);
        assertThat(find(team, stored.id())).contains(stored);
        assertThat(find(newTeam(teams()), stored.id())).isEmpty();
    }

    @Test
    void an_empty_ranking_is_kept_too() {
        StoredRanking stored = StoredRanking.of(ranking(team, 0), NOON);
        add(team, stored);
        assertThat(find(team, stored.id())).contains(stored);
        assertThat(stored.scorer()).isEqualTo(StoredRanking.of(ranking(team, 1), NOON).rows().getFirst().score().scorer());
    }

    @Test
    void what_is_kept_already_stays_as_it_is() {
        Ranking ranking = ranking(team, 3);
        add(team, StoredRanking.of(ranking, NOON));
        add(team, StoredRanking.of(ranking, NOON.plusSeconds(60)));
        assertThat(find(team, ranking.id()).orElseThrow().storedAt()).isEqualTo(NOON);
    }

    @Test
    void a_team_keeps_rankings_of_its_own_only() {
        StoredRanking foreign = StoredRanking.of(ranking(newTeam(teams()), 1), NOON);
        assertThatThrownBy(() -> add(team, foreign)).isInstanceOf(RuntimeException.class);
    }

    private static Ranking ranking(TeamId team, int creators) {
        List<Candidate> candidates = IntStream.range(0, creators)
                .mapToObj(number -> number % 3 == 0
                        ? Candidate.of(Platform.TIKTOK, "creator" + number)
                        : Candidate.of(Platform.INSTAGRAM, "creator" + number)
                                .withFollowers(1_000L + number, DAY)
                                .withEngagementRate("0.0" + (1 + number % 9), DAY)
                                .withCategories(Set.of(Category.BEAUTY), DAY.minusYears(3))
                                .withLocation("BR-SP", DAY))
                .toList();
        return Ranking.of(team, Catalogue.of(candidates), SearchCriteria.on(DAY));
    }

    private void add(TeamId owner, StoredRanking ranking) {
        transactions().run(system(owner), "test", () -> rankings().add(ranking));
    }

    private Optional<StoredRanking> find(TeamId reader, RankingId id) {
        return transactions().reading(system(reader), () -> rankings().find(id));
    }
}
