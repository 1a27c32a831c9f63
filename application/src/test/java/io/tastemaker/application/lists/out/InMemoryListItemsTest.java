package io.tastemaker.application.lists.out;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryListItemsTest extends ListItemsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCreators creators = new InMemoryCreators(transactions);
    private final InMemoryTeamLists lists = new InMemoryTeamLists(transactions);
    private final InMemoryListItems items = new InMemoryListItems(transactions, lists);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Creators creators() {
        return creators;
    }

    @Override
    protected TeamLists lists() {
        return lists;
    }

    @Override
    protected ListItems items() {
        return items;
    }
}
