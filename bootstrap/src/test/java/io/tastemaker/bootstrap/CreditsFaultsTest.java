package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.matching.RankCreators;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credits spent over HTTP while the database and the program are killed. Every request has a key of its own and is sent again until it is
 * answered. {@code -Dfaults.spends=100000 -Dfaults.kills=5} is the long form.
 */
@Tag("faults")
class CreditsFaultsTest {

    private static final int SPENDS = Integer.getInteger("faults.spends", 6_000);
    private static final int KILLS = Integer.getInteger("faults.kills", 2);
    private static final long SEED = Long.getLong("faults.seed", 20_261_129);
    private static final int TEAMS = 20;
    private static final int CLIENTS = 32;
    private static final int PRICE = 25;
    private static final int INCLUDED = 5;
    private static final int TOO_MANY = 7;
    private static final int EACH = SPENDS / TEAMS;

    @TempDir
    Path directory;

    /** One unlock that one team wants, under one key. */
    private record Wish(Buyer buyer, String creator) {
        String key() {
            return "wish-" + creator;
        }
    }

    private record Buyer(TeamId team, String apiKey) {}

    /** What a wish was answered in the end. */
    private record Outcome(int status, String operation, boolean inDoubtBefore) {}

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final AtomicInteger answered = new AtomicInteger();
    private ChildProgram program;

