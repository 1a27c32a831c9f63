package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the texts that a team can invite with: its own and those that came with the program. */
public final class ListMessageTemplates {

    private final Transactions transactions;
    private final MessageTemplates templates;

    ListMessageTemplates(Transactions transactions, MessageTemplates templates) {
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
     * @return the newest first
     */
    public Page<MessageTemplate> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> templates.list(query.page()));
    }
}
