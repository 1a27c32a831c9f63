package io.tastemaker.application.lists.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryListTemplatesTest extends ListTemplatesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryListTemplates templates = new InMemoryListTemplates(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected ListTemplates templates() {
        return templates;
    }
}
