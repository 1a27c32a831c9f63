package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a team. */
record AddTeam() implements Command {

    @Override
    public String name() {
        return "team";
    }

    @Override
    public String usage() {
        return "team add NAME";
    }

    @Override
    public String summary() {
        return "makes a team; './run key add --team ID' makes a key for it";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of());
        if (!given.word(0).equals(java.util.Optional.of("add"))) {
            given.fault("'team' knows one thing to do: add");
        }
        String name = given.word(1, "the team's name");
        given.check(2);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            Actor operator = new Actor.Operator("command-line", TeamId.CATALOGUE);
            Team team = switch (application.people().teams().createTeam().handle(new CreateTeam.Command(operator, name, ZoneId.of("UTC")))) {
                case CreateTeam.Outcome.Created created -> created.team();
                case CreateTeam.Outcome.TooMany tooMany -> throw new IllegalStateException("an operator owns no team");
            };
            out.println("Team " + team.id() + " \"" + team.name() + "\"");
            return 0;
        } catch (IllegalArgumentException fault) {
            throw new Failed(fault.getMessage(), fault);
        }
    }
}
