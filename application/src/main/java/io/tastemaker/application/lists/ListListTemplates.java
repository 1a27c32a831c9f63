package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the team's templates for lists, the newest first. */
public final class ListListTemplates {

    private final Transactions transactions;
    private final ListTemplates templates;

    ListListTemplates(Transactions transactions, ListTemplates templates) {
        this.transactions = transactions;
        this.templates = templates;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the templates
     */
    public Page<ListTemplate> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> templates.list(query.page()));
    }
}
