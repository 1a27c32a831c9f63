package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.webhooks.CreateEndpoint;
import io.tastemaker.bootstrap.Receivers.Taken;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.webhooks.Endpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events to receivers that fail, by a program that is killed: {@code -Dfaults.events=10000 -Dfaults.kills=5} gives the long form,
 * {@code -Dfaults.seed} other moments and other failures. The test runs the database and tells; the program that sends is another process.
 */
@Tag("faults")
class WebhookFaultsTest {

    private static final int EVENTS = Integer.getInteger("faults.events", 500);
    private static final int KILLS = Integer.getInteger("faults.kills", 2);
    private static final long SEED = Long.getLong("faults.seed", 20_261_130);
    private static final int TEAMS = 10;
    private static final int IN_ONE_TRANSACTION = 10;
    private static final int JOBS = 50;
    private static final int FALLS = 10;
    private static final int MEASURED = 100;
    private static final long THRESHOLD = 100;
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Actor OPERATOR = new Actor.Operator("faults", TeamId.CATALOGUE);

    @TempDir
    Path directory;

    private Application application;
    private ChildProgram program;

    private Map<String, String> environment(Receivers receivers) {
        Map<String, String> environment = new HashMap<>(ChildProgram.environment(directory));
        environment.put("TASTEMAKER_WEBHOOK_ALLOWED_ORIGINS", receivers.origin());
        environment.put("TASTEMAKER_WEBHOOK_WORKERS", "64");
        return environment;
    }

    private ChildProgram serve(Map<String, String> environment) {
        ChildProgram served = ChildProgram.start(directory, Main.class, List.of("-Xmx512m"), environment, "serve");
        Patience.until("the program", LONG, () -> Optional.of(served).filter(begun -> begun.printed().stream().anyMatch(line -> line.contains("API  "))));
        return served;
    }

