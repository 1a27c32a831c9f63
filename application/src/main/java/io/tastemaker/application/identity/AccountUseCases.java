package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * How people get an account, and in.
 *
 * @param signUp takes a sign-up and mails a link
 * @param resendConfirmation mails the link again
 * @param confirmSignUp makes the account
 * @param logIn signs in by password
 * @param forgetAttempts drops what was counted and mailed in vain
 */
public record AccountUseCases(
        SignUp signUp, ResendConfirmation resendConfirmation, ConfirmSignUp confirmSignUp, LogIn logIn, ForgetAttempts forgetAttempts) {

    /** Builds them from the driven ports, the address that links begin with, and how often one may try. */
    @Inject
    public AccountUseCases(
            PlatformTransactions transactions,
            Users users,
            Teams teams,
            Sessions sessions,
            Factors factors,
            Challenges challenges,
            MailedTokens mailedTokens,
            Passwords passwords,
            AccessTokens accessTokens,
            Throttles throttles,
            Outbox outbox,
            Ids ids,
            Tokens tokens,
            PublicUrl url,
            SignInLimits limits,
            InstantSource clock) {
        this(transactions, users, teams, sessions, factors, challenges, mailedTokens, passwords,
                throttles, new Attempts(throttles, transactions, limits, clock), outbox,
                new SessionTokens(users, sessions, accessTokens, ids, tokens, clock), ids, tokens, url, clock);
    }

    private AccountUseCases(
            PlatformTransactions transactions,
            Users users,
            Teams teams,
            Sessions sessions,
            Factors factors,
            Challenges challenges,
            MailedTokens mailedTokens,
            Passwords passwords,
            Throttles throttles,
            Attempts attempts,
            Outbox outbox,
            SessionTokens sessionTokens,
            Ids ids,
            Tokens tokens,
            PublicUrl url,
            InstantSource clock) {
        this(new SignUp(transactions, users, mailedTokens, passwords, attempts, outbox, tokens, url, clock),
                new ResendConfirmation(transactions, users, mailedTokens, attempts, outbox, tokens, url, clock),
                new ConfirmSignUp(transactions, users, teams, mailedTokens, sessionTokens, ids, clock),
                new LogIn(transactions, users, sessions, passwords, attempts,
                        new Entrance(factors, challenges, sessionTokens, ids, tokens, clock)),
                new ForgetAttempts(transactions, throttles, mailedTokens, clock));
    }
}
