package io.tastemaker.application.identity;

import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What can be done with teams and their members.
 *
 * @param createTeam makes a team
 * @param listTeams lists all of them
 * @param listMyTeams lists those of a person
 * @param showTeam shows the own one
 * @param changeTeam changes it
 * @param deleteTeam begins its deletion
 * @param restoreTeam takes that back
 * @param closeTeams deletes those whose time has come
 * @param purgeTeams removes what those left behind
 * @param listMembers lists the members
 * @param nameMembers tells names of members
 * @param findMember finds one for those who share things
 * @param changeMember changes what a member may do
 * @param removeMember ends a membership
 * @param showCreditCap shows how many credits a member may spend
 * @param findOwner finds out who owns a team
 * @param addOperator makes an account of the platform's staff
 */
public record TeamUseCases(
        CreateTeam createTeam,
        ListTeams listTeams,
        ListMyTeams listMyTeams,
        ShowTeam showTeam,
        ChangeTeam changeTeam,
        DeleteTeam deleteTeam,
        RestoreTeam restoreTeam,
        CloseTeams closeTeams,
        PurgeTeams purgeTeams,
        ListMembers listMembers,
        NameMembers nameMembers,
        FindMember findMember,
        ChangeMember changeMember,
        RemoveMember removeMember,
        ShowCreditCap showCreditCap,
        FindOwner findOwner,
        AddOperator addOperator) {

    /** Builds them from the driven ports, the public address of the program and the length of the cooling-off period. */
    @Inject
    public TeamUseCases(PlatformTransactions platform, Transactions transactions, Teams teams, OwnTeam ownTeam, Users users,
            Memberships memberships, TeamInvitations invitations, ApiKeys keys, ClosedTeams closedTeams, Uploads uploads,
            Outbox outbox, Passwords passwords, Ids ids, Tokens tokens, InstantSource clock, Supplier<String> publicUrl, Duration coolingOff) {
        this(new CreateTeam(platform, teams, users, ids, clock), new ListTeams(platform, teams), new ListMyTeams(platform, teams, users),
                new ShowTeam(transactions, ownTeam), new ChangeTeam(transactions, ownTeam),
                new DeleteTeam(platform, users, transactions, ownTeam, new TeamMail(memberships, outbox, new TeamLetters(publicUrl)),
                        coolingOff, clock),
                new RestoreTeam(transactions, ownTeam, new TeamMail(memberships, outbox, new TeamLetters(publicUrl))),
                new CloseTeams(platform, teams, transactions, ownTeam, memberships, invitations, keys, clock),
                new PurgeTeams(platform, closedTeams, uploads, clock),
                new ListMembers(transactions, memberships), new NameMembers(transactions, memberships), new FindMember(transactions, memberships),
                new ChangeMember(transactions, memberships),
                new RemoveMember(transactions, memberships, platform, users, teams, ids, clock),
                new ShowCreditCap(transactions, memberships), new FindOwner(transactions, ownTeam, memberships),
                new AddOperator(platform, users, passwords, ids, tokens, clock));
    }
}
