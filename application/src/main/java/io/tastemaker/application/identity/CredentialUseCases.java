package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * How people change what they sign in with.
 *
 * @param forgotPassword mails a link that sets a new password
 * @param resetPassword sets it
 * @param changePassword changes a password that is known
 * @param requestEmailChange mails a link to a new address
 * @param confirmEmailChange gives the account that address
 */
public record CredentialUseCases(
        ForgotPassword forgotPassword,
        ResetPassword resetPassword,
        ChangePassword changePassword,
        RequestEmailChange requestEmailChange,
        ConfirmEmailChange confirmEmailChange) {

    /** Builds them from the driven ports, the address that links begin with, and how often one may try. */
    @Inject
    public CredentialUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            MailedTokens mailedTokens,
            MailedInvitations invitations,
            Passwords passwords,
            Throttles throttles,
            Outbox outbox,
            Tokens tokens,
            PublicUrl url,
            SignInLimits limits,
            InstantSource clock) {
        this(transactions, users, sessions, mailedTokens, invitations, passwords, new Attempts(throttles, transactions, limits, clock),
                outbox, tokens, url, clock);
    }

    private CredentialUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            MailedTokens mailedTokens,
            MailedInvitations invitations,
            Passwords passwords,
            Attempts attempts,
            Outbox outbox,
            Tokens tokens,
            PublicUrl url,
            InstantSource clock) {
        this(new ForgotPassword(transactions, users, mailedTokens, attempts, outbox, tokens, url, clock),
                new ResetPassword(transactions, users, sessions, mailedTokens, passwords, outbox, url, clock),
                new ChangePassword(transactions, users, sessions, mailedTokens, passwords, new OwnPassword(passwords, attempts), outbox,
                        url, clock),
                new RequestEmailChange(transactions, users, mailedTokens, new OwnPassword(passwords, attempts), attempts, outbox, tokens,
                        url, clock),
                new ConfirmEmailChange(transactions, users, mailedTokens, invitations, outbox, url, clock));
    }
}
