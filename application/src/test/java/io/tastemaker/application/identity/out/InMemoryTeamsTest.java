package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;

class InMemoryTeamsTest extends TeamsContract {

    private final InMemoryTeams teams = new InMemoryTeams(new InMemoryTransactions());

    @Override
    protected Teams teams() {
        return teams;
    }
}
