package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.PROPOSAL;
import static io.tastemaker.adapters.persistence.generated.proposals.Tables.PROPOSAL_VERSION;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Proposals and their versions in PostgreSQL. */
public final class JooqProposals implements Proposals {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(PROPOSAL.ID, PROPOSAL.TEAM_ID, PROPOSAL.VERSION, PROPOSAL.STATUS,
            PROPOSAL.TERMS, PROPOSAL.CREATED_BY, PROPOSAL.CREATED_AT, PROPOSAL.UPDATED_AT);
    private static final List<TableField<Record, ?>> VERSION_COLUMNS = List.of(PROPOSAL_VERSION.PROPOSAL_ID, PROPOSAL_VERSION.NUMBER,
            PROPOSAL_VERSION.STEP, PROPOSAL_VERSION.STATUS, PROPOSAL_VERSION.TERMS, PROPOSAL_VERSION.REASON, PROPOSAL_VERSION.TAKEN_BY,
            PROPOSAL_VERSION.TAKEN_AT);

    private final JooqTransactions transactions;

    public JooqProposals(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Proposal proposal, ProposalVersion version) {
        if (!proposal.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a proposal of another team");
        }
        transactions.sql().insertInto(PROPOSAL)
                .set(PROPOSAL.TEAM_ID, proposal.team())
                .set(PROPOSAL.ID, proposal.id())
                .set(PROPOSAL.VERSION, proposal.version())
                .set(PROPOSAL.STATUS, proposal.status())
                .set(PROPOSAL.TERMS, TermsTexts.write(proposal.terms()))
                .set(PROPOSAL.CREATED_BY, proposal.createdBy())
                .set(PROPOSAL.CREATED_AT, proposal.createdAt())
                .set(PROPOSAL.UPDATED_AT, proposal.updatedAt())
                .execute();
        keep(version);
    }

    private void keep(ProposalVersion version) {
        transactions.sql().insertInto(PROPOSAL_VERSION)
                .set(PROPOSAL_VERSION.TEAM_ID, transactions.team())
                .set(PROPOSAL_VERSION.PROPOSAL_ID, version.proposal())
                .set(PROPOSAL_VERSION.NUMBER, version.number())
                .set(PROPOSAL_VERSION.STEP, version.step())
                .set(PROPOSAL_VERSION.STATUS, version.status())
                .set(PROPOSAL_VERSION.TERMS, TermsTexts.write(version.terms()))
                .set(PROPOSAL_VERSION.REASON, version.reason())
                .set(PROPOSAL_VERSION.TAKEN_BY, version.by())
                .set(PROPOSAL_VERSION.TAKEN_AT, version.at())
                .execute();
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return transactions.sql().select(COLUMNS).from(PROPOSAL).where(own().and(PROPOSAL.ID.eq(id))).fetchOptional(JooqProposals::proposal);
    }

    @Override
    public Optional<Proposal> hold(ProposalId id) {
        return transactions.sql().select(COLUMNS).from(PROPOSAL).where(own().and(PROPOSAL.ID.eq(id))).forUpdate().fetchOptional(JooqProposals::proposal);
    }

    @Override
    public boolean replace(Proposal proposal, ProposalVersion version) {
        boolean replaced = transactions.sql().update(PROPOSAL)
                .set(PROPOSAL.VERSION, proposal.version())
                .set(PROPOSAL.STATUS, proposal.status())
                .set(PROPOSAL.TERMS, TermsTexts.write(proposal.terms()))
                .set(PROPOSAL.UPDATED_AT, proposal.updatedAt())
                .where(own().and(PROPOSAL.ID.eq(proposal.id())).and(PROPOSAL.VERSION.eq(proposal.version() - 1)))
                .execute() == 1;
        if (replaced) {
            keep(version);
        }
        return replaced;
    }

    @Override
    public boolean remove(Proposal proposal) {
        return transactions.sql().deleteFrom(PROPOSAL)
                .where(own().and(PROPOSAL.ID.eq(proposal.id())).and(PROPOSAL.VERSION.eq(proposal.version())))
                .execute() == 1;
    }

    @Override
    public Page<Proposal> list(Optional<Proposal.Status> status, PageRequest page) {
        Condition wanted = status.map(only -> own().and(PROPOSAL.STATUS.eq(only))).orElseGet(this::own);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(PROPOSAL.CREATED_AT, PROPOSAL.ID).lt(after.time(), new ProposalId(after.id())));
        }
        List<Proposal> found = transactions.sql().select(COLUMNS)
                .from(PROPOSAL)
                .where(wanted)
                .orderBy(PROPOSAL.CREATED_AT.desc(), PROPOSAL.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqProposals::proposal);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public int count() {
        return transactions.sql().fetchCount(PROPOSAL, own());
    }

    @Override
    public Page<ProposalVersion> versions(ProposalId id, PageRequest page) {
        Condition wanted = page.after().map(after -> of(id).and(PROPOSAL_VERSION.NUMBER.lt(Long.valueOf(after)))).orElseGet(() -> of(id));
        List<ProposalVersion> found = transactions.sql().select(VERSION_COLUMNS)
                .from(PROPOSAL_VERSION)
                .where(wanted)
                .orderBy(PROPOSAL_VERSION.NUMBER.desc())
                .limit(page.limit() + 1)
                .fetch(JooqProposals::version);
        return Page.of(found, page.limit(), last -> String.valueOf(last.number()));
    }

    @Override
    public Optional<ProposalVersion> version(ProposalId id, long number) {
        return transactions.sql().select(VERSION_COLUMNS).from(PROPOSAL_VERSION).where(of(id).and(PROPOSAL_VERSION.NUMBER.eq(number)))
                .fetchOptional(JooqProposals::version);
    }

    private Condition own() {
        return PROPOSAL.TEAM_ID.eq(transactions.team());
    }

    private Condition of(ProposalId id) {
        return PROPOSAL_VERSION.TEAM_ID.eq(transactions.team()).and(PROPOSAL_VERSION.PROPOSAL_ID.eq(id));
    }

    private static Proposal proposal(Record row) {
        return new Proposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.TEAM_ID),
                row.get(PROPOSAL.VERSION),
                row.get(PROPOSAL.STATUS),
                TermsTexts.read(row.get(PROPOSAL.TERMS)),
                row.get(PROPOSAL.CREATED_BY),
                row.get(PROPOSAL.CREATED_AT),
                row.get(PROPOSAL.UPDATED_AT));
    }

    private static ProposalVersion version(Record row) {
        return new ProposalVersion(
                row.get(PROPOSAL_VERSION.PROPOSAL_ID),
                row.get(PROPOSAL_VERSION.NUMBER),
                row.get(PROPOSAL_VERSION.STEP),
                row.get(PROPOSAL_VERSION.STATUS),
                TermsTexts.read(row.get(PROPOSAL_VERSION.TERMS)),
                row.get(PROPOSAL_VERSION.REASON),
                row.get(PROPOSAL_VERSION.TAKEN_BY),
                row.get(PROPOSAL_VERSION.TAKEN_AT));
    }
}
