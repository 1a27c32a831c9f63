package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.MILESTONE;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** Milestones in PostgreSQL. */
public final class JooqMilestones implements Milestones {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            MILESTONE.ID, MILESTONE.CAMPAIGN_ID, MILESTONE.VERSION, MILESTONE.NAME, MILESTONE.DUE_ON, MILESTONE.POSITION,
            MILESTONE.DONE_AT, MILESTONE.CREATED_BY, MILESTONE.CREATED_AT);

    private final JooqTransactions transactions;

    public JooqMilestones(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Milestone milestone) {
        transactions.sql().insertInto(MILESTONE)
                .set(MILESTONE.TEAM_ID, transactions.team())
                .set(MILESTONE.CAMPAIGN_ID, milestone.campaign())
                .set(MILESTONE.ID, milestone.id())
                .set(MILESTONE.CREATED_BY, milestone.createdBy())
                .set(MILESTONE.CREATED_AT, milestone.createdAt())
                .set(changeable(milestone))
                .execute();
    }

    @Override
    public Optional<Milestone> find(CampaignId campaign, MilestoneId id) {
        return transactions.sql().select(COLUMNS).from(MILESTONE).where(of(campaign).and(MILESTONE.ID.eq(id)))
                .fetchOptional(JooqMilestones::milestone);
    }

    @Override
    public boolean replace(Milestone milestone) {
        return transactions.sql().update(MILESTONE).set(changeable(milestone)).where(version(milestone, milestone.version() - 1)).execute() == 1;
    }

    @Override
    public boolean remove(Milestone milestone) {
        return transactions.sql().deleteFrom(MILESTONE).where(version(milestone, milestone.version())).execute() == 1;
    }

    @Override
    public List<Milestone> list(CampaignId campaign) {
        return transactions.sql().select(COLUMNS)
                .from(MILESTONE)
                .where(of(campaign))
                .orderBy(MILESTONE.POSITION, MILESTONE.DUE_ON, MILESTONE.CREATED_AT, MILESTONE.ID)
                .limit(Milestone.MOST + 1)
                .fetch(JooqMilestones::milestone);
    }

    private Condition of(CampaignId campaign) {
        return MILESTONE.TEAM_ID.eq(transactions.team()).and(MILESTONE.CAMPAIGN_ID.eq(campaign));
    }

    private Condition version(Milestone milestone, long version) {
        return of(milestone.campaign()).and(MILESTONE.ID.eq(milestone.id())).and(MILESTONE.VERSION.eq(version));
    }

    private static Map<Field<?>, Object> changeable(Milestone milestone) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(MILESTONE.VERSION, milestone.version());
        values.put(MILESTONE.NAME, milestone.name());
        values.put(MILESTONE.DUE_ON, milestone.dueOn());
        values.put(MILESTONE.POSITION, milestone.position());
        values.put(MILESTONE.DONE_AT, milestone.doneAt().orElse(null));
        return values;
    }

    private static Milestone milestone(Record row) {
        return new Milestone(row.get(MILESTONE.ID), row.get(MILESTONE.CAMPAIGN_ID), row.get(MILESTONE.VERSION), row.get(MILESTONE.NAME),
                row.get(MILESTONE.DUE_ON), row.get(MILESTONE.POSITION), Optional.ofNullable(row.get(MILESTONE.DONE_AT)),
                row.get(MILESTONE.CREATED_BY), row.get(MILESTONE.CREATED_AT));
    }
}
