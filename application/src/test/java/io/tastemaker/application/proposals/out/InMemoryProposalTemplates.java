package io.tastemaker.application.proposals.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalTemplateId;
import java.util.Optional;
import java.util.stream.Stream;

/** Templates for proposals in memory. */
public final class InMemoryProposalTemplates implements ProposalTemplates {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ProposalTemplateId, ProposalTemplate> templates;

    public InMemoryProposalTemplates(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.templates = transactions.table();
    }

    @Override
    public void add(ProposalTemplate template) {
        if (!template.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a template of another team");
        }
        templates.put(template.id(), template);
    }

    @Override
    public Optional<ProposalTemplate> find(ProposalTemplateId id) {
        return templates.get(id).filter(template -> template.team().equals(transactions.team()));
    }

    @Override
    public boolean replace(ProposalTemplate template) {
        boolean current = find(template.id()).filter(stored -> stored.version() == template.version() - 1).isPresent();
        if (current) {
            templates.put(template.id(), template);
        }
        return current;
    }

    @Override
    public boolean remove(ProposalTemplate template) {
        boolean current = find(template.id()).filter(stored -> stored.version() == template.version()).isPresent();
        if (current) {
            templates.remove(template.id());
        }
        return current;
    }

    @Override
    public Page<ProposalTemplate> list(PageRequest page) {
        return Newest.first(own(), page, ProposalTemplate::createdAt, template -> template.id().value());
    }

    @Override
    public int count() {
        return (int) own().count();
    }

    private Stream<ProposalTemplate> own() {
        return templates.rows().filter(template -> template.team().equals(transactions.team()));
    }
}
