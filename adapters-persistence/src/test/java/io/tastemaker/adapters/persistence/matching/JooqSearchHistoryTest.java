package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.matching.out.SearchHistory.Past;
import io.tastemaker.application.matching.out.SearchHistoryContract;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSearchHistoryTest extends SearchHistoryContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqSearchHistory history = new JooqSearchHistory(DATABASE.transactions());

    @AfterEach
    void stopWriting() {
        history.close();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected SearchHistory history() {
        return history;
    }

    @Test
    void who_puts_a_question_many_times_within_a_moment_has_put_it_once() {
        TeamId team = newTeam(teams());
        RankingId ranking = new RankingId("rk_" + "0".repeat(32));
        try (JooqSearchHistory slow = new JooqSearchHistory(DATABASE.transactions(), Duration.ofHours(1))) {
            List<Past> put = IntStream.range(0, 5).mapToObj(second ->
                    new Past(SeededIds.next(), "{}", ranking, 1, NOON.plusSeconds(second))).toList();
            put.forEach(past -> slow.note(team, "user:ana", past));

            assertThat(slow.of(team, "user:ana", PageRequest.first(10)).items()).containsExactly(put.getLast());
        }
    }
}
