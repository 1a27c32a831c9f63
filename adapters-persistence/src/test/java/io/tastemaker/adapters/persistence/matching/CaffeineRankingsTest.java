package io.tastemaker.adapters.persistence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.RankingsContract;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaffeineRankingsTest extends RankingsContract {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Override
    protected Rankings rankings(InstantSource clock) {
        return new CaffeineRankings(clock);
    }

    @Test
    void those_that_are_kept_are_neither_too_many_nor_too_large() {
        Ranking small = ranking(1, 0);
        Ranking large = ranking(1_024, 10);
        assertThat(large.bytes()).isGreaterThan(5 * small.bytes());
        int room = 20 * small.bytes();
        assertThat(kept(small, room, 10)).isEqualTo(10);
        assertThat(kept(small, room, 100)).isEqualTo(20);
        assertThat(kept(large, room, 100)).isBetween(1L, 4L);
    }

    /** How many of many are kept, each for a team of its own. */
    private static long kept(Ranking ranking, int room, int most) {
        CaffeineRankings rankings = new CaffeineRankings(InstantSource.fixed(Instant.EPOCH), most, room);
        List<TeamId> teams = LongStream.range(0, 200).mapToObj(number -> new TeamId(new UUID(1, number))).toList();
        teams.forEach(team -> {
            rankings.obtain(team, ranking.version(), ranking.criteria(), () -> ranking);
            rankings.publish(team, id(team, ranking));
        });
        return teams.stream().filter(team -> rankings.find(team, id(team, ranking)).isPresent()).count();
    }

    private static RankingId id(TeamId team, Ranking ranking) {
        return RankingId.of(team, ranking.version(), ranking.criteria());
    }

    private static Ranking ranking(int creators, int seeds) {
        List<Candidate> candidates = IntStream.range(0, creators).mapToObj(number -> Candidate.of(Platform.INSTAGRAM, "creator" + number)
                .withCategories(Set.of(Category.BEAUTY), DAY)).toList();
        SearchCriteria everybody = SearchCriteria.on(DAY);
        return Ranking.of(Catalogue.of(candidates), seeds == 0 ? everybody
                : everybody.where(new HardFilter.SimilarTo(candidates.subList(0, seeds))));
    }
}
