package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.RefreshSession;
import io.tastemaker.application.identity.out.Passwords;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sign-ins that race, replay, guess, flood and pry, on the whole program. {@code -Dfaults.samples=50} pries less often. */
@Tag("faults")
class SignInFaultsTest {

    private static final int SAMPLES = Integer.getInteger("faults.samples", 400);
    private static final int WARM_UP = 40;
    private static final String NO_LIMIT = "1000000,1000000";
    private static final Map<String, String> UNLIMITED = Map.of(
            "TASTEMAKER_RATE_SIGN_IN", NO_LIMIT, "TASTEMAKER_RATE_PUBLIC", NO_LIMIT, "TASTEMAKER_RATE_READING", NO_LIMIT,
            "TASTEMAKER_RATE_WRITING", NO_LIMIT, "TASTEMAKER_RATE_REFUSED", NO_LIMIT);

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger hashes = new AtomicInteger();
    private Server server;

    @BeforeEach
    void start() {
        Settings settings = Settings.from(UNLIMITED).forScratch(directory.resolve("data"));
        server = Server.start(new Application(settings, Store.open(settings), clock, Counted::new));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Counts what reaches the slow hash. */
    private final class Counted implements Passwords {
        private final Passwords behind;

        Counted(Passwords behind) {
            this.behind = behind;
        }

        @Override
        public String hash(String password) {
            return behind.hash(password);
        }

        @Override
        public boolean matches(String password, String hash) {
            hashes.incrementAndGet();
            return behind.matches(password, hash);
        }

        @Override
        public void matchNothing(String password) {
            hashes.incrementAndGet();
            behind.matchNothing(password);
        }

        @Override
        public boolean isOutdated(String hash) {
            return behind.isOutdated(hash);
        }
    }

    @Test
    @Timeout(120)
    void fifty_refreshes_of_one_token_have_one_successor_and_revoke_nothing() {
        Visitor ana = new Visitor(server);
        JsonNode session = Api.tree(ana.member("ana@example.com"));
        List<HttpResponse<String>> answers = atOnce(50, number -> ana.refresh(session.get("refresh_token").asText()));

        Set<String> successors = answers.stream().map(answer -> Api.tree(answer).path("refresh_token").asText()).collect(Collectors.toSet());
        long rows = count("identity.refresh_token where session_id = '" + session.get("session_id").asText() + "'");
        long revoked = count("identity.session where revoked_at is not null");
        System.out.printf("50 parallel refreshes of one token: answers %s, %d successor, %d rows of the chain, %d sessions revoked%n",
                statuses(answers.stream().map(HttpResponse::statusCode)), successors.size(), rows, revoked);
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(successors).hasSize(1);
        assertThat(rows).as("the token and its successor").isEqualTo(2);
        assertThat(revoked).isZero();
    }

    @Test
    @Timeout(120)
    void a_replay_after_the_grace_ends_the_session_and_the_rows_say_so() {
        Visitor ana = new Visitor(server);
        JsonNode session = Api.tree(ana.member("ana@example.com"));
        JsonNode owner = Api.tree(ana.refresh(session.get("refresh_token").asText()));
        clock.advance(RefreshSession.GRACE.plusSeconds(1));

        int thief = ana.refresh(session.get("refresh_token").asText()).statusCode();
        int owners = ana.refresh(owner.get("refresh_token").asText()).statusCode();
        long revoked = count("identity.session where revoked_at is not null and session_id = '" + session.get("session_id").asText() + "'");
        System.out.printf("Replay of a refresh token 11 s later: thief %d, owner %d, %d session revoked in the database%n", thief, owners, revoked);
        assertThat(List.of(thief, owners)).containsOnly(401);
        assertThat(revoked).isOne();
    }

    @Test
    @Timeout(120)
    void a_reply_that_was_lost_is_given_again() throws IOException {
        Visitor ana = new Visitor(server);
        JsonNode session = Api.tree(ana.member("ana@example.com"));
        String token = session.get("refresh_token").asText();
        try (Socket lost = BareCall.open(server.address(), 1, "/auth/refresh", "{\"refresh_token\":\"" + token + "\"}")) {
            Patience.until("the rotation", Duration.ofSeconds(20),
                    () -> Optional.of(count("identity.refresh_token where spent_at is not null")).filter(spent -> spent == 1));
            lost.setSoLinger(true, 0);
        }
        HttpResponse<String> again = ana.refresh(token);
        HttpResponse<String> next = ana.refresh(Api.tree(again).path("refresh_token").asText());
        System.out.printf("Reply of a refresh lost on the way: again within the grace %d, its token works: %d%n",
                again.statusCode(), next.statusCode());
        assertThat(List.of(again.statusCode(), next.statusCode())).containsOnly(200);
    }

    @Test
    @Timeout(120)
    void of_a_hundred_guesses_at_once_ten_reach_the_hash_and_the_owner_gets_in() {
        Visitor ana = new Visitor(server);
        ana.member("ana@example.com");
        hashes.set(0);
        List<BareCall> guesses = atOnce(100, number -> guess(1_000 + number, "ana@example.com", "guess " + number));
        int reached = hashes.get();
        int owner = ana.logIn("ana@example.com", Visitor.PASSWORD).statusCode();

        List<BareCall> limited = guesses.stream().filter(guess -> guess.status() == 429).toList();
        System.out.printf("100 parallel wrong guesses from 100 addresses: %d reached the hash, answers %s, Retry-After %d to %d s;"
                        + " the owner from a known address meanwhile: %d%n",
                reached, statuses(guesses.stream().map(BareCall::status)), limited.stream().mapToInt(BareCall::retryAfter).min().orElse(0),
                limited.stream().mapToInt(BareCall::retryAfter).max().orElse(0), owner);
        assertThat(reached).isLessThanOrEqualTo(10);
        assertThat(limited).isNotEmpty().allMatch(guess -> guess.retryAfter() > 0 && guess.retryAfter() <= 60);
        assertThat(guesses).as("refused, limited, or told to come again by a busy machine").allMatch(guess -> Set.of(401, 429, 503).contains(guess.status()));
        assertThat(owner).isEqualTo(200);
    }

    @Test
    @Timeout(180)
    void a_second_after_logout_nothing_is_accepted() {
        Visitor ana = new Visitor(server);
        ana.member("ana@example.com");
        String token = Api.tree(ana.logIn("ana@example.com", Visitor.PASSWORD)).get("access_token").asText();
        for (int warm = 0; warm < 50; warm++) {
            assertThat(ana.as(token, "GET", "/campaigns", "").statusCode()).isEqualTo(200);
        }
        assertThat(ana.as(token, "POST", "/auth/logout", "").statusCode()).isEqualTo(204);
        long second = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < second) {
            LockSupport.parkNanos(second - System.nanoTime());
        }
        List<HttpResponse<String>> answers = atOnce(1_000, number -> ana.as(token, "GET", "/campaigns", ""));
        System.out.printf("1,000 requests started one second after logout: answers %s%n",
                statuses(answers.stream().map(HttpResponse::statusCode)));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 401);
    }

    @Test
    @Tag("figures")
    @Timeout(300)
    void two_hundred_logins_at_once_leave_the_program_alive() {
        Map<String, String> environment = new HashMap<>(ChildProgram.environment(directory.resolve("child")));
        environment.putAll(UNLIMITED);
        try (ChildProgram program = ChildProgram.start(directory, Main.class, List.of("-Xmx512m"), environment, "serve")) {
            String address = program.address();
            Visitor probe = Visitor.of(address, directory);
            Api known = new Api(address, program.line("  tmk_").strip());
            List<Integer> answersToKeys = new ArrayList<>();
            for (int warm = 0; warm < 20; warm++) {
                probe.open(address + "/health/live");
                guess(address, 5_000 + warm, "warm" + warm + "@example.com", "x");
            }
            List<Long> lives = new ArrayList<>();
            List<BareCall> answers;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<List<BareCall>> logins = CompletableFuture.supplyAsync(() -> atOnce(200,
                        number -> guess(address, 6_000 + number, "somebody" + number + "@example.com", "a password")), threads);
                while (!logins.isDone() || lives.size() < 200) {
                    long begun = System.nanoTime();
                    assertThat(probe.open(address + "/health/live").statusCode()).isEqualTo(200);
                    lives.add(System.nanoTime() - begun);
                    if (lives.size() % 10 == 0) {
                        answersToKeys.add(known.get("/campaigns").statusCode());
                    }
                }
                answers = logins.join();
            }
            double slowest = millis(percentile(lives, 0.99));
            System.out.printf("200 parallel logins with -Xmx512m: answers %s; /health/live p50 %.1f ms, p99 %.1f ms over %d probes;"
                            + " peak memory %d MB%n", statuses(answers.stream().map(BareCall::status)), millis(percentile(lives, 0.5)),
                    slowest, lives.size(), program.peakMegabytes());
            assertThat(answers).allMatch(answer -> answer.status() == 401 || answer.status() == 503);
            assertThat(slowest).isLessThan(200);
            assertThat(answersToKeys).as("to who is known already").isNotEmpty().containsOnly(200);
            program.signal("TERM");
            program.ended(Duration.ofSeconds(40));
        }
    }

    @Test
    @Tag("figures")
    @Timeout(1_200)
    void nobody_learns_who_has_an_account() {
        Visitor visitor = new Visitor(server);
        List<String> known = IntStream.range(0, 5).mapToObj(number -> "known" + number + "@example.com").toList();
        known.forEach(visitor::member);
        int[] source = {20_000};
        pry("login", known, (email, sample) -> BareCall.post(server.address(), source[0]++, "/auth/login",
                "{\"email\":\"" + email + "\",\"password\":\"wrong password " + sample + "\"}"));
        pry("sign-up", known, (email, sample) -> BareCall.post(server.address(), source[0]++, "/auth/signup",
                "{\"email\":\"" + email + "\",\"password\":\"" + Visitor.PASSWORD + "\",\"full_name\":\"Eva\"}"));
        pry("forgot", known, (email, sample) -> BareCall.post(server.address(), source[0]++, "/auth/password/forgot",
                "{\"email\":\"" + email + "\"}"));
        pry("resend", known, (email, sample) -> BareCall.post(server.address(), source[0]++, "/auth/verify-email/resend",
                "{\"email\":\"" + email + "\"}"));
    }

    private interface Question {
        BareCall ask(String email, int sample);
    }

    /** Asks about a known and an unknown address in turn; the clock moves on, so that no limit is reached. */
    private void pry(String what, List<String> known, Question question) {
        List<Long> times = new ArrayList<>();
        List<Long> timesOfUnknown = new ArrayList<>();
        Set<String> answers = new HashSet<>();
        for (int sample = -WARM_UP; sample < SAMPLES; sample++) {
            String email = known.get(Math.floorMod(sample, known.size()));
            String unknown = "%s%d@example.com".formatted(what.substring(0, 5), sample + WARM_UP);
            boolean knownFirst = sample % 2 == 0; // who is asked first pays for what the pause before has cooled down
            BareCall first = question.ask(knownFirst ? email : unknown, sample);
            BareCall second = question.ask(knownFirst ? unknown : email, sample);
            for (BareCall call : List.of(first, second)) {
                answers.add(call.status() + " " + call.headers() + " " + call.body().replace(email, "…").replace(unknown, "…"));
            }
            if (sample >= 0) {
                times.add((knownFirst ? first : second).nanos());
                timesOfUnknown.add((knownFirst ? second : first).nanos());
            }
            clock.advance(Duration.ofMinutes(30));
        }
        double ofKnown = millis(percentile(times, 0.5));
        double ofUnknown = millis(percentile(timesOfUnknown, 0.5));
        double apart = Math.abs(ofKnown - ofUnknown);
        System.out.printf("Known and unknown addresses, %s, %d interleaved samples each: medians %.2f and %.2f ms, %.2f ms apart;"
                + " %d kind of answer%n", what, SAMPLES, ofKnown, ofUnknown, apart, answers.size());
        assertThat(answers).as(what).hasSize(1);
        assertThat(apart).as(what).isLessThanOrEqualTo(Math.max(3, 0.1 * Math.max(ofKnown, ofUnknown)));
    }

    private BareCall guess(int source, String email, String password) {
        return guess(server.address(), source, email, password);
    }

    private static BareCall guess(String address, int source, String email, String password) {
        return BareCall.post(address, source, "/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> running = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), threads)).toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Map<Integer, Long> statuses(Stream<Integer> answers) {
        return answers.collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
    }

    private static long percentile(List<Long> values, double share) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip((long) Math.min(sorted.length - 1.0, share * sorted.length)).findFirst().orElseThrow();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private long count(String rows) {
        try (Connection connection = server.application().store().database().platform().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            long count = result.getLong(1);
            connection.rollback();
            return count;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
