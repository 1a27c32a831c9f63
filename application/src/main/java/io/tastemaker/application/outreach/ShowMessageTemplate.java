package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.shared.MessageTemplateId;

/** Shows a text that a team can invite with. */
public final class ShowMessageTemplate {

    private final Transactions transactions;
    private final MessageTemplates templates;

    ShowMessageTemplate(Transactions transactions, MessageTemplates templates) {
        this.transactions = transactions;
        this.templates = templates;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param template which
     */
    public record Query(Actor actor, MessageTemplateId template) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the template
     * @throws Refusal.NotFound when the team can use no such template
     */
    public MessageTemplate handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> templates.find(query.template())).orElseThrow(Refusal.NotFound::new);
    }
}