    @Test
    @Timeout(3_000)
    void no_credit_is_lost_or_spent_twice_while_database_and_program_are_killed() throws Exception {
        int port = ChildProgram.freePort();
        Map<String, String> environment = environment(port);
        List<Wish> wishes = prepare(Settings.from(environment));
        program = serve(environment);
        long begun = System.nanoTime();
        Map<Wish, Outcome> outcomes = new ConcurrentHashMap<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            program.address();
            List<Future<?>> running = new ArrayList<>();
            for (Wish wish : wishes) {
                running.add(clients.submit(() -> outcomes.put(wish, insist(port, wish))));
            }
            for (int kill = 1; kill <= 2 * KILLS; kill++) {
                int moment = SPENDS / (2 * KILLS + 1) * kill;
                Patience.until(moment + " answers", Duration.ofMinutes(20), () -> Optional.of(answered.get()).filter(count -> count >= moment));
                if (kill % 2 == 1) {
                    killDatabase();
                } else {
                    program.kill();
                    program = serve(environment);
                }
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;

        List<Wish> doubtful = wishes.stream().filter(wish -> outcomes.get(wish).inDoubtBefore()).toList();
        long changed = doubtful.stream().filter(wish -> !sameAgain(port, wish, outcomes.get(wish))).count();
        long wrong = wishes.stream().map(Wish::buyer).distinct().filter(buyer -> !balances(port, wishes, outcomes, buyer)).count();
        end();
        StringBuilder said = new StringBuilder();
        int verified = verify(environment, said);

        System.out.printf("%d unlocks by %d clients for %d teams, %d kills of PostgreSQL and %d of the program: %.1f s (%.0f a second, kills"
                        + " included), %d sent again after a lost answer, %d of them answered otherwise; %d teams with a wrong balance;"
                        + " verify-ledger: %s (seed %d)%n",
                SPENDS, CLIENTS, TEAMS, KILLS, KILLS, seconds, SPENDS / seconds, doubtful.size(), changed, wrong,
                said.toString().strip(), SEED);
        assertThat(outcomes).hasSize(SPENDS);
        assertThat(changed).as("in doubt, and answered otherwise on repeat").isZero();
        assertThat(wrong).as("teams whose unlocks, credits and answers do not fit").isZero();
        assertThat(verified).as(said.toString()).isZero();
    }

    /** Each team could pay for all but a few of its wishes: so many were answered 201, the rest 402, and nothing is left. */
    private boolean balances(int port, List<Wish> wishes, Map<Wish, Outcome> outcomes, Buyer buyer) {
        List<Outcome> own = wishes.stream().filter(wish -> wish.buyer().equals(buyer)).map(outcomes::get).toList();
        long paid = own.stream().filter(outcome -> outcome.status() == 201).count();
        long refused = own.stream().filter(outcome -> outcome.status() == 402).count();
        long operations = own.stream().filter(outcome -> outcome.status() == 201).map(Outcome::operation).distinct().count();
        Api api = new Api("http://127.0.0.1:" + port, buyer.apiKey());
        JsonNode balance = Api.tree(api.get("/wallet/balance"));
        return paid == EACH - TOO_MANY && refused == TOO_MANY && operations == paid && balance.get("available").asLong() == 0
                && balance.get("held").asLong() == 0 && balance.get("debt").asLong() == 0;
    }

    private boolean sameAgain(int port, Wish wish, Outcome first) {
        HttpResponse<String> again = send(port, wish).orElseThrow();
        return again.statusCode() == first.status() && operation(again).equals(first.operation())
                && again.headers().firstValue("Idempotent-Replayed").equals(Optional.of("true"));
    }

    private Outcome insist(int port, Wish wish) {
        boolean doubt = false;
        while (true) {
            Optional<HttpResponse<String>> response = send(port, wish);
            if (response.isPresent() && (response.get().statusCode() == 201 || response.get().statusCode() == 402)) {
                answered.incrementAndGet();
                return new Outcome(response.get().statusCode(), operation(response.get()), doubt);
            }
            if (response.isPresent() && response.get().statusCode() != 503) {
                throw new AssertionError(response.get().body() + "\n" + logged(response.get()));
            }
            doubt = true;
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Optional<HttpResponse<String>> send(int port, Wish wish) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/creators/" + wish.creator() + "/unlock"))
                .timeout(Duration.ofSeconds(30)).header("X-Api-Key", wish.buyer().apiKey()).header("Idempotency-Key", wish.key())
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException lost) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the programs logged about a request. */
    private String logged(HttpResponse<String> response) {
        String request = Api.tree(response).path("instance").asText().replace("urn:request:", "");
        try (Stream<Path> files = Files.list(directory)) {
            StringBuilder found = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                IntStream.range(0, lines.size()).filter(line -> lines.get(line).contains(request))
                        .forEach(line -> lines.subList(line, Math.min(line + 60, lines.size())).forEach(text -> found.append(text).append('\n')));
            }
            return found.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String operation(HttpResponse<String> response) {
        return Api.tree(response).at("/charge/operation").asText();
    }

    /** Teams with just enough credits, creators in the catalogue, and what everybody wants in an order of chance. */
    private List<Wish> prepare(Settings settings) throws IOException {
        Path list = directory.resolve("catalogue.csv");
        WriteSample.write(list, EACH * 2L, SEED, LocalDate.of(2026, 6, 30));
        List<Wish> wishes = new ArrayList<>();
        try (Application application = new Application(settings, Store.open(settings));
                Workers workers = new Workers(application.operations().runNextJob(), 1)) {
            Actor operator = new Actor.Operator("faults", TeamId.CATALOGUE);
            new Imports(application, new PrintStream(PrintStream.nullOutputStream())).run(operator, list, new CreatorImport.Options(
                    Optional.empty(), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty()));
            List<String> creators = creators(application, operator);
            for (int number = 0; number < TEAMS; number++) {
                Buyer buyer = buyer(application, operator, number);
                creators.forEach(creator -> wishes.add(new Wish(buyer, creator)));
            }
        }
        Collections.shuffle(wishes, new Random(SEED));
        return wishes;
    }

    private static Buyer buyer(Application application, Actor operator, int number) {
        TeamId team = switch (application.people().teams().createTeam().handle(new CreateTeam.Command(operator, "Buyer " + number, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created created -> created.team().id();
            case CreateTeam.Outcome.TooMany tooMany -> throw new IllegalStateException("an operator owns no team");
        };
        long credits = (long) PRICE * (EACH - TOO_MANY - INCLUDED);
        application.wallets().adjustWallet().handle(new AdjustWallet.Command(operator, team, OperationKey.ofReversal("faults"),
                new AdjustWallet.Adjustment.Give(LotKind.PROMO, credits, Set.of(), Optional.empty()), "for the test"));
        CreateApiKey.Command key = new CreateApiKey.Command(new Actor.Operator("faults", team), "faults", Role.MANAGER,
                EnumSet.allOf(Scope.class), Optional.empty());
        return switch (application.people().apiKeys().createApiKey().handle(key)) {
            case CreateApiKey.Outcome.Created created -> new Buyer(team, created.text());
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new IllegalStateException("the team was just made");
        };
    }

    private static List<String> creators(Application application, Actor operator) {
        SearchCriteria all = SearchCriteria.on(LocalDate.of(2026, 6, 30));
        return switch (application.matching().rankCreators().handle(new RankCreators.Query(operator, all, Set.of()))) {
            case RankCreators.Outcome.Ranked ranked ->
                ranked.ranking().page(0, EACH).stream().map(entry -> entry.candidate().id().toString()).toList();
            case RankCreators.Outcome.UnknownCreators unknown -> throw new IllegalStateException("nobody was named");
        };
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>(ChildProgram.environment(directory));
        environment.put("TASTEMAKER_HTTP_PORT", Integer.toString(port));
        environment.put("TASTEMAKER_RATE_SEARCHING", "1000000,1000000"); // the calls that are charged for
        environment.put("TASTEMAKER_RATE_READING", "1000000,1000000");
        return environment;
    }

    private ChildProgram serve(Map<String, String> environment) {
        return ChildProgram.start(directory, Main.class, List.of("-Xmx512m"), environment, "serve");
    }

    /** The program starts it again by itself. */
    private void killDatabase() throws IOException, InterruptedException {
        String pid = Files.readAllLines(directory.resolve("data/database/postgres/postmaster.pid")).getFirst().strip();
        new ProcessBuilder("pkill", "-KILL", "-P", pid).start().waitFor();
        new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
    }

    private static int verify(Map<String, String> environment, StringBuilder said) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of("verify-ledger"), environment, out, out);
        said.append(printed.toString(StandardCharsets.UTF_8));
        return status;
    }

    /** In an orderly way, so that the database ends too. */
    private void end() {
        program.signal("TERM");
        program.ended(Duration.ofSeconds(40));
    }

    /** When the test failed in the middle, neither the program nor its database stays. */
    @AfterEach
    void nothing_stays() {
        if (program != null && program.isAlive()) {
            try (ChildProgram left = program) {
                left.signal("TERM");
                left.ended(Duration.ofSeconds(40));
            }
        }
    }
}