    private TeamId team(String name) {
        return switch (application.people().teams().createTeam().handle(new CreateTeam.Command(OPERATOR, name, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created created -> created.team().id();
            case CreateTeam.Outcome.TooMany tooMany -> throw new IllegalStateException("an operator owns no team");
        };
    }

    private void listen(TeamId team, String url, OptionalLong threshold, Event.Kind... kinds) {
        CreateEndpoint.Command command = new CreateEndpoint.Command(new Actor.System("faults", team),
                new Endpoint.Aim(url, "", Set.of(kinds), threshold));
        assertThat(application.telling().useCases().createEndpoint().handle(command)).isInstanceOf(CreateEndpoint.Outcome.Created.class);
    }

    private void tell(TeamId team, int count) {
        application.transactions().alone(team, sql -> {
            IntStream.range(0, count).forEach(number ->
                    application.events().tell(Event.of(Event.Kind.CAMPAIGN_LAUNCHED, Subject.of("campaign", UUID.randomUUID()))));
            return count;
        });
    }

    private long ask(String question) {
        try (Connection connection = application.store().database().platform().getConnection(); Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select " + question)) {
            answer.next();
            long found = answer.getLong(1);
            connection.rollback();
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(question, failure);
        }
    }

    private Set<String> idsOfEvents() {
        try (Connection connection = application.store().database().platform().getConnection(); Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select id from webhooks.event")) {
            Set<String> ids = new HashSet<>();
            while (answer.next()) {
                ids.add(answer.getString(1));
            }
            connection.rollback();
            return ids;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    @Timeout(3_000)
    void no_event_is_lost_while_receivers_fail_and_the_program_is_killed() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Receivers receivers = new Receivers(SEED)) {
            Map<String, String> environment = environment(receivers);
            Settings settings = Settings.from(environment);
            application = new Application(settings, Store.open(settings));
            List<TeamId> teams = IntStream.range(0, TEAMS).mapToObj(number -> team("Team " + number)).toList();
            teams.forEach(team -> listen(team, receivers.origin() + "/flaky/" + team, OptionalLong.of(THRESHOLD)));
            program = serve(environment);
            long begun = System.nanoTime();
            Set<String> jobs = new HashSet<>();
            int told = 0;
            for (int kill = 0; kill <= KILLS; kill++) {
                int until = EVENTS / (KILLS + 1) * (kill + 1) / IN_ONE_TRANSACTION * IN_ONE_TRANSACTION + (kill == KILLS ? EVENTS % (KILLS + 1) : 0);
                for (int next = 0; told < until; next++) {
                    int count = Math.min(IN_ONE_TRANSACTION, until - told);
                    tell(teams.get(next % TEAMS), count);
                    told += count;
                }
                jobs.addAll(endJobs(teams.get(kill % TEAMS), JOBS));
                letCreditsFall(teams.get(kill % TEAMS), FALLS);
                if (kill < KILLS) {
                    int moment = told - random.nextInt(Math.max(1, EVENTS / (KILLS + 1) / 2));
                    Patience.until(moment + " events taken", LONG,
                            () -> Optional.of(receivers.taken().size()).filter(size -> size >= moment));
                    program.kill();
                    program = serve(environment);
                }
            }
            tell(teams.getFirst(), EVENTS - told);
            Patience.until("the end of all deliveries", LONG, () -> Optional.of(
                    ask("(select count(*) from webhooks.delivery where state = 'pending') + (select count(*) from operations.job_ending)"))
                    .filter(open -> open == 0));
            Patience.until("all falls of credits", LONG, () -> Optional.of(lows(receivers)).filter(count -> count >= FALLS * (KILLS + 1)));
            double seconds = (System.nanoTime() - begun) / 1e9;

            Map<String, Long> times = receivers.taken().stream().collect(Collectors.groupingBy(Taken::id, Collectors.counting()));
            Set<String> events = idsOfEvents();
            long lost = events.stream().filter(id -> !times.containsKey(id)).count();
            long strange = times.keySet().stream().filter(id -> !events.contains(id)).count();
            long doubled = times.values().stream().filter(count -> count > 1).count();
            long dead = ask("count(*) from webhooks.delivery where state = 'dead'");
            List<String> toldJobs = distinct(receivers, "job.canceled");
            System.out.printf("webhooks: %d events of %d teams and %d of jobs and wallets, %d calls of which %d failed (%.1f %%: 500, silence, reset), "
                            + "%d kills of the program, %.0f s: %d lost, %d dead letters, %d taken twice under the same id, %d under an id nobody told"
                            + " (seed %d)%n",
                    EVENTS, TEAMS, events.size() - EVENTS, receivers.calls(), receivers.failed(), 100.0 * receivers.failed() / receivers.calls(),
                    KILLS, seconds, lost, dead, doubled, strange, SEED);
            assertThat(events).hasSize(EVENTS + jobs.size() + FALLS * (KILLS + 1));
            assertThat(lost).isZero();
            assertThat(strange).isZero();
            assertThat(dead).isZero();
            assertThat(toldJobs).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(100.0 * receivers.failed() / receivers.calls()).isBetween(12.0, 28.0);
            assertThat(doubled).as("at most what was in hands at each kill").isLessThanOrEqualTo(64L * KILLS);
        } finally {
            end();
        }
    }

    /** By the events of one kind, what they were about; each event once, however often it came. */
    private static List<String> distinct(Receivers receivers, String type) {
        return receivers.taken().stream().filter(taken -> taken.type().equals(type)).map(taken -> Map.entry(taken.id(), taken.subject())).distinct()
                .map(Map.Entry::getValue).toList();
    }

    private static int lows(Receivers receivers) {
        return distinct(receivers, "wallet.low").size();
    }

    /** Ends jobs in the way of the queue. */
    private List<String> endJobs(TeamId team, int count) {
        JooqJobs queue = new JooqJobs(application.transactions(), new AcrossTeams(application.store().database().platform()));
        List<JobId> jobs = IntStream.range(0, count).mapToObj(number -> new JobId(UUID.randomUUID())).toList();
        for (JobId job : jobs) {
            application.transactions().alone(team, sql -> {
                queue.add(Job.queued(job, team, "faults", "test", Map.of(), application.clock().instant()));
                return job;
            });
            application.transactions().alone(team, sql -> queue.cancel(job, application.clock().instant()));
        }
        return jobs.stream().map(JobId::toString).toList();
    }

    /** Credits rise to the threshold and fall below it, each time in transactions of the wallet. */
    private void letCreditsFall(TeamId team, int times) {
        for (int time = 0; time < times; time++) {
            adjust(team, new AdjustWallet.Adjustment.Give(LotKind.PROMO, THRESHOLD, Set.of(), Optional.empty()));
            adjust(team, new AdjustWallet.Adjustment.Take(THRESHOLD));
        }
    }

    private void adjust(TeamId team, AdjustWallet.Adjustment adjustment) {
        application.wallets().adjustWallet().handle(
                new AdjustWallet.Command(OPERATOR, team, OperationKey.ofReversal("faults:" + UUID.randomUUID()), adjustment, "for the test"));
    }

    @Test
    @Timeout(600)
    void a_receiver_that_never_answers_delays_others_by_less_than_a_second() {
        try (Receivers receivers = new Receivers(SEED)) {
            Map<String, String> environment = environment(receivers);
            Settings settings = Settings.from(environment);
            application = new Application(settings, Store.open(settings));
            TeamId healthy = team("Healthy");
            listen(healthy, receivers.origin() + "/healthy", OptionalLong.empty());
            TeamId both = team("Both");
            listen(both, receivers.origin() + "/neighbour", OptionalLong.empty());
            TeamId dead = team("Dead");
            program = serve(environment);
            measure(receivers, "/healthy", healthy); // the first events wait for classes to be loaded
            List<Duration> before = measure(receivers, "/healthy", healthy);

            Stream.of(dead, both).forEach(team -> listen(team, receivers.origin() + "/dead/" + team, OptionalLong.empty()));
            IntStream.range(0, 50).forEach(number -> tell(dead, IN_ONE_TRANSACTION));
            List<Duration> others = measure(receivers, "/healthy", healthy);
            List<Duration> neighbours = measure(receivers, "/neighbour", both);

            System.out.printf("webhooks: one event every 50 ms, from told to received: median %d ms, slowest %d ms; beside two receivers that never"
                            + " answer and have %d events waiting: median %d ms, slowest %d ms; an endpoint of the same team as one of them:"
                            + " median %d ms, slowest %d ms%n",
                    median(before).toMillis(), slowest(before).toMillis(), ask("count(*) from webhooks.delivery where state = 'pending'"),
                    median(others).toMillis(), slowest(others).toMillis(), median(neighbours).toMillis(), slowest(neighbours).toMillis());
            assertThat(slowest(others)).isLessThan(slowest(before).plusSeconds(1));
            assertThat(slowest(neighbours)).isLessThan(slowest(before).plusSeconds(1));
        } finally {
            end();
        }
    }

    private List<Duration> measure(Receivers receivers, String path, TeamId team) {
        int known = (int) receivers.taken().stream().filter(taken -> taken.path().equals(path)).count();
        for (int number = 0; number < MEASURED; number++) {
            tell(team, 1);
            LockSupport.parkNanos(50_000_000);
        }
        return Patience.until(MEASURED + " events at " + path, LONG, () -> Optional.of(receivers.taken().stream()
                .filter(taken -> taken.path().equals(path)).skip(known).map(Taken::delay).toList()).filter(delays -> delays.size() >= MEASURED));
    }

    private static Duration median(List<Duration> delays) {
        List<Duration> sorted = new ArrayList<>(delays);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }

    private static Duration slowest(List<Duration> delays) {
        return delays.stream().max(Duration::compareTo).orElseThrow();
    }

    private void end() {
        if (program != null) {
            program.close();
        }
        if (application != null) {
            application.close();
        }
    }
}
