package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.integrations.operations.MailFolder;
import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invites hundreds of creators while the program is killed; {@code -Dfaults.seed} kills at other moments. */
@Tag("faults")
class InvitationFaultsTest {

    private static final int CREATORS = Integer.getInteger("faults.invitations", 500);
    private static final int KILLS = 3;
    private static final int UNKNOWN = 5;
    private static final long SEED = Long.getLong("faults.seed", 20_261_130);
    private static final Duration LONG = Duration.ofMinutes(8);

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private ChildProgram program;

    private record Prepared(String key, Campaign campaign, List<CreatorId> creators) {}

    @Test
    @Timeout(1_500)
    void each_is_in_the_file_mailbox_once_whenever_the_program_is_killed() {
        int port = ChildProgram.freePort();
        Map<String, String> environment = environment(port, Map.of());
        Prepared prepared = prepare(Settings.from(environment));
        MailFolder mailbox = new MailFolder(directory.resolve("data/mail"), InstantSource.system());
        long begun = System.nanoTime();
        String answered = inviteAndKill(environment, port, prepared, () -> mailbox.letters().size());
        Patience.until("all letters", LONG, () -> Optional.of(mailbox.letters()).filter(letters -> letters.size() >= CREATORS));
        Patience.until("an empty outbox", LONG, () -> Optional.of(waiting()).filter(count -> count == 0));
        double seconds = (System.nanoTime() - begun) / 1e9;

        List<String> addresses = mailbox.letters().stream().map(received -> received.letter().to()).toList();
        System.out.printf("%d invitations to the file mailbox and %d kills of the program: %d letters to %d addresses, %.1f s (kills and leases "
                + "of letters included), the call was answered %s (seed %d)%n",
                CREATORS, KILLS, addresses.size(), Set.copyOf(addresses).size(), seconds, answered, SEED);
        assertThat(addresses).hasSize(CREATORS).doesNotHaveDuplicates();
        assertThat(statuses(port, prepared)).isEqualTo(Map.of("sent", (long) CREATORS));
    }

    @Test
    @Timeout(1_500)
    void over_smtp_each_is_sent_at_least_once_and_at_most_one_twice_for_each_kill() {
        Set<String> unknown = IntStream.range(0, UNKNOWN).mapToObj(InvitationFaultsTest::address).collect(Collectors.toSet());
        try (CountingSmtp server = new CountingSmtp(unknown)) {
            int port = ChildProgram.freePort();
            Map<String, String> environment = environment(port, Map.of("TASTEMAKER_SMTP_HOST", "127.0.0.1", "TASTEMAKER_SMTP_PORT",
                    Integer.toString(server.port()), "TASTEMAKER_SMTP_TLS", "none", "TASTEMAKER_SMTP_FROM", "Tastemaker <no-reply@example.com>"));
            Prepared prepared = prepare(Settings.from(environment));
            long begun = System.nanoTime();
            String answered = inviteAndKill(environment, port, prepared, () -> server.taken().size());
            Patience.until("an empty outbox", LONG, () -> Optional.of(waiting()).filter(count -> count == 0));
            double seconds = (System.nanoTime() - begun) / 1e9;

            List<CountingSmtp.Taken> taken = server.taken();
            Map<String, Set<String>> names = taken.stream().collect(Collectors.groupingBy(CountingSmtp.Taken::to,
                    Collectors.mapping(CountingSmtp.Taken::messageId, Collectors.toSet())));
            int twice = taken.size() - names.size();
            System.out.printf("%d invitations over SMTP and %d kills of the program: %d letters taken for %d addresses, %d of them duplicates, all "
                    + "under the name of the first; %d addresses refused and %s; %.1f s (kills and leases of letters included), the call was "
                    + "answered %s (seed %d)%n",
                    CREATORS, KILLS, taken.size(), names.size(), twice, UNKNOWN, statuses(port, prepared), seconds, answered, SEED);
            assertThat(names).hasSize(CREATORS - UNKNOWN);
            assertThat(names.values()).allMatch(messageIds -> messageIds.size() == 1 && !messageIds.contains(""));
            assertThat(twice).as("duplicates").isLessThanOrEqualTo(KILLS);
            assertThat(statuses(port, prepared)).isEqualTo(Map.of("sent", (long) CREATORS - UNKNOWN, "bounced", (long) UNKNOWN));
        }
    }

