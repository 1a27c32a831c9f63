package io.tastemaker.application.proposals.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** The teams to which proposals are open, in memory. */
public final class InMemoryProposalAccesses implements ProposalAccesses {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<TeamId, ProposalAccess> accesses;

    public InMemoryProposalAccesses(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.accesses = transactions.table();
    }

    @Override
    public Optional<ProposalAccess> find() {
        return accesses.get(transactions.team());
    }

    @Override
    public boolean add(ProposalAccess access) {
        if (!access.team().equals(transactions.team())) {
            throw new IllegalArgumentException("of another team");
        }
        boolean fresh = find().isEmpty();
        if (fresh) {
            accesses.put(access.team(), access);
        }
        return fresh;
    }

    @Override
    public boolean remove() {
        boolean open = find().isPresent();
        accesses.remove(transactions.team());
        return open;
    }

    @Override
    public Page<ProposalAccess> list(PageRequest page) {
        return transactions.apart(() -> Newest.first(accesses.rows(), page, ProposalAccess::grantedAt, access -> access.team().value()));
    }
}
