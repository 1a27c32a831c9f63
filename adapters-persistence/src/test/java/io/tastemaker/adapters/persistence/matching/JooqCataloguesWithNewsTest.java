package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.content.JooqPosts;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.ContentFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.CataloguesContract;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Catalogues that ask the store only when there is news, as in the program. */
@Timeout(60)
class JooqCataloguesWithNewsTest extends CataloguesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static CreatorNews news;

    private final JooqTransactions transactions = new JooqTransactions(DATABASE.database().app());
    private final Catalogues catalogues = new JooqCatalogues(transactions, news::heard, 1_000);

    @BeforeAll
    static void listen() {
        news = new CreatorNews(DATABASE.database());
    }

    @AfterAll
    static void close() {
        news.close();
    }

    JooqCataloguesWithNewsTest() {
        transactions.afterEachDeed(news::mark);
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Creators creators() {
        return new JooqCreators(transactions);
    }

    @Override
    protected Catalogues catalogues() {
        return catalogues;
    }

    @Test
    void without_news_nobody_asks_the_store() {
        TeamId team = newTeam(teams());
        AtomicLong number = new AtomicLong();
        Catalogues told = new JooqCatalogues(transactions, owner -> OptionalLong.of(number.get()), 1_000);
        told.current(system(team));
        Creator added = full(team, "without.news");
        transactions.run(system(team), "test", () -> creators().add(List.of(added)));
        assertThat(told.current(system(team)).find(added.id())).as("not asked").isEmpty();
        number.incrementAndGet();
        assertThat(told.current(system(team)).find(added.id())).as("asked").isPresent();
    }

    @Test
    void a_large_catalogue_is_caught_up_with_at_most_twice_a_second() {
        TeamId team = newTeam(teams());
        AtomicLong number = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        Catalogues told = new JooqCatalogues(transactions, owner -> OptionalLong.of(number.get()), Optional.empty(), 1_000, 1_000, 1, nanos::get);
        List<Creator> added = List.of(full(team, "large.1"), full(team, "large.2"), full(team, "large.3"));
        transactions.run(system(team), "test", () -> creators().add(added.subList(0, 1)));
        told.current(system(team));

        transactions.run(system(team), "test", () -> creators().add(added.subList(1, 2)));
        number.incrementAndGet();
        assertThat(told.current(system(team)).find(added.get(1).id())).as("after a pause at once").isPresent();

        transactions.run(system(team), "test", () -> creators().add(added.subList(2, 3)));
        number.incrementAndGet();
        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(told.current(system(team)).find(added.get(2).id())).as("too soon").isEmpty();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(told.current(system(team)).find(added.get(2).id())).as("half a second later").isPresent();
    }

    @Test
    void what_another_program_commits_is_heard() {
        TeamId team = newTeam(teams());
        catalogues.current(system(team));
        Creator foreign = full(team, "from.elsewhere");
        JooqTransactions elsewhere = DATABASE.transactions();
        elsewhere.run(system(team), "test", () -> new JooqCreators(elsewhere).add(List.of(foreign)));
        while (catalogues.current(system(team)).find(foreign.id()).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(catalogues.current(system(team)).find(foreign.id())).isPresent();
    }

    @Test
    void a_caption_that_another_program_commits_is_heard() {
        TeamId team = newTeam(teams());
        Creator known = full(team, "posting");
        transactions.run(system(team), "test", () -> creators().add(List.of(known)));
        CatalogueVersion before = catalogues.current(system(team)).version();
        JooqTransactions elsewhere = DATABASE.transactions();
        elsewhere.run(system(team), "test", () -> new JooqPosts(elsewhere).add(List.of(ContentFixtures.full(team, known, "k1"))));
        while (catalogues.current(system(team)).version().equals(before)) {
            Thread.onSpinWait();
        }
        assertThat(catalogues.current(system(team)).version()).isNotEqualTo(before);
    }

    @Test
    void in_a_storm_of_news_true_and_senseless_no_change_is_lost() {
        TeamId team = newTeam(teams());
        catalogues.current(system(team));
        JooqTransactions elsewhere = DATABASE.transactions();
        List<Creator> added = new ArrayList<>();
        for (int wave = 0; wave < 5; wave++) {
            elsewhere.alone(team, sql -> sql.execute("select pg_notify('creators', gen_random_uuid()::text) from generate_series(1, 2000)"));
            elsewhere.alone(team, sql -> sql.execute("select pg_notify('creators', 'nonsense ' || n) from generate_series(1, 2000) as n"));
            Creator foreign = full(team, "in.wave." + wave);
            elsewhere.run(system(team), "test", () -> new JooqCreators(elsewhere).add(List.of(foreign)));
            added.add(foreign);
        }
        while (!added.stream().allMatch(creator -> catalogues.current(system(team)).find(creator.id()).isPresent())) {
            Thread.onSpinWait();
        }
        assertThat(added).allSatisfy(creator -> assertThat(catalogues.current(system(team)).find(creator.id())).isPresent());
    }

    @Test
    void what_is_not_understood_may_concern_everybody() {
        TeamId team = newTeam(teams());
        try (CreatorNews listening = new CreatorNews(DATABASE.database())) {
            long before = untilHeard(listening, team);
            DATABASE.transactions().alone(team, sql -> sql.execute("select pg_notify('creators', 'nonsense')"));
            while (listening.heard(team).isEmpty() || listening.heard(team).getAsLong() == before) {
                Thread.onSpinWait();
            }
            assertThat(listening.heard(team).getAsLong()).isGreaterThan(before);
        }
    }

    @Test
    void whoever_is_connected_again_takes_everything_for_changed() throws SQLException, InterruptedException {
        BlockingQueue<Connection> lines = new ArrayBlockingQueue<>(10);
        TeamId team = newTeam(teams());
        try (CreatorNews interrupted = new CreatorNews(() -> {
            Connection line = DATABASE.database().listening();
            lines.add(line);
            return line;
        })) {
            Connection first = lines.take();
            long before = untilHeard(interrupted, team);
            first.close();
            lines.take();
            while (interrupted.heard(team).isEmpty() || interrupted.heard(team).getAsLong() == before) {
                Thread.onSpinWait();
            }
            assertThat(interrupted.heard(team).getAsLong()).isGreaterThan(before);
        }
    }

    @Test
    void a_line_that_cannot_be_had_is_no_news_at_all() {
        try (CreatorNews deaf = new CreatorNews(() -> {
            throw new IOException("on purpose");
        })) {
            assertThat(deaf.heard(TeamId.CATALOGUE)).isEmpty();
        }
    }

    private static long untilHeard(CreatorNews line, TeamId team) {
        OptionalLong heard = line.heard(team);
        while (heard.isEmpty()) {
            Thread.onSpinWait();
            heard = line.heard(team);
        }
        return heard.getAsLong();
    }
}
