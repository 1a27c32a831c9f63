package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.BUDGET_ENTRY;
import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.BUDGET_LINE;
import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.CAMPAIGN;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.DaySpending;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Budgets in PostgreSQL. */
public final class JooqBudgets implements Budgets {

    private static final List<TableField<Record, ?>> LINE = List.of(
            BUDGET_LINE.ID, BUDGET_LINE.CAMPAIGN_ID, BUDGET_LINE.VERSION, BUDGET_LINE.CATEGORY, BUDGET_LINE.LABEL,
            BUDGET_LINE.CURRENCY, BUDGET_LINE.PLANNED, BUDGET_LINE.COMMITTED, BUDGET_LINE.SPENT, BUDGET_LINE.ENTRIES,
            BUDGET_LINE.CREATED_BY, BUDGET_LINE.CREATED_AT);

    private static final List<TableField<Record, ?>> ENTRY = List.of(
            BUDGET_ENTRY.CAMPAIGN_ID, BUDGET_ENTRY.LINE_ID, BUDGET_ENTRY.NUMBER, BUDGET_ENTRY.KIND, BUDGET_ENTRY.AMOUNT,
            BUDGET_ENTRY.CURRENCY, BUDGET_ENTRY.REASON, BUDGET_ENTRY.OVER_BUDGET, BUDGET_ENTRY.ENTERED_BY, BUDGET_ENTRY.ENTERED_AT);

    private final JooqTransactions transactions;

    public JooqBudgets(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** Locks the campaign's row, which says what the brief allows; rows that point at it can still be added. */
    @Override
    public void hold(CampaignId campaign) {
        transactions.sql().select(CAMPAIGN.ID)
                .from(CAMPAIGN)
                .where(CAMPAIGN.TEAM_ID.eq(transactions.team()).and(CAMPAIGN.ID.eq(campaign)))
                .forNoKeyUpdate()
                .fetch();
    }

    @Override
    public void add(BudgetLine line) {
        transactions.sql().insertInto(BUDGET_LINE)
                .set(BUDGET_LINE.TEAM_ID, transactions.team())
                .set(BUDGET_LINE.CAMPAIGN_ID, line.campaign())
                .set(BUDGET_LINE.ID, line.id())
                .set(BUDGET_LINE.CURRENCY, line.planned().currency().getCurrencyCode())
                .set(BUDGET_LINE.CREATED_BY, line.createdBy())
                .set(BUDGET_LINE.CREATED_AT, line.createdAt())
                .set(changeable(line))
                .execute();
    }

    @Override
    public List<BudgetLine> lines(CampaignId campaign) {
        return transactions.sql().select(LINE)
                .from(BUDGET_LINE)
                .where(linesOf(campaign))
                .orderBy(BUDGET_LINE.CREATED_AT, BUDGET_LINE.ID)
                .limit(BudgetLine.MOST + 1)
                .fetch(JooqBudgets::line);
    }

    @Override
    public boolean replace(BudgetLine line) {
        return transactions.sql().update(BUDGET_LINE).set(changeable(line)).where(version(line, line.version() - 1)).execute() == 1;
    }

    @Override
    public boolean remove(BudgetLine line) {
        return transactions.sql().deleteFrom(BUDGET_LINE).where(version(line, line.version())).execute() == 1;
    }

    @Override
    public void append(BudgetEntry entry) {
        transactions.sql().insertInto(BUDGET_ENTRY)
                .set(BUDGET_ENTRY.TEAM_ID, transactions.team())
                .set(BUDGET_ENTRY.CAMPAIGN_ID, entry.campaign())
                .set(BUDGET_ENTRY.NUMBER, entry.number())
                .set(BUDGET_ENTRY.LINE_ID, entry.line())
                .set(BUDGET_ENTRY.KIND, entry.kind())
                .set(BUDGET_ENTRY.AMOUNT, entry.amount().amount())
                .set(BUDGET_ENTRY.CURRENCY, entry.amount().currency().getCurrencyCode())
                .set(BUDGET_ENTRY.REASON, entry.reason())
                .set(BUDGET_ENTRY.OVER_BUDGET, entry.isOverBudget())
                .set(BUDGET_ENTRY.ENTERED_BY, entry.enteredBy())
                .set(BUDGET_ENTRY.ENTERED_AT, entry.enteredAt())
                .execute();
    }

    @Override
    public List<DaySpending> spent(CampaignId campaign) {
        Field<LocalDate> day = DSL.field("({0} at time zone 'UTC')::date", LocalDate.class, BUDGET_ENTRY.ENTERED_AT);
        Field<BigDecimal> amount = DSL.sum(DSL.when(BUDGET_ENTRY.KIND.eq(BudgetEntry.Kind.SPEND), BUDGET_ENTRY.AMOUNT)
                .otherwise(BUDGET_ENTRY.AMOUNT.neg()));
        return transactions.sql().select(day, BUDGET_ENTRY.CURRENCY, amount, DSL.count())
                .from(BUDGET_ENTRY)
                .where(BUDGET_ENTRY.TEAM_ID.eq(transactions.team()).and(BUDGET_ENTRY.CAMPAIGN_ID.eq(campaign)))
                .and(BUDGET_ENTRY.KIND.in(BudgetEntry.Kind.SPEND, BudgetEntry.Kind.REFUND))
                .groupBy(day, BUDGET_ENTRY.CURRENCY)
                .orderBy(day, BUDGET_ENTRY.CURRENCY)
                .fetch(row -> new DaySpending(row.value1(), new Money(row.value3(), Currency.getInstance(row.value2())), row.value4()));
    }

    @Override
    public Page<BudgetEntry> entries(CampaignId campaign, Optional<BudgetLineId> line, boolean onlyOverBudget, PageRequest page) {
        Condition wanted = BUDGET_ENTRY.TEAM_ID.eq(transactions.team()).and(BUDGET_ENTRY.CAMPAIGN_ID.eq(campaign));
        wanted = line.map(BUDGET_ENTRY.LINE_ID::eq).map(wanted::and).orElse(wanted);
        wanted = onlyOverBudget ? wanted.and(BUDGET_ENTRY.OVER_BUDGET) : wanted;
        List<BudgetEntry> found = transactions.sql().select(ENTRY)
                .from(BUDGET_ENTRY)
                .where(page.after().map(Long::valueOf).map(BUDGET_ENTRY.NUMBER::lt).map(wanted::and).orElse(wanted))
                .orderBy(BUDGET_ENTRY.NUMBER.desc())
                .limit(page.limit() + 1)
                .fetch(JooqBudgets::entry);
        return Page.of(found, page.limit(), last -> Long.toString(last.number()));
    }

    private Condition linesOf(CampaignId campaign) {
        return BUDGET_LINE.TEAM_ID.eq(transactions.team()).and(BUDGET_LINE.CAMPAIGN_ID.eq(campaign));
    }

    private Condition version(BudgetLine line, long version) {
        return linesOf(line.campaign()).and(BUDGET_LINE.ID.eq(line.id())).and(BUDGET_LINE.VERSION.eq(version));
    }

    private static Map<Field<?>, Object> changeable(BudgetLine line) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(BUDGET_LINE.VERSION, line.version());
        values.put(BUDGET_LINE.CATEGORY, line.category());
        values.put(BUDGET_LINE.LABEL, line.label());
        values.put(BUDGET_LINE.PLANNED, line.planned().amount());
        values.put(BUDGET_LINE.COMMITTED, line.committed().amount());
        values.put(BUDGET_LINE.SPENT, line.spent().amount());
        values.put(BUDGET_LINE.ENTRIES, line.entries());
        return values;
    }

