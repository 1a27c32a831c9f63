package io.tastemaker.adapters.persistence.shared;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.operations.JooqAuditLog;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast one team's audit log takes entries, when every commit reaches the disk, and how fast it is verified. Prints both. */
@Tag("faults")
class AuditChainFaultsTest {

    private static final int WRITERS = 4;
    private static final int DEEDS = 1_000;

    @TempDir
    Path directory;

    @Test
    void one_team_writes_many_deeds_at_once_and_the_chain_is_whole() throws Exception {
        try (EmbeddedDatabase embedded = EmbeddedDatabase.open(directory.resolve("data"), Path.of("target/postgres-programs"), Map.of());
                Database database = Database.open(embedded.address(), WRITERS)) {
            Actor actor = system(newTeam(TeamsOnTheirOwn.of(new JooqPlatformTransactions(database.platform()))));
            JooqTransactions transactions = new JooqTransactions(database.app());
            write(transactions, actor, DEEDS / 10);

            long begun = System.nanoTime();
            write(transactions, actor, DEEDS);
            report("deeds of one team by " + WRITERS + " writers", WRITERS * DEEDS, begun);

            JooqAuditLog log = new JooqAuditLog(transactions);
            long verifying = System.nanoTime();
            AuditVerdict verdict = transactions.reading(actor, () -> AuditVerdict.of(log.head().orElseThrow(), log));
            report("entries verified", WRITERS * DEEDS * 11 / 10, verifying);
            assertThat(verdict).isInstanceOfSatisfying(AuditVerdict.Whole.class,
                    whole -> assertThat(whole.head().seq()).isEqualTo(WRITERS * (DEEDS + DEEDS / 10)));
        }
    }

    private static void write(JooqTransactions transactions, Actor actor, int deeds) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<? extends Future<?>> written = IntStream.range(0, WRITERS).mapToObj(writer -> writers.submit(() -> {
                for (int deed = 0; deed < deeds; deed++) {
                    transactions.run(actor, "campaign.change", () -> transactions.about(Subject.of("campaign", "7"),
                            List.of(new Change("name", Optional.of("before"), Optional.of("after")))));
                }
            })).toList();
            for (Future<?> writer : written) {
                writer.get();
            }
        }
    }

    private static void report(String what, int count, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("audit log: %s: %.0f per second (%d in %.2f s)%n", what, count / seconds, count, seconds);
    }
}
