package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sign-ins under way, in memory. */
public final class InMemoryOauthFlows implements OauthFlows {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, Flow> rows;

    public InMemoryOauthFlows(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void begin(Flow flow) {
        transactions.team();
        rows.put(flow.stateHash(), flow);
    }

    @Override
    public Optional<Flow> take(String stateHash, Instant now) {
        transactions.team();
        Optional<Flow> flow = rows.get(stateHash).filter(row -> now.isBefore(row.expiresAt()));
        flow.ifPresent(row -> rows.remove(row.stateHash()));
        return flow;
    }

    @Override
    public int purge(Instant before) {
        transactions.team();
        List<Flow> old = rows.rows().filter(row -> row.expiresAt().isBefore(before)).toList();
        old.forEach(row -> rows.remove(row.stateHash()));
        return old.size();
    }
}
