package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.matching.CatalogueFile;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.Team;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Starts the server and runs until it is stopped. */
record Serve() implements Command {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return "serve";
    }

    @Override
    public String summary() {
        return "starts the server, as './run' alone does; an empty embedded store gets a first team, whose key is printed once";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        new Arguments(arguments, Set.of()).check(0);
        Thread.ofPlatform().daemon().name("logging").start(LoggerFactory::getILoggerFactory); // while the database starts
        Settings settings = Settings.from(environment);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Server server = Server.start(new Application(settings, store(settings, out)));
                HeapKeeper heap = new HeapKeeper()) {
            Thread hook = new Thread(() -> {
                server.close();
                stopped.countDown();
            }, "shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            welcome(server, out);
            stopped.await();
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** A server may be started before its database; it waits, and a supervisor need not restart it over and over. */
    private static Store store(Settings settings, PrintStream out) throws InterruptedException {
        CatalogueFile catalogueFile = Store.catalogueFile(settings).readAhead();
        for (boolean told = false; ; told = true) {
            try {
                return Store.open(settings, catalogueFile);
            } catch (Refusal.Unavailable unavailable) {
                if (settings.database().isEmpty()) {
                    throw unavailable;
                }
                if (!told) {
                    out.println("Waiting for the database ...");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void welcome(Server server, PrintStream out) {
        out.println("Tastemaker is running.");
        out.println("  API        " + server.address() + "/api/v1");
        out.println("  Reference  " + server.address() + "/docs");
        out.println("  Health     " + server.address() + "/api/v1/health");
        firstKey(server.application()).ifPresent(key -> {
            out.println();
            out.println("The store was empty, so it has a first team now. Its API key, shown this once:");
            out.println("  " + key);
        });
        out.flush();
    }

    private static Optional<String> firstKey(Application application) {
        if (!application.store().isEmbeddedHere() || Teams.first(application).isPresent()) {
            return Optional.empty();
        }
        Team team = Teams.firstOrNew(application);
        CreateApiKey.Command command = new CreateApiKey.Command(new Actor.Operator("first-start", team.id()), "first key", Role.MANAGER,
                EnumSet.allOf(Scope.class), Optional.empty());
        return switch (application.people().apiKeys().createApiKey().handle(command)) {
            case CreateApiKey.Outcome.Created created -> Optional.of(created.text());
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new IllegalStateException("the team was just made: " + team.id());
        };
    }
}
