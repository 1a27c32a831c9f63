package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an API key. */
record AddKey() implements Command {

    @Override
    public String name() {
        return "key";
    }

    @Override
    public String usage() {
        return "key add [--team ID | --team operator] [--name TEXT] [--role member|manager] [--scopes a:read,b:write] [--days N]";
    }

    @Override
    public String summary() {
        return "makes an API key for the first team, for another, or for operators, and prints it once; without --days it does not expire";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("team", "name", "role", "scopes", "days"));
        if (!given.word(0).equals(Optional.of("add"))) {
            given.fault("'key' knows one thing to do: add");
        }
        Optional<TeamId> team = given.option("team", "a team's id, or 'operator'", Teams::read);
        Role role = given.option("role", "member or manager", code -> Coded.find(Role.class, code).filter(Role.MANAGER::covers))
                .orElse(Role.MANAGER);
        Set<Scope> scopes = given.option("scopes", "scopes such as creators:read", AddKey::scopes).orElse(EnumSet.allOf(Scope.class));
        Optional<Duration> lives = given.count("days").map(Duration::ofDays);
        String name = given.option("name").orElse("command line");
        given.check(1);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            TeamId owner = team.orElseGet(() -> Teams.first(application).map(Team::id)
                    .orElseThrow(() -> new Failed("There is no team yet: './run team add NAME' makes one.")));
            CreateApiKey.Command command = new CreateApiKey.Command(
                    new Actor.Operator("command-line", owner), name, role, scopes, lives.map(application.clock().instant()::plus));
            return switch (application.people().apiKeys().createApiKey().handle(command)) {
                case CreateApiKey.Outcome.Created created -> {
                    out.println(created.text());
                    yield 0;
                }
                case CreateApiKey.Outcome.UnknownTeam unknown -> throw new Failed("There is no team " + owner);
            };
        }
    }

    private static Optional<Set<Scope>> scopes(String list) {
        List<Optional<Scope>> found = Arrays.stream(list.split(",")).map(code -> Coded.find(Scope.class, code.strip())).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(found.stream().map(Optional::get).collect(Collectors.toSet()))
                : Optional.empty();
    }
}
