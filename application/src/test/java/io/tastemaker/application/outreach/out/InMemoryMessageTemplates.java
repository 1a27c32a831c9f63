package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Templates in memory, with one that came with the program. */
public final class InMemoryMessageTemplates implements MessageTemplates {

    private static final MessageTemplate SHIPPED = MessageTemplate.begin(new MessageTemplateId(new UUID(0, 1)), TeamId.CATALOGUE, "Invitation",
            new Wording("{{campaign_name}}: would you like to take part?", "Hello {{creator_name}},\n\n{{brief}}\n\n{{response_link}}\n"),
            "system:shipped", Instant.EPOCH);

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<MessageTemplateId, MessageTemplate> rows;

    public InMemoryMessageTemplates(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
        rows.put(SHIPPED.id(), SHIPPED);
    }

    @Override
    public void add(MessageTemplate template) {
        if (!template.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a template of another team");
        }
        rows.put(template.id(), template);
    }

    @Override
    public Optional<MessageTemplate> find(MessageTemplateId id) {
        return seen().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Optional<MessageTemplate> usual() {
        return rows.rows().filter(MessageTemplate::isShipped).findFirst();
    }

    @Override
    public boolean replace(MessageTemplate template) {
        boolean current = own(template, template.version() - 1);
        if (current) {
            rows.put(template.id(), template);
        }
        return current;
    }

    @Override
    public boolean remove(MessageTemplate template) {
        boolean current = own(template, template.version());
        if (current) {
            rows.remove(template.id());
        }
        return current;
    }

    @Override
    public Page<MessageTemplate> list(PageRequest page) {
        return Newest.first(seen(), page, MessageTemplate::createdAt, row -> row.id().value());
    }

    private boolean own(MessageTemplate template, long version) {
        return find(template.id()).filter(row -> row.team().equals(transactions.team()) && row.version() == version).isPresent();
    }

    private Stream<MessageTemplate> seen() {
        return rows.rows().filter(row -> row.isShipped() || row.team().equals(transactions.team()));
    }
}
