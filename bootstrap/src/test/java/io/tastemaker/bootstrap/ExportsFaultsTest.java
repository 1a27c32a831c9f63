package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.wallets.AddPlan;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.wallets.ChangePlan;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of many creators by a program with little memory, which is killed while it writes. {@code -Dfaults.creators=100000} is the long
 * form.
 */
@Tag("faults")
class ExportsFaultsTest {

    private static final int CREATORS = Integer.getInteger("faults.creators", 10_000);
    private static final long SEED = Long.getLong("faults.seed", 20_261_130);
    private static final int PRICE = 50;
    private static final int CREDITS = 10_000;
    private static final int AT_RISK = 5;
    private static final int LEASE_SECONDS = 3;
    private static final Duration LONG = Duration.ofMinutes(20);

    private static final Actor OPERATOR = new Actor.Operator("faults", TeamId.CATALOGUE);

    @TempDir
    Path directory;

    private final IsolationDatabase database = IsolationDatabase.fresh();
    private final List<ChildProgram> programs = new ArrayList<>();
    private int asked;

    @AfterEach
    void stop() {
        programs.forEach(ChildProgram::close);
        database.close();
    }

    @Test
    @Timeout(3_000)
    void many_creators_fit_little_memory_twice_alike_and_a_kill_costs_nothing() throws IOException {
        String key = team();
        ChildProgram program = serve();
        Api api = new Api(program.address(), key);
        Path list = directory.resolve("creators.csv");
        WriteSample.write(list, CREATORS, SEED, LocalDate.of(2026, 3, 2));
        String report = api.importList(list, "{\"platform\":\"instagram\",\"scope\":\"team\"}");
        Patience.until("the import", LONG, () -> Optional.of(Api.tree(api.get(report)).get("status").asText()).filter("succeeded"::equals));

        Map<String, JsonNode> first = new HashMap<>();
        for (String format : List.of("csv", "xlsx", "json_lines")) {
            first.put(format, written(api, ask(api, format)));
            JsonNode again = written(api, ask(api, format));
            System.out.printf("R-EXPORT-1: %d creators as %s with -Xmx256m: %.1f s and %.1f s, %d bytes, SHA-256 %s… both times%n",
                    CREATORS, format, seconds(first.get(format)), seconds(again), again.get("bytes").asLong(),
                    again.get("sha256").asText().substring(0, 16));
            assertThat(again.get("sha256")).as(format).isEqualTo(first.get(format).get("sha256"));
            assertThat(again.get("rows").asInt()).isEqualTo(CREATORS);
        }
        long peak = program.peakMegabytes();

        List<String> atRisk = IntStream.range(0, AT_RISK).mapToObj(number -> ask(api, "xlsx")).toList();
        Patience.until("one that is being written", LONG, () -> Optional.of(database.names("select id::text from operations.job"
                + " where kind = 'export' and status = 'running' and progress_done > 0")).filter(running -> !running.isEmpty()));
        program.kill();
        ChildProgram next = serve();
        Api after = new Api(next.address(), key);
        List<JsonNode> whole = atRisk.stream().map(export -> written(after, export)).toList();
        String interrupted = database.names("select count(*)::text from operations.job where kind = 'export' and lease_token > 1").getFirst();
        int exports = 6 + AT_RISK;
        long left = Api.tree(after.get("/wallet/balance")).get("available").asLong();

        System.out.printf("R-EXPORT-1: killed while it wrote one of %d files: %s was written again, all with the same bytes; %d exports, one of"
                + " them free, cost %d credits, and nothing is held; at most %d MB in memory before the kill, %d MB after (seed %d)%n",
                AT_RISK, interrupted, exports, CREDITS - left, peak, next.peakMegabytes(), SEED);
        assertThat(whole).allSatisfy(export -> assertThat(export.get("sha256")).isEqualTo(first.get("xlsx").get("sha256")));
        assertThat(Integer.parseInt(interrupted)).as("a kill that hit nobody at work proves nothing").isPositive();
        assertThat(left).isEqualTo(CREDITS - (long) PRICE * (exports - 1));
        assertThat(database.names("select count(*)::text from wallets.operation where kind = 'commit'").getFirst()).isEqualTo("" + exports);
        assertThat(Api.tree(after.get("/wallet/balance")).at("/held").asLong()).isZero();
    }

    /** A team that pays for each export but the first; gives a key of it. */
    private String team() {
        Settings settings = Settings.from(database.settings());
        try (Application application = new Application(settings, Store.open(settings))) {
            TeamId team = switch (application.people().teams().createTeam().handle(new CreateTeam.Command(OPERATOR, "Files", ZoneOffset.UTC))) {
                case CreateTeam.Outcome.Created created -> created.team().id();
                case CreateTeam.Outcome.TooMany tooMany -> throw new AssertionError("an operator owns no team");
            };
            application.wallets().addPlan().handle(new AddPlan.Command(OPERATOR, "agency", id -> new Plan(id, "Agency", Money.of("0.00", "USD"), 1,
                    Map.of(), Set.of(Feature.EXPORT), new Plan.Gifts(0, Set.of(), 0, 0), 0, "standard", false)));
            application.wallets().changePlan().handle(new ChangePlan.Command(OPERATOR, team, "agency", false));
            application.wallets().adjustWallet().handle(new AdjustWallet.Command(OPERATOR, team, OperationKey.ofReversal("given"),
                    new AdjustWallet.Adjustment.Give(LotKind.TOP_UP, CREDITS, Set.of(), Optional.empty()), "to be spent"));
            return switch (application.people().apiKeys().createApiKey().handle(new CreateApiKey.Command(new Actor.Operator("faults", team), "faults",
                    Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
                case CreateApiKey.Outcome.Created created -> created.text();
                case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the team was just made");
            };
        }
    }

    private ChildProgram serve() {
        Map<String, String> environment = new HashMap<>(database.settings());
        environment.put(Setting.JOB_WORKERS.variable(), "1");
        environment.put(Setting.JOB_LEASE_SECONDS.variable(), Integer.toString(LEASE_SECONDS));
        environment.put(Setting.RATE_TRANSFERS.variable(), "1000000,1000000");
        ChildProgram program = ChildProgram.start(directory, Main.class, List.of("-Xmx256m"), environment, "serve");
        programs.add(program);
        return program;
    }

    private String ask(Api api, String format) {
        asked++;
        JsonNode taken = Api.tree(api.postOnce("/exports", "{\"kind\":\"creators\",\"format\":\"" + format + "\"}", "export-" + asked));
        assertThat(taken.has("job_id")).as(taken.toString()).isTrue();
        return taken.get("job_id").asText();
    }

    private static JsonNode written(Api api, String export) {
        return Patience.until("the file of " + export, LONG, () -> Optional.of(Api.tree(api.get("/exports/" + export)))
                .filter(shown -> shown.get("status").asText().equals("ready")));
    }

    private static double seconds(JsonNode export) {
        return Duration.between(Instant.parse(export.get("requested_at").asText()), Instant.parse(export.get("ready_at").asText())).toMillis() / 1e3;
    }
}
