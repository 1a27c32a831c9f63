package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes a pending authenticator count, by its first code. The first one of a person comes with recovery codes. */
public final class ConfirmFactor {

    private final PlatformTransactions transactions;
    private final Factors factors;
    private final Throttles throttles;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recoveryCodes;
    private final InstantSource clock;

    ConfirmFactor(PlatformTransactions transactions, Factors factors, Throttles throttles, SecondFactor secondFactor,
            RecoveryCodes recoveryCodes, InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.throttles = throttles;
        this.secondFactor = secondFactor;
        this.recoveryCodes = recoveryCodes;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose factor it is
     * @param factor which
     * @param code what the authenticator shows
     */
    public record Command(Actor actor, FactorId factor, String code) {
        @Override
        public String toString() {
            return "Command[" + factor + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It counts from now on.
         *
         * @param factor the factor, active
         * @param codes new recovery codes, to be shown once; none when the person had some already
         */
        record Confirmed(TotpFactor factor, List<RecoveryCode> codes) implements Outcome {}

        /** This is not what the authenticator shows. */
        record WrongCode() implements Outcome {}

        /** It was confirmed before. */
        record ActiveAlready() implements Outcome {}
    }

    /**
     * Looks at the code.
     *
     * @param command what is wanted
     * @return the active factor, or why not
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(command.actor()).user();
        Instant now = clock.instant();
        Duration wait = throttles.count("mfa:confirm:" + user, OwnerCheck.TRIES, now);
        if (!wait.isZero()) {
            throw new Refusal.RateLimited(wait);
        }
        return transactions.inTransaction(command.actor(), "auth.mfa.confirm", () -> {
            TotpFactor factor = factors.find(user, command.factor()).filter(found -> !found.hasLapsed(now))
                    .orElseThrow(Refusal.NotFound::new);
            Outcome outcome = factor.isActive() ? new Outcome.ActiveAlready() : confirm(factor, command.code(), now);
            boolean confirmed = outcome instanceof Outcome.Confirmed;
            transactions.about(Subject.of("factor", factor.id()),
                    List.of(new Change("outcome", Optional.empty(), Optional.of(confirmed ? "confirmed" : "refused"))));
            return outcome;
        });
    }

    private Outcome confirm(TotpFactor factor, String code, Instant now) {
        Optional<Long> step = secondFactor.stepOf(factor.id(), code, now);
        if (step.isEmpty() || !factors.confirm(factor.id(), step.get(), now)) {
            return new Outcome.WrongCode();
        }
        boolean first = factors.recoveryCodesLeft(factor.user()) == 0;
        List<RecoveryCode> codes = first ? recoveryCodes.renew(factor.user(), now) : List.of();
        return new Outcome.Confirmed(factors.find(factor.user(), factor.id()).orElseThrow(), codes);
    }
}
