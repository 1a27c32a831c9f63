package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.ListTeams;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.ZoneId;
import java.util.Optional;

/** Which team a command works for. */
final class Teams {

    private Teams() {}

    /** A team's id, or the word for the reserved team that operators work for. */
    static Optional<TeamId> read(String text) {
        if (text.equals("operator")) {
            return Optional.of(TeamId.CATALOGUE);
        }
        try {
            return Optional.of(TeamId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static Optional<Team> first(Application application) {
        Actor operator = new Actor.Operator("command-line", TeamId.CATALOGUE);
        return application.people().teams().listTeams().handle(new ListTeams.Query(operator)).stream().findFirst();
    }

    /** The first team, or one made now. */
    static Team firstOrNew(Application application) {
        return first(application).orElseGet(() -> switch (application.people().teams().createTeam()
                .handle(new CreateTeam.Command(new Actor.Operator("command-line", TeamId.CATALOGUE), "First team", ZoneId.of("UTC")))) {
            case CreateTeam.Outcome.Created created -> created.team();
            case CreateTeam.Outcome.TooMany tooMany -> throw new IllegalStateException("an operator owns no team");
        });
    }
}
