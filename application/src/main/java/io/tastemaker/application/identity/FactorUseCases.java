package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.OneTimeCodes;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with second factors.
 *
 * @param addFactor hands out the secret of an authenticator
 * @param confirmFactor makes it count
 * @param listFactors shows what a person has
 * @param removeFactor takes one away
 * @param renewRecoveryCodes makes new recovery codes
 * @param verifyChallenge ends a sign-in that waits for a second factor
 */
public record FactorUseCases(
        AddFactor addFactor,
        ConfirmFactor confirmFactor,
        ListFactors listFactors,
        RemoveFactor removeFactor,
        RenewRecoveryCodes renewRecoveryCodes,
        VerifyChallenge verifyChallenge) {

    /** Builds them from the driven ports. */
    @Inject
    public FactorUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            Factors factors,
            Challenges challenges,
            Passwords passwords,
            OneTimeCodes codes,
            AccessTokens accessTokens,
            Throttles throttles,
            SecretBox box,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(transactions, users, sessions, factors, challenges, new SecondFactor(factors, codes, box), passwords, throttles,
                new SessionTokens(users, sessions, accessTokens, ids, tokens, clock), ids, tokens, clock);
    }

    private FactorUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            Factors factors,
            Challenges challenges,
            SecondFactor secondFactor,
            Passwords passwords,
            Throttles throttles,
            SessionTokens sessionTokens,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(transactions, users, factors, secondFactor,
                new OwnerCheck(transactions, users, sessions, passwords, throttles, secondFactor, clock),
                new RecoveryCodes(factors, tokens),
                new VerifyChallenge(transactions, users, sessions, challenges, throttles, secondFactor, sessionTokens, clock),
                throttles, ids, tokens, clock);
    }

    private FactorUseCases(
            PlatformTransactions transactions,
            Users users,
            Factors factors,
            SecondFactor secondFactor,
            OwnerCheck ownerCheck,
            RecoveryCodes recoveryCodes,
            VerifyChallenge verifyChallenge,
            Throttles throttles,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(new AddFactor(transactions, users, factors, ownerCheck, secondFactor, ids, tokens, clock),
                new ConfirmFactor(transactions, factors, throttles, secondFactor, recoveryCodes, clock),
                new ListFactors(transactions, factors, clock), new RemoveFactor(transactions, factors, ownerCheck),
                new RenewRecoveryCodes(transactions, factors, ownerCheck, recoveryCodes, clock), verifyChallenge);
    }
}
