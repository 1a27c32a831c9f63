package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;

class InMemoryClosedTeamsTest extends ClosedTeamsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryClosedTeams closedTeams = new InMemoryClosedTeams(transactions, teams);

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
    protected OwnTeam ownTeam() {
        return new InMemoryOwnTeam(transactions, teams);
    }

    @Override
    protected ClosedTeams closedTeams() {
        return closedTeams;
    }

    @Override
    protected void furnish(TeamId team) {
        closedTeams.hold(team, 5, "one", "two");
    }
}
