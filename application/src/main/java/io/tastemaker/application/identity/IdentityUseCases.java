package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with teams and keys.
 *
 * @param createTeam makes a team
 * @param listTeams lists all teams
 * @param createApiKey makes an API key
 * @param authenticateApiKey turns a key into an actor
 */
public record IdentityUseCases(
        CreateTeam createTeam, ListTeams listTeams, CreateApiKey createApiKey, AuthenticateApiKey authenticateApiKey) {

    /** Builds them from the driven ports. */
    @Inject
    public IdentityUseCases(Teams teams, ApiKeys keys, Ids ids, Tokens tokens, InstantSource clock) {
        this(new CreateTeam(teams, ids, clock), new ListTeams(teams), new CreateApiKey(teams, keys, ids, tokens, clock),
                new AuthenticateApiKey(keys, clock));
    }
}
