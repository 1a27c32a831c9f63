package io.tastemaker.application.proposals.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposals in memory. */
public final class InMemoryProposals implements Proposals {

    private record Key(ProposalId proposal, long number) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ProposalId, Proposal> proposals;
    private final InMemoryTransactions.Table<Key, ProposalVersion> versions;

    public InMemoryProposals(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.proposals = transactions.table();
        this.versions = transactions.table();
    }

    @Override
    public void add(Proposal proposal, ProposalVersion version) {
        if (!proposal.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a proposal of another team");
        }
        keep(proposal, version);
    }

    private void keep(Proposal proposal, ProposalVersion version) {
        proposals.put(proposal.id(), proposal);
        versions.put(new Key(proposal.id(), version.number()), version);
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return proposals.get(id).filter(proposal -> proposal.team().equals(transactions.team()));
    }

    @Override
    public Optional<Proposal> hold(ProposalId id) {
        return find(id);
    }

    @Override
    public boolean replace(Proposal proposal, ProposalVersion version) {
        boolean current = find(proposal.id()).filter(stored -> stored.version() == proposal.version() - 1).isPresent();
        if (current) {
            keep(proposal, version);
        }
        return current;
    }

    @Override
    public boolean remove(Proposal proposal) {
        boolean current = find(proposal.id()).filter(stored -> stored.version() == proposal.version()).isPresent();
        if (current) {
            of(proposal.id()).forEach(version -> versions.remove(new Key(version.proposal(), version.number())));
            proposals.remove(proposal.id());
        }
        return current;
    }

    @Override
    public Page<Proposal> list(Optional<Proposal.Status> status, PageRequest page) {
        return Newest.first(own().filter(proposal -> status.map(only -> only == proposal.status()).orElse(true)), page, Proposal::createdAt,
                proposal -> proposal.id().value());
    }

    @Override
    public int count() {
        return (int) own().count();
    }

    @Override
    public Page<ProposalVersion> versions(ProposalId id, PageRequest page) {
        List<ProposalVersion> found = of(id)
                .filter(version -> page.after().map(after -> version.number() < Long.parseLong(after)).orElse(true))
                .sorted(Comparator.comparingLong(ProposalVersion::number).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), last -> String.valueOf(last.number()));
    }

    @Override
    public Optional<ProposalVersion> version(ProposalId id, long number) {
        return find(id).flatMap(found -> versions.get(new Key(id, number)));
    }

    private Stream<Proposal> own() {
        return proposals.rows().filter(proposal -> proposal.team().equals(transactions.team()));
    }

    private Stream<ProposalVersion> of(ProposalId id) {
        return find(id).isEmpty() ? Stream.empty() : versions.rows().filter(version -> version.proposal().equals(id));
    }
}
