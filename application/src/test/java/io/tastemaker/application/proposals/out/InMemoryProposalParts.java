package io.tastemaker.application.proposals.out;

import io.tastemaker.application.proposals.PartnershipUseCases.Stores;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What hangs on proposals, in memory. */
public class InMemoryProposalParts<T> implements ProposalParts<T> {

    private record Row<T>(TeamId team, T part) {}

    private final InMemoryTransactions transactions;
    private final InMemoryProposals proposals;
    private final Function<T, UUID> id;
    private final Function<T, ProposalId> proposal;
    private final Function<T, Instant> time;
    private final InMemoryTransactions.Table<UUID, Row<T>> rows;

    InMemoryProposalParts(InMemoryTransactions transactions, InMemoryProposals proposals, Function<T, UUID> id, Function<T, ProposalId> proposal,
            Function<T, Instant> time) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.id = id;
        this.proposal = proposal;
        this.time = time;
        this.rows = transactions.table();
    }

    /** The stores of all kinds. */
    public static Stores stores(InMemoryTransactions transactions, InMemoryProposals proposals) {
        return new Stores(new InMemoryProposalInvitations(transactions, proposals),
                new InMemoryProposalParts<>(transactions, proposals, one -> one.id().value(), Application::proposal, Application::submittedAt),
                new InMemoryProposalParts<>(
                        transactions, proposals, ProposalCollaborator::id, ProposalCollaborator::proposal, ProposalCollaborator::addedAt),
                new InMemoryProposalParts<>(transactions, proposals, one -> one.id().value(), ProposalDeliverable::proposal, ProposalDeliverable::createdAt));
    }

    final InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public void add(T part) {
        if (proposals.find(proposal.apply(part)).isEmpty()) {
            throw new IllegalArgumentException("the team has no such proposal");
        }
        rows.put(id.apply(part), new Row<>(transactions.team(), part));
    }

    @Override
    public void replace(T part) {
        find(proposal.apply(part), id.apply(part)).ifPresent(before -> add(part));
    }

    @Override
    public void remove(T part) {
        find(proposal.apply(part), id.apply(part)).ifPresent(found -> rows.remove(id.apply(part)));
    }

    @Override
    public Optional<T> find(ProposalId of, UUID wanted) {
        return of(of).filter(part -> id.apply(part).equals(wanted)).findFirst();
    }

    @Override
    public Page<T> list(ProposalId of, PageRequest page) {
        return Newest.first(of(of), page, time, id);
    }

    @Override
    public List<T> all(ProposalId of) {
        return of(of).sorted(Comparator.comparing(time).thenComparing(part -> id.apply(part).toString()).reversed()).toList();
    }

    @Override
    public int count(ProposalId of) {
        return (int) of(of).count();
    }

    /** Nothing of a proposal that is gone. */
    private Stream<T> of(ProposalId of) {
        return proposals.find(of).isEmpty() ? Stream.empty()
                : rows.rows().filter(row -> row.team().equals(transactions.team())).map(Row::part).filter(part -> proposal.apply(part).equals(of));
    }
}