    private static BudgetLine line(Record row) {
        Currency currency = Currency.getInstance(row.get(BUDGET_LINE.CURRENCY));
        return new BudgetLine(row.get(BUDGET_LINE.ID), row.get(BUDGET_LINE.CAMPAIGN_ID), row.get(BUDGET_LINE.VERSION),
                row.get(BUDGET_LINE.CATEGORY), row.get(BUDGET_LINE.LABEL), new Money(row.get(BUDGET_LINE.PLANNED), currency),
                new Money(row.get(BUDGET_LINE.COMMITTED), currency), new Money(row.get(BUDGET_LINE.SPENT), currency),
                row.get(BUDGET_LINE.ENTRIES), row.get(BUDGET_LINE.CREATED_BY), row.get(BUDGET_LINE.CREATED_AT));
    }

    private static BudgetEntry entry(Record row) {
        Money amount = new Money(row.get(BUDGET_ENTRY.AMOUNT), Currency.getInstance(row.get(BUDGET_ENTRY.CURRENCY)));
        return new BudgetEntry(row.get(BUDGET_ENTRY.CAMPAIGN_ID), row.get(BUDGET_ENTRY.LINE_ID), row.get(BUDGET_ENTRY.NUMBER),
                row.get(BUDGET_ENTRY.KIND), amount, row.get(BUDGET_ENTRY.REASON), row.get(BUDGET_ENTRY.OVER_BUDGET),
                row.get(BUDGET_ENTRY.ENTERED_BY), row.get(BUDGET_ENTRY.ENTERED_AT));
    }
}
