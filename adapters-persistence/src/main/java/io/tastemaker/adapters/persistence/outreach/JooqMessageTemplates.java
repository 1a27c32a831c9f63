package io.tastemaker.adapters.persistence.outreach;

import static io.tastemaker.adapters.persistence.generated.outreach.Tables.MESSAGE_TEMPLATE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Templates in PostgreSQL. Those that came with the program are the catalogue's, by a migration. */
public final class JooqMessageTemplates implements MessageTemplates {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            MESSAGE_TEMPLATE.ID, MESSAGE_TEMPLATE.TEAM_ID, MESSAGE_TEMPLATE.VERSION, MESSAGE_TEMPLATE.NAME, MESSAGE_TEMPLATE.SUBJECT,
            MESSAGE_TEMPLATE.BODY, MESSAGE_TEMPLATE.CREATED_BY, MESSAGE_TEMPLATE.CREATED_AT, MESSAGE_TEMPLATE.UPDATED_AT);

    private final JooqTransactions transactions;

    public JooqMessageTemplates(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(MessageTemplate template) {
        transactions.sql().insertInto(MESSAGE_TEMPLATE)
                .set(MESSAGE_TEMPLATE.TEAM_ID, template.team())
                .set(MESSAGE_TEMPLATE.ID, template.id())
                .set(MESSAGE_TEMPLATE.VERSION, template.version())
                .set(MESSAGE_TEMPLATE.NAME, template.name())
                .set(MESSAGE_TEMPLATE.SUBJECT, template.wording().subject())
                .set(MESSAGE_TEMPLATE.BODY, template.wording().body())
                .set(MESSAGE_TEMPLATE.CREATED_BY, template.createdBy())
                .set(MESSAGE_TEMPLATE.CREATED_AT, template.createdAt())
                .set(MESSAGE_TEMPLATE.UPDATED_AT, template.updatedAt())
                .execute();
    }

    @Override
    public Optional<MessageTemplate> find(MessageTemplateId id) {
        return transactions.sql().select(COLUMNS).from(MESSAGE_TEMPLATE)
                .where(seen().and(MESSAGE_TEMPLATE.ID.eq(id)))
                .fetchOptional(JooqMessageTemplates::template);
    }

    @Override
    public Optional<MessageTemplate> usual() {
        return transactions.sql().select(COLUMNS).from(MESSAGE_TEMPLATE)
                .where(MESSAGE_TEMPLATE.TEAM_ID.eq(TeamId.CATALOGUE))
                .orderBy(MESSAGE_TEMPLATE.CREATED_AT, MESSAGE_TEMPLATE.ID)
                .limit(1)
                .fetchOptional(JooqMessageTemplates::template);
    }

    @Override
    public boolean replace(MessageTemplate template) {
        return transactions.sql().update(MESSAGE_TEMPLATE)
                .set(MESSAGE_TEMPLATE.VERSION, template.version())
                .set(MESSAGE_TEMPLATE.NAME, template.name())
                .set(MESSAGE_TEMPLATE.SUBJECT, template.wording().subject())
                .set(MESSAGE_TEMPLATE.BODY, template.wording().body())
                .set(MESSAGE_TEMPLATE.UPDATED_AT, template.updatedAt())
                .where(own(template, template.version() - 1))
                .execute() == 1;
    }

    @Override
    public boolean remove(MessageTemplate template) {
        return transactions.sql().deleteFrom(MESSAGE_TEMPLATE).where(own(template, template.version())).execute() == 1;
    }

    @Override
    public Page<MessageTemplate> list(PageRequest page) {
        Condition wanted = seen();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(MESSAGE_TEMPLATE.CREATED_AT, MESSAGE_TEMPLATE.ID).lt(after.time(), new MessageTemplateId(after.id())));
        }
        List<MessageTemplate> found = transactions.sql().select(COLUMNS)
                .from(MESSAGE_TEMPLATE)
                .where(wanted)
                .orderBy(MESSAGE_TEMPLATE.CREATED_AT.desc(), MESSAGE_TEMPLATE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqMessageTemplates::template);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    private Condition seen() {
        return MESSAGE_TEMPLATE.TEAM_ID.in(transactions.team(), TeamId.CATALOGUE);
    }

    private Condition own(MessageTemplate template, long version) {
        return MESSAGE_TEMPLATE.TEAM_ID.eq(transactions.team())
                .and(MESSAGE_TEMPLATE.ID.eq(template.id()))
                .and(MESSAGE_TEMPLATE.VERSION.eq(version));
    }

    private static MessageTemplate template(Record row) {
        return new MessageTemplate(
                row.get(MESSAGE_TEMPLATE.ID),
                row.get(MESSAGE_TEMPLATE.TEAM_ID),
                row.get(MESSAGE_TEMPLATE.VERSION),
                row.get(MESSAGE_TEMPLATE.NAME),
                new Wording(row.get(MESSAGE_TEMPLATE.SUBJECT), row.get(MESSAGE_TEMPLATE.BODY)),
                row.get(MESSAGE_TEMPLATE.CREATED_BY),
                row.get(MESSAGE_TEMPLATE.CREATED_AT),
                row.get(MESSAGE_TEMPLATE.UPDATED_AT));
    }
}
