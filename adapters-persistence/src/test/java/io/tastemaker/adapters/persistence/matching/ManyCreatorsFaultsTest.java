package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How fast creators are written and read. Prints what it measured. */
@Tag("faults")
class ManyCreatorsFaultsTest {

    private static final int CREATORS = Integer.getInteger("creators", 50_000);
    private static final int BATCH = 1_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void creators_are_written_and_read_by_the_thousand() {
        TeamId team = newTeam(DATABASE.teams());
        JooqCreators creators = new JooqCreators(DATABASE.transactions());
        long begun = System.nanoTime();
        for (int from = 0; from < CREATORS; from += BATCH) {
            List<Creator> batch = IntStream.range(from, from + BATCH).mapToObj(number -> CreatorFixtures.full(team, "creator" + number)).toList();
            DATABASE.transactions().run(system(team), "test", () -> {
                assertThat(creators.lock(team, batch.stream().map(Creator::handle).toList())).isEmpty();
                creators.add(batch);
            });
        }
        double rowsPerSecond = rate("written", begun);

        JooqCatalogues catalogues = new JooqCatalogues(DATABASE.transactions(), 10_000_000);
        begun = System.nanoTime();
        Catalogue catalogue = catalogues.current(system(team));
        rate("streamed into a catalogue", begun);
        assertThat(catalogue.size()).isEqualTo(CREATORS);

        int asked = 1_000;
        begun = System.nanoTime();
        for (int time = 0; time < asked; time++) {
            assertThat(catalogues.current(system(team)).size()).isEqualTo(CREATORS);
        }
        System.out.printf("asked what changed: %d us each%n", (System.nanoTime() - begun) / 1_000 / asked);
        assertThat(rowsPerSecond).isGreaterThan(1_000); // a guard against falling off a cliff; the figure is printed
    }

    private static double rate(String what, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%,d creators %s in %.1f s: %,.0f a second%n", CREATORS, what, seconds, CREATORS / seconds);
        return CREATORS / seconds;
    }
}