    /** The first kill falls into the call or just behind it, the others while letters leave. */
    private String inviteAndKill(Map<String, String> environment, int port, Prepared prepared, IntSupplier arrived) {
        SplittableRandom random = new SplittableRandom(SEED);
        program = serve(environment);
        String ids = prepared.creators().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/campaigns/" + prepared.campaign().id() + "/invitations"))
                .timeout(Duration.ofMinutes(2)).header("X-Api-Key", prepared.key()).header("Idempotency-Key", "invite")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"creator_ids\":[" + ids + "]}")).build();
        var first = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        LockSupport.parkNanos(random.nextLong(100_000_000, 600_000_000));
        killAndServe(environment);
        String answered = first.isCompletedExceptionally() || !first.isDone() ? "after the kill" : "before the kill";
        insist(request);
        for (int kill = 2; kill <= KILLS; kill++) {
            int moment = CREATORS / (KILLS + 1) * kill + random.nextInt(CREATORS / 20);
            Patience.until(moment + " letters", LONG, () -> Optional.of(arrived.getAsInt()).filter(count -> count >= moment));
            killAndServe(environment);
        }
        return answered;
    }

    /** Until the call is known to have been done, by its answer or because a new one finds it done. */
    private void insist(HttpRequest request) {
        Patience.until("the invitations", LONG, () -> {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                JsonNode body = Api.tree(answer);
                boolean doneBefore = answer.statusCode() == 409 && body.path("code").asText().equals("not_invitable")
                        && body.at("/blocked").size() == CREATORS;
                boolean early = answer.statusCode() == 503 || body.path("code").asText().equals("request_in_progress");
                assertThat(answer.statusCode() == 201 || doneBefore || early).as(answer.body()).isTrue();
                return early ? Optional.empty() : Optional.of(answer);
            } catch (IOException lost) {
                return Optional.empty();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private Map<String, Long> statuses(int port, Prepared prepared) {
        Api api = new Api("http://127.0.0.1:" + port, prepared.key());
        Map<String, Long> counts = new HashMap<>();
        String path = "/campaigns/" + prepared.campaign().id() + "/invitations?limit=100";
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            JsonNode page = Api.tree(api.get(path + next.get()));
            page.get("items").forEach(item -> counts.merge(item.get("status").asText(), 1L, Long::sum));
            next = page.get("has_more").asBoolean() ? Optional.of("&cursor=" + page.get("next_cursor").asText()) : Optional.empty();
        }
        return counts;
    }

    private long waiting() {
        try (JobQueue database = new JobQueue(directory.resolve("data/database"), SEED)) {
            return database.ask("count(*) from operations.outgoing_mail where sealed_letter is not null");
        }
    }

    private void killAndServe(Map<String, String> environment) {
        program.kill();
        program = serve(environment);
    }

    private ChildProgram serve(Map<String, String> environment) {
        ChildProgram started = ChildProgram.start(directory, Main.class, List.of("-Xmx512m"), environment, "serve");
        started.address();
        return started;
    }

    private Map<String, String> environment(int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(ChildProgram.environment(directory));
        environment.put("TASTEMAKER_HTTP_PORT", Integer.toString(port));
        environment.put("TASTEMAKER_RATE_READING", "1000000,1000000");
        environment.putAll(more);
        return environment;
    }

    /** A team with a campaign that runs and creators of its own on the shortlist. */
    private static Prepared prepare(Settings settings) {
        try (Application application = new Application(settings, Store.open(settings))) {
            TeamId team = switch (application.people().teams().createTeam().handle(
                    new CreateTeam.Command(new Actor.Operator("faults", TeamId.CATALOGUE), "Inviting team", ZoneOffset.UTC))) {
                case CreateTeam.Outcome.Created created -> created.team().id();
                case CreateTeam.Outcome.TooMany tooMany -> throw new IllegalStateException("an operator owns no team");
            };
            Actor actor = new Actor.Operator("faults", team);
            List<CreatorId> creators = new ArrayList<>();
            for (int number = 0; number < CREATORS; number++) {
                EnterCreator.Command command = new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, "creator." + number),
                        List.of(new Facts.Stated<>(Fact.EMAIL, address(number))));
                creators.add(switch (application.creators().enterCreator().handle(command)) {
                    case EnterCreator.Outcome.Entered entered -> entered.creator().id();
                    case EnterCreator.Outcome.AlreadyThere there -> there.creator().id();
                });
            }
            Campaign campaign = campaign(application, actor);
            application.campaigns().addToShortlist().handle(new AddToShortlist.Command(actor, campaign.id(), creators, "", Optional.empty()));
            return new Prepared(key(application, actor), campaign, creators);
        }
    }

    private static Campaign campaign(Application application, Actor actor) {
        Brief brief = new Brief("Vegan skin care", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(),
                Optional.empty(), Optional.empty());
        Campaign draft = switch (application.campaigns().createCampaign().handle(new CreateCampaign.Command(actor, "Spring serum", brief))) {
            case CreateCampaign.Outcome.Created created -> created.campaign();
            case CreateCampaign.Outcome.PlanRequired plan -> throw new IllegalStateException("operators need no plan");
        };
        Campaign running = new Campaign(draft.id(), draft.team(), 2, draft.name(), draft.kind(), Campaign.Status.ACTIVE, draft.brief(),
                draft.createdBy(), draft.createdAt(), draft.updatedAt(), Optional.of(draft.createdAt()));
        application.transactions().run(actor, "test", () -> new JooqCampaigns(application.transactions()).replace(running));
        return running;
    }

    private static String key(Application application, Actor actor) {
        CreateApiKey.Command command = new CreateApiKey.Command(actor, "faults", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty());
        return switch (application.people().apiKeys().createApiKey().handle(command)) {
            case CreateApiKey.Outcome.Created created -> created.text();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new IllegalStateException("the team was just made");
        };
    }

    private static String address(int number) {
        return "creator." + number + "@example.com";
    }

    /** In an orderly way, so that the database ends too, whatever became of the test. */
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
