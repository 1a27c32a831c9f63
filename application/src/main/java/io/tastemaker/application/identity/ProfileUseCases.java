package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What people do with their accounts, and operators with those of others.
 *
 * @param showProfile shows the own account
 * @param changeProfile changes it
 * @param exportPersonalData begins to write everything about a person into a file
 * @param showDataExport shows how far that is
 * @param fetchDataExport hands the file out
 * @param forgetDataExports removes files whose time is over
 * @param dataExportJob writes the files, for the workers
 * @param eraseAccount erases a person
 * @param finishErasures finishes what a killed program left
 * @param listErasures lists erasures
 * @param showErasure shows the certificate of one
 * @param listUsers lists accounts
 * @param showUser shows one
 * @param suspendUser closes one, or opens it again
 */
public record ProfileUseCases(
        ShowProfile showProfile,
        ChangeProfile changeProfile,
        ExportPersonalData exportPersonalData,
        ShowDataExport showDataExport,
        FetchDataExport fetchDataExport,
        ForgetDataExports forgetDataExports,
        JobHandler dataExportJob,
        EraseAccount eraseAccount,
        FinishErasures finishErasures,
        ListErasures listErasures,
        ShowErasure showErasure,
        ListUsers listUsers,
        ShowUser showUser,
        SuspendUser suspendUser) {

    /** Builds them from the driven ports, and how often a password may be tried. */
    @Inject
    public ProfileUseCases(
            PlatformTransactions transactions,
            Transactions ofTeams,
            Users users,
            Sessions sessions,
            MailedTokens mailedTokens,
            PersonalData personalData,
            DataExports exports,
            Jobs jobs,
            Passwords passwords,
            Throttles throttles,
            Ids ids,
            SignInLimits limits,
            InstantSource clock) {
        this(new ShowProfile(transactions, users),
                new ChangeProfile(transactions, users, clock),
                new ExportPersonalData(transactions, ofTeams, users, exports, jobs, ids, clock),
                new ShowDataExport(transactions, exports, clock),
                new FetchDataExport(transactions, exports, clock),
                new ForgetDataExports(exports, clock),
                new DataExportJob(transactions, users, personalData, exports, clock),
                new EraseAccount(transactions, users, sessions, personalData,
                        new OwnPassword(passwords, new Attempts(throttles, transactions, limits, clock)), ids, clock),
                new FinishErasures(transactions, users, personalData, clock),
                new ListErasures(personalData),
                new ShowErasure(personalData),
                new ListUsers(transactions, users),
                new ShowUser(transactions, users),
                new SuspendUser(transactions, users, sessions, mailedTokens, clock));
    }
}
