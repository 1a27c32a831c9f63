package io.tastemaker.application.lists.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryTeamListsTest extends TeamListsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teams);
    private final InMemoryTeamLists lists = new InMemoryTeamLists(transactions);
    private final InMemoryListCollaborators collaborators = new InMemoryListCollaborators(lists);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected TeamLists lists() {
        return lists;
    }

    @Override
    protected ListCollaborators collaborators() {
        return collaborators;
    }
}
