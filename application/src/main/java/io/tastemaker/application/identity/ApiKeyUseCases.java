package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.PresentedKeys;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with API keys.
 *
 * @param createApiKey makes one
 * @param listApiKeys lists them
 * @param showApiKey shows one
 * @param changeApiKey changes one
 * @param rotateApiKey gives one a new secret
 * @param revokeApiKey revokes one
 * @param authenticateApiKey turns a presented key into an actor
 */
public record ApiKeyUseCases(
        CreateApiKey createApiKey,
        ListApiKeys listApiKeys,
        ShowApiKey showApiKey,
        ChangeApiKey changeApiKey,
        RotateApiKey rotateApiKey,
        RevokeApiKey revokeApiKey,
        AuthenticateApiKey authenticateApiKey) {

    /** Builds them from the driven ports. */
    @Inject
    public ApiKeyUseCases(
            Transactions transactions, OwnTeam team, ApiKeys keys, PresentedKeys presented, Ids ids, Tokens tokens, InstantSource clock) {
        this(new CreateApiKey(transactions, team, keys, ids, tokens, clock), new ListApiKeys(transactions, keys),
                new ShowApiKey(transactions, keys), new ChangeApiKey(transactions, keys),
                new RotateApiKey(transactions, keys, tokens, clock), new RevokeApiKey(transactions, keys, clock),
                new AuthenticateApiKey(presented, clock));
    }
}
