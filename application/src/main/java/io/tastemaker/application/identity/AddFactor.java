package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.identity.TotpSecret;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;

/** Hands out the secret of a new authenticator; it counts once a code of it was shown. */
public final class AddFactor {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Factors factors;
    private final OwnerCheck ownerCheck;
    private final SecondFactor secondFactor;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    AddFactor(PlatformTransactions transactions, Users users, Factors factors, OwnerCheck ownerCheck, SecondFactor secondFactor, Ids ids,
            Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.factors = factors;
        this.ownerCheck = ownerCheck;
        this.secondFactor = secondFactor;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose it will be
     * @param name what the person calls it, 1 to 100 characters
     * @param evidence that the person is the owner of the account
     */
    public record Command(Actor actor, String name, Evidence evidence) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It waits for its first code.
         *
         * @param factor the factor, pending
         * @param secret to be shown once
         * @param uri the same as an {@code otpauth://} address
         */
        record Pending(TotpFactor factor, TotpSecret secret, String uri) implements Outcome {
            @Override
            public String toString() {
                return "Pending[" + factor.id() + "]";
            }
        }

        /** The evidence does not hold. */
        record NotTheOwner() implements Outcome {}

        /** The person has {@link TotpFactor#MOST} factors. */
        record TooMany() implements Outcome {}
    }

    /**
     * Hands the secret out.
     *
     * @param command what is wanted
     * @return the pending factor with its secret, or why not
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(command.actor()).user();
        if (!ownerCheck.holds(command.actor(), command.evidence())) {
            return new Outcome.NotTheOwner();
        }
        TotpFactor factor = TotpFactor.pending(new FactorId(ids.next()), user, command.name().strip(), clock.instant());
        TotpSecret secret = new TotpSecret(Sha256.bytes(tokens.next(), TotpSecret.BYTES));
        byte[] sealed = secondFactor.seal(factor.id(), secret);
        return transactions.inTransaction(command.actor(), "auth.mfa.add", () -> {
            String uri = secret.uri(users.find(user).orElseThrow(Refusal.Unauthenticated::new).email());
            if (!factors.add(factor, sealed)) {
                transactions.refused(Subject.of("user", user));
                return new Outcome.TooMany();
            }
            transactions.about(Subject.of("factor", factor.id()), List.of());
            return new Outcome.Pending(factor, secret, uri);
        });
    }
}
