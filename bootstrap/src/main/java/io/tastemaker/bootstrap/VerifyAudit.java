package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.ListTeams;
import io.tastemaker.application.operations.VerifyAuditLog;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Verifies the audit logs. */
record VerifyAudit() implements Command {

    private static final Actor OPERATOR = new Actor.Operator("command-line", TeamId.CATALOGUE);

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String usage() {
        return "verify-audit [--team ID | --team operator]";
    }

    @Override
    public String summary() {
        return "computes the audit log of all teams, or of one, anew, and names the first entry that was altered; exit status 1 if there is one";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("team"));
        Optional<TeamId> team = given.option("team", "a team's id, or 'operator'", Teams::read);
        given.check(0);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            List<TeamId> teams = team.map(List::of).orElseGet(() -> all(application));
            long broken = teams.stream().filter(each -> !isWhole(application, each, out)).count();
            return broken == 0 ? 0 : 1;
        }
    }

    private static List<TeamId> all(Application application) {
        return Stream.concat(
                        Stream.of(TeamId.CATALOGUE),
                        application.people().teams().listTeams().handle(new ListTeams.Query(OPERATOR)).stream().map(Team::id))
                .distinct()
                .toList();
    }

    private static boolean isWhole(Application application, TeamId team, PrintStream out) {
        try {
            return switch (application.audit().verifyAuditLog().handle(new VerifyAuditLog.Query(OPERATOR, team))) {
                case AuditVerdict.Whole whole -> {
                    out.println(team + "  ok  " + whole.head().seq() + " entries, head " + whole.head().hash());
                    yield true;
                }
                case AuditVerdict.Broken broken -> {
                    out.println(team + "  BROKEN  entry " + broken.seq() + " was " + broken.flaw().code());
                    yield false;
                }
            };
        } catch (Refusal.NotFound unknown) {
            throw new Failed("There is no team " + team, unknown);
        }
    }
}
