package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;

/** Shows one of the team's templates for lists. */
public final class ShowListTemplate {

    private final Transactions transactions;
    private final ListTemplates templates;

    ShowListTemplate(Transactions transactions, ListTemplates templates) {
        this.transactions = transactions;
        this.templates = templates;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param template which template
     */
    public record Query(Actor actor, ListTemplateId template) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the template
     * @throws Refusal.NotFound when the team has no such template
     */
    public ListTemplate handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> templates.find(query.template())).orElseThrow(Refusal.NotFound::new);
    }
}
