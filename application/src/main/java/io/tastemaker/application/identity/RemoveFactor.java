package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.util.List;

/** Takes an authenticator away. Without any, the first proof signs in, and the recovery codes are worth nothing. */
public final class RemoveFactor {

    private final PlatformTransactions transactions;
    private final Factors factors;
    private final OwnerCheck ownerCheck;

    RemoveFactor(PlatformTransactions transactions, Factors factors, OwnerCheck ownerCheck) {
        this.transactions = transactions;
        this.factors = factors;
        this.ownerCheck = ownerCheck;
    }

    /**
     * What is wanted.
     *
     * @param actor whose factor it is
     * @param factor which
     * @param evidence that the person is the owner of the account
     */
    public record Command(Actor actor, FactorId factor, Evidence evidence) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}

        /** The evidence does not hold. */
        record NotTheOwner() implements Outcome {}
    }

    /**
     * Takes it away.
     *
     * @param command what is wanted
     * @return whether it is gone
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(command.actor()).user();
        transactions.reading(command.actor(), () -> factors.find(user, command.factor())).orElseThrow(Refusal.NotFound::new);
        if (!ownerCheck.holds(command.actor(), command.evidence())) {
            return new Outcome.NotTheOwner();
        }
        return transactions.inTransaction(command.actor(), "auth.mfa.remove", () -> {
            transactions.about(Subject.of("factor", command.factor()), List.of());
            if (!factors.remove(user, command.factor())) {
                throw new Refusal.NotFound();
            }
            return new Outcome.Removed();
        });
    }
}
