package io.tastemaker.application.operations.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;

class InMemoryIdempotentCallsTest extends IdempotentCallsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryIdempotentCalls calls = new InMemoryIdempotentCalls(transactions);

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected IdempotentCalls calls() {
        return calls;
    }
}
