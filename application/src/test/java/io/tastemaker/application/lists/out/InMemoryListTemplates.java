package io.tastemaker.application.lists.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Templates for lists in memory. */
public final class InMemoryListTemplates implements ListTemplates {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ListTemplateId, ListTemplate> templates;

    public InMemoryListTemplates(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.templates = transactions.table();
    }

    @Override
    public void add(ListTemplate template) {
        if (!template.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a template of another team");
        }
        templates.put(template.id(), template);
    }

    @Override
    public Optional<ListTemplate> find(ListTemplateId id) {
        return templates.get(id).filter(template -> template.team().equals(transactions.team()));
    }

    @Override
    public boolean replace(ListTemplate template) {
        boolean current = find(template.id()).filter(stored -> stored.version() == template.version() - 1).isPresent();
        if (current) {
            templates.put(template.id(), template);
        }
        return current;
    }

    @Override
    public boolean remove(ListTemplate template) {
        boolean current = find(template.id()).filter(stored -> stored.version() == template.version()).isPresent();
        if (current) {
            templates.remove(template.id());
        }
        return current;
    }

    @Override
    public Page<ListTemplate> list(PageRequest page) {
        return Newest.first(own(), page, ListTemplate::createdAt, template -> template.id().value());
    }

    @Override
    public int count() {
        return (int) own().count();
    }

    private Stream<ListTemplate> own() {
        return templates.rows().filter(template -> template.team().equals(transactions.team()));
    }
}
