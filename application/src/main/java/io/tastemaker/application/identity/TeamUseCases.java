package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with teams.
 *
 * @param createTeam makes one
 * @param listTeams lists all of them
 */
public record TeamUseCases(CreateTeam createTeam, ListTeams listTeams) {

    /** Builds them from the driven ports. */
    @Inject
    public TeamUseCases(PlatformTransactions platform, Teams teams, Ids ids, InstantSource clock) {
        this(new CreateTeam(platform, teams, ids, clock), new ListTeams(platform, teams));
    }
}
