package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.TEMPLATE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalTemplateId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Templates for proposals in PostgreSQL. */
public final class JooqProposalTemplates implements ProposalTemplates {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(TEMPLATE.ID, TEMPLATE.TEAM_ID, TEMPLATE.VERSION, TEMPLATE.NAME,
            TEMPLATE.TERMS, TEMPLATE.CREATED_BY, TEMPLATE.CREATED_AT, TEMPLATE.UPDATED_AT);

    private final JooqTransactions transactions;

    public JooqProposalTemplates(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ProposalTemplate template) {
        if (!template.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a template of another team");
        }
        transactions.sql().insertInto(TEMPLATE)
                .set(TEMPLATE.TEAM_ID, template.team())
                .set(TEMPLATE.ID, template.id())
                .set(TEMPLATE.VERSION, template.version())
                .set(TEMPLATE.NAME, template.name())
                .set(TEMPLATE.TERMS, TermsTexts.write(template.terms()))
                .set(TEMPLATE.CREATED_BY, template.createdBy())
                .set(TEMPLATE.CREATED_AT, template.createdAt())
                .set(TEMPLATE.UPDATED_AT, template.updatedAt())
                .execute();
    }

    @Override
    public Optional<ProposalTemplate> find(ProposalTemplateId id) {
        return transactions.sql().select(COLUMNS).from(TEMPLATE).where(own().and(TEMPLATE.ID.eq(id)))
                .fetchOptional(JooqProposalTemplates::template);
    }

    @Override
    public boolean replace(ProposalTemplate template) {
        return transactions.sql().update(TEMPLATE)
                .set(TEMPLATE.VERSION, template.version())
                .set(TEMPLATE.NAME, template.name())
                .set(TEMPLATE.TERMS, TermsTexts.write(template.terms()))
                .set(TEMPLATE.UPDATED_AT, template.updatedAt())
                .where(own().and(TEMPLATE.ID.eq(template.id())).and(TEMPLATE.VERSION.eq(template.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(ProposalTemplate template) {
        return transactions.sql().deleteFrom(TEMPLATE)
                .where(own().and(TEMPLATE.ID.eq(template.id())).and(TEMPLATE.VERSION.eq(template.version())))
                .execute() == 1;
    }

    @Override
    public Page<ProposalTemplate> list(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(TEMPLATE.CREATED_AT, TEMPLATE.ID).lt(after.time(), new ProposalTemplateId(after.id())));
        }
        List<ProposalTemplate> found = transactions.sql().select(COLUMNS)
                .from(TEMPLATE)
                .where(wanted)
                .orderBy(TEMPLATE.CREATED_AT.desc(), TEMPLATE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqProposalTemplates::template);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public int count() {
        return transactions.sql().fetchCount(TEMPLATE, own());
    }

    private Condition own() {
        return TEMPLATE.TEAM_ID.eq(transactions.team());
    }

    private static ProposalTemplate template(Record row) {
        return new ProposalTemplate(
                row.get(TEMPLATE.ID),
                row.get(TEMPLATE.TEAM_ID),
                row.get(TEMPLATE.VERSION),
                row.get(TEMPLATE.NAME),
                TermsTexts.read(row.get(TEMPLATE.TERMS)),
                row.get(TEMPLATE.CREATED_BY),
                row.get(TEMPLATE.CREATED_AT),
                row.get(TEMPLATE.UPDATED_AT));
    }
}
