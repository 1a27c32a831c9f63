package io.tastemaker.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.TeamId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A program with a database, a clock that a test moves, a worker, and a team that calls it over HTTP. */
final class ContentProgram implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled");

    private final MovedClock clock = new MovedClock();
    private final IsolationDatabase database = IsolationDatabase.fresh();
    private final AtomicInteger calls = new AtomicInteger();
    private final Server server;
    private final Browser browser;
    private final String key;
    private final String operatorKey;

    /** Starts it with some settings more. */
    ContentProgram(Map<String, String> more) {
        Map<String, String> given = database.settings();
        given.put("TASTEMAKER_JOB_WORKERS", "1");
        given.putAll(more);
        Settings settings = Settings.from(given);
        server = Server.start(new Application(settings, Store.open(settings), clock, UnaryOperator.identity()));
        browser = new Browser(server.address(), "a program");
        key = key(team());
        operatorKey = key(TeamId.CATALOGUE);
    }

    private TeamId team() {
        return switch (server.application().people().teams().createTeam()
                .handle(new CreateTeam.Command(new Actor.Operator("test", TeamId.CATALOGUE), "Lima Studio", ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created created -> created.team().id();
            case CreateTeam.Outcome.TooMany tooMany -> throw new AssertionError("an operator owns no team");
        };
    }

    private String key(TeamId team) {
        CreateApiKey.Command command = new CreateApiKey.Command(new Actor.Operator("test", team), "test", Role.MANAGER,
                EnumSet.allOf(Scope.class), Optional.empty());
        return switch (server.application().people().apiKeys().createApiKey().handle(command)) {
            case CreateApiKey.Outcome.Created created -> created.text();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the team was just made");
        };
    }

    MovedClock clock() {
        return clock;
    }

    IsolationDatabase database() {
        return database;
    }

    /** Where lists are sent. */
    Api lists() {
        return new Api(server.address(), key);
    }

    JsonNode get(String path) {
        return browser.call(200, "GET", path, "", "X-Api-Key", key);
    }

    HttpResponse<String> ask(String path, String accept) {
        return browser.send("GET", path, "", "X-Api-Key", key, "Accept", accept);
    }

    /** What only operators see. */
    HttpResponse<String> asOperator(String path) {
        return browser.send("GET", path, "", "X-Api-Key", operatorKey);
    }

    HttpResponse<String> send(String path, String json) {
        return browser.send("POST", path, json, "X-Api-Key", key, "Idempotency-Key", "call-" + calls.incrementAndGet());
    }

    JsonNode post(int status, String path, String json) {
        HttpResponse<String> answer = send(path, json);
        if (answer.statusCode() != status) {
            throw new AssertionError("POST " + path + " ought to answer " + status + ": " + answer.statusCode() + " " + answer.body());
        }
        return Api.tree(answer);
    }

    /** Texts are read now. */
    JsonNode classified(String text) {
        return post(200, "/content/classify", "{\"items\":[{\"text\":\"" + text + "\"}]}").at("/items/0");
    }

    /** A job as it is when it has ended, followed by its events. */
    JsonNode ended(String job) {
        String events = ask("/jobs/" + job + "/events", "text/event-stream").body();
        String last = events.substring(events.lastIndexOf("data: "));
        JsonNode shown = get("/jobs/" + job);
        if (!ENDED.contains(shown.get("status").asText()) || !last.contains("\"status\":\"" + shown.get("status").asText() + "\"")) {
            throw new AssertionError("the events ended before the job: " + events);
        }
        return shown;
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
