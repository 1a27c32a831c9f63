package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What people do with their accounts, and operators with those of others.
 *
 * @param showProfile shows the own account
 * @param changeProfile changes it
 * @param exportPersonalData hands out everything about a person
 * @param eraseAccount erases a person
 * @param finishErasures finishes what a killed program left
 * @param listUsers lists accounts
 * @param showUser shows one
 * @param suspendUser closes one, or opens it again
 */
public record ProfileUseCases(
        ShowProfile showProfile,
        ChangeProfile changeProfile,
        ExportPersonalData exportPersonalData,
        EraseAccount eraseAccount,
        FinishErasures finishErasures,
        ListUsers listUsers,
        ShowUser showUser,
        SuspendUser suspendUser) {

    /** Builds them from the driven ports, and how often a password may be tried. */
    @Inject
    public ProfileUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            MailedTokens mailedTokens,
            PersonalData personalData,
            Passwords passwords,
            Throttles throttles,
            Ids ids,
            SignInLimits limits,
            InstantSource clock) {
        this(new ShowProfile(transactions, users),
                new ChangeProfile(transactions, users, clock),
                new ExportPersonalData(transactions, users, personalData, clock),
                new EraseAccount(transactions, users, sessions, personalData,
                        new OwnPassword(passwords, new Attempts(throttles, transactions, limits, clock)), ids, clock),
                new FinishErasures(transactions, users, personalData, clock),
                new ListUsers(transactions, users),
                new ShowUser(transactions, users),
                new SuspendUser(transactions, users, sessions, mailedTokens, clock));
    }
}
