package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;

/** Makes new recovery codes; the old ones are worth nothing from then on. */
public final class RenewRecoveryCodes {

    private final PlatformTransactions transactions;
    private final Factors factors;
    private final OwnerCheck ownerCheck;
    private final RecoveryCodes recoveryCodes;
    private final InstantSource clock;

    RenewRecoveryCodes(PlatformTransactions transactions, Factors factors, OwnerCheck ownerCheck, RecoveryCodes recoveryCodes,
            InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.ownerCheck = ownerCheck;
        this.recoveryCodes = recoveryCodes;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose codes
     * @param evidence that the person is the owner of the account
     */
    public record Command(Actor actor, Evidence evidence) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * There are new ones.
         *
         * @param codes to be shown once
         */
        record Renewed(List<RecoveryCode> codes) implements Outcome {}

        /** The evidence does not hold. */
        record NotTheOwner() implements Outcome {}

        /** The person has no active factor that they could stand in for. */
        record NothingToRecover() implements Outcome {}
    }

    /**
     * Makes them.
     *
     * @param command what is wanted
     * @return the codes, or why not
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(command.actor()).user();
        if (!ownerCheck.holds(command.actor(), command.evidence())) {
            return new Outcome.NotTheOwner();
        }
        return transactions.inTransaction(command.actor(), "auth.mfa.recovery_codes", () -> {
            if (factors.list(user).stream().noneMatch(TotpFactor::isActive)) {
                transactions.refused(Subject.of("user", user));
                return new Outcome.NothingToRecover();
            }
            transactions.about(Subject.of("user", user), List.of());
            return new Outcome.Renewed(recoveryCodes.renew(user, clock.instant()));
        });
    }
}
