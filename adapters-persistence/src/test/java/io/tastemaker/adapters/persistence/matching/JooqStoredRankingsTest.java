package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.matching.out.StoredRankingsContract;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqStoredRankingsTest extends StoredRankingsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected StoredRankings rankings() {
        return new JooqStoredRankings(DATABASE.transactions());
    }

    @Test
    void rankings_that_were_stored_without_a_scorer_get_theirs() throws IOException {
        TeamId team = newTeam(teams());
        StoredRanking empty = stored(team, Preferences.NONE, List.of());
        StoredRanking full = stored(team, Preferences.NONE.withPlatforms(Platform.X), List.of(Candidate.of(Platform.X, "ana")));
        transactions().run(system(team), "test", () -> {
            rankings().add(empty);
            rankings().add(full);
        });
        DATABASE.asSuperuser("alter table matching.stored_ranking drop column scorer");
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V008__scorer_of_a_ranking.sql")) {
            DATABASE.asSuperuser(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(transactions().reading(system(team), () -> rankings().find(empty.id()))).contains(empty);
        assertThat(transactions().reading(system(team), () -> rankings().find(full.id()))).contains(full);
    }

    private static StoredRanking stored(TeamId team, Preferences prefer, List<Candidate> candidates) {
        SearchCriteria criteria = SearchCriteria.on(LocalDate.of(2026, 9, 1)).prefer(prefer);
        return StoredRanking.of(Ranking.of(team, Catalogue.of(candidates), criteria), NOON);
    }
}
