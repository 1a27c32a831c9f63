package io.tastemaker.adapters.persistence.lists;

import static io.tastemaker.adapters.persistence.generated.lists.Tables.TEMPLATE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** Templates for lists in PostgreSQL. */
public final class JooqListTemplates implements ListTemplates {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(TEMPLATE.ID, TEMPLATE.TEAM_ID, TEMPLATE.VERSION, TEMPLATE.NAME,
            TEMPLATE.DESCRIPTION, TEMPLATE.COLUMNS, TEMPLATE.DEFAULT_NOTE, TEMPLATE.CRITERIA, TEMPLATE.CREATED_BY, TEMPLATE.CREATED_AT,
            TEMPLATE.UPDATED_AT);

    private final JooqTransactions transactions;

    public JooqListTemplates(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ListTemplate template) {
        if (!template.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a template of another team");
        }
        transactions.sql().insertInto(TEMPLATE)
                .set(TEMPLATE.TEAM_ID, template.team())
                .set(TEMPLATE.ID, template.id())
                .set(TEMPLATE.CREATED_BY, template.createdBy())
                .set(TEMPLATE.CREATED_AT, template.createdAt())
                .set(changeable(template))
                .execute();
    }

    @Override
    public Optional<ListTemplate> find(ListTemplateId id) {
        return transactions.sql().select(COLUMNS).from(TEMPLATE).where(own().and(TEMPLATE.ID.eq(id))).fetchOptional(JooqListTemplates::template);
    }

    @Override
    public boolean replace(ListTemplate template) {
        return transactions.sql().update(TEMPLATE)
                .set(changeable(template))
                .where(own().and(TEMPLATE.ID.eq(template.id())).and(TEMPLATE.VERSION.eq(template.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(ListTemplate template) {
        return transactions.sql().deleteFrom(TEMPLATE)
                .where(own().and(TEMPLATE.ID.eq(template.id())).and(TEMPLATE.VERSION.eq(template.version())))
                .execute() == 1;
    }

    @Override
    public Page<ListTemplate> list(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(TEMPLATE.CREATED_AT, TEMPLATE.ID).lt(after.time(), new ListTemplateId(after.id())));
        }
        List<ListTemplate> found = transactions.sql().select(COLUMNS)
                .from(TEMPLATE)
                .where(wanted)
                .orderBy(TEMPLATE.CREATED_AT.desc(), TEMPLATE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqListTemplates::template);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public int count() {
        return transactions.sql().fetchCount(TEMPLATE, own());
    }

    private Condition own() {
        return TEMPLATE.TEAM_ID.eq(transactions.team());
    }

    private static Map<Field<?>, Object> changeable(ListTemplate template) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(TEMPLATE.VERSION, template.version());
        values.put(TEMPLATE.NAME, template.name());
        values.put(TEMPLATE.DESCRIPTION, template.description());
        values.put(TEMPLATE.COLUMNS, template.form().columns().toArray(String[]::new));
        values.put(TEMPLATE.DEFAULT_NOTE, template.form().defaultNote());
        values.put(TEMPLATE.CRITERIA, template.form().criteria());
        values.put(TEMPLATE.UPDATED_AT, template.updatedAt());
        return values;
    }

    private static ListTemplate template(Record row) {
        return new ListTemplate(
                row.get(TEMPLATE.ID),
                row.get(TEMPLATE.TEAM_ID),
                row.get(TEMPLATE.VERSION),
                row.get(TEMPLATE.NAME),
                row.get(TEMPLATE.DESCRIPTION),
                new ListForm(List.of(row.get(TEMPLATE.COLUMNS)), row.get(TEMPLATE.DEFAULT_NOTE), row.get(TEMPLATE.CRITERIA)),
                row.get(TEMPLATE.CREATED_BY),
                row.get(TEMPLATE.CREATED_AT),
                row.get(TEMPLATE.UPDATED_AT));
    }
}
