package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ExternalIdentities;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.shared.UserId;
import java.util.List;

/** Shows which accounts with other providers a person signs in with. */
public final class ListIdentities {

    private final PlatformTransactions transactions;
    private final ExternalIdentities identities;

    ListIdentities(PlatformTransactions transactions, ExternalIdentities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /**
     * What is asked.
     *
     * @param actor whose
     */
    public record Query(Actor actor) {}

    /**
     * Reads them.
     *
     * @param query what is asked
     * @return the oldest first
     */
    public List<ExternalIdentity> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(query.actor()).user();
        return transactions.reading(query.actor(), () -> identities.of(user));
    }
}
