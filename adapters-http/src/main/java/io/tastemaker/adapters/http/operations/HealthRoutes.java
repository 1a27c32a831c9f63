package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.operations.CheckHealth;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.Health;
import java.time.InstantSource;
import java.util.List;

/** Whether the program lives, whether it can work, and how its parts are. */
public final class HealthRoutes {

    record ProbeJson(@About("up or down") String status) {}

    private final OperationsUseCases useCases;
    private final String version;
    private final String schemaVersion;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param version the program's version
     * @param schemaVersion the version of the database schema
     * @param clock the time
     */
    public HealthRoutes(OperationsUseCases useCases, String version, String schemaVersion, InstantSource clock) {
        this.useCases = useCases;
        this.version = version;
        this.schemaVersion = schemaVersion;
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/health", new Access.Recognised()).says("health", "How the program is")
                        .answers(200, HealthJson.class, "It works, perhaps with less")
                        .answers(503, HealthJson.class, "The database is down")
                        .handle(this::health),
                Route.bare("/health/live").says("health", "Whether the program lives").about("Asks nothing else, not even the database.")
                        .answers(200, ProbeJson.class, "It lives").handle(call -> Answer.ok(new ProbeJson("up"))),
                Route.bare("/health/ready").says("health", "Whether the program can work").answers(200, ProbeJson.class, "It can")
                        .answers(503, ProbeJson.class, "It cannot now").handle(this::ready));
    }

    private Reply health(Call call) {
        boolean operator = call.caller()
                .map(actor -> AccessPolicy.decide(actor, Permission.OPERATE) instanceof AccessPolicy.Decision.Allowed)
                .orElse(false);
        Health health = look();
        return Answer.json(status(health), HealthJson.of(health, version, schemaVersion, clock.instant(), operator));
    }

    private Reply ready(Call call) {
        Health health = look();
        return Answer.json(status(health), new ProbeJson(health.status() == Health.Status.DOWN ? "down" : "up"));
    }

    private Health look() {
        return useCases.checkHealth().handle(new CheckHealth.Query(Anonymous.CALLER));
    }

    private static int status(Health health) {
        return health.status() == Health.Status.DOWN ? 503 : 200;
    }
}
