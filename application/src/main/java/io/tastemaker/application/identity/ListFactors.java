package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;

/** Shows a person's second factors, without their secrets. */
public final class ListFactors {

    private final PlatformTransactions transactions;
    private final Factors factors;
    private final InstantSource clock;

    ListFactors(PlatformTransactions transactions, Factors factors, InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor whose factors
     */
    public record Query(Actor actor) {}

    /**
     * What a person has.
     *
     * @param factors the oldest first, pending ones too
     * @param recoveryCodesLeft how many recovery codes were not used yet
     */
    public record Kept(List<TotpFactor> factors, int recoveryCodesLeft) {
        /** Copies the factors. */
        public Kept {
            factors = List.copyOf(factors);
        }
    }

    /**
     * Reads them.
     *
     * @param query what is asked
     * @return what the person has
     */
    public Kept handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(query.actor()).user();
        return transactions.reading(query.actor(), () -> new Kept(
                factors.list(user).stream().filter(factor -> !factor.hasLapsed(clock.instant())).toList(),
                factors.recoveryCodesLeft(user)));
    }
}
