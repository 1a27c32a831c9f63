package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.DELIVERABLE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;
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

/** Deliverables in PostgreSQL. */
public final class JooqDeliverables implements Deliverables {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            DELIVERABLE.ID, DELIVERABLE.CAMPAIGN_ID, DELIVERABLE.VERSION, DELIVERABLE.TYPE, DELIVERABLE.TITLE,
            DELIVERABLE.CREATOR_ID, DELIVERABLE.DUE_ON, DELIVERABLE.STATE, DELIVERABLE.PROOF, DELIVERABLE.SUBMITTED_BY,
            DELIVERABLE.SUBMITTED_AT, DELIVERABLE.REASON, DELIVERABLE.REVIEWED_BY, DELIVERABLE.REVIEWED_AT, DELIVERABLE.CREATED_BY,
            DELIVERABLE.CREATED_AT, DELIVERABLE.UPDATED_AT);

    private final JooqTransactions transactions;

    public JooqDeliverables(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Deliverable deliverable) {
        transactions.sql().insertInto(DELIVERABLE)
                .set(DELIVERABLE.TEAM_ID, transactions.team())
                .set(DELIVERABLE.CAMPAIGN_ID, deliverable.campaign())
                .set(DELIVERABLE.ID, deliverable.id())
                .set(DELIVERABLE.CREATED_BY, deliverable.createdBy())
                .set(DELIVERABLE.CREATED_AT, deliverable.createdAt())
                .set(changeable(deliverable))
                .execute();
    }

    @Override
    public Optional<Deliverable> find(CampaignId campaign, DeliverableId id) {
        return transactions.sql().select(COLUMNS).from(DELIVERABLE).where(of(campaign).and(DELIVERABLE.ID.eq(id)))
                .fetchOptional(JooqDeliverables::deliverable);
    }

    @Override
    public boolean replace(Deliverable deliverable) {
        return transactions.sql().update(DELIVERABLE).set(changeable(deliverable)).where(version(deliverable, deliverable.version() - 1)).execute() == 1;
    }

    @Override
    public boolean remove(Deliverable deliverable) {
        return transactions.sql().deleteFrom(DELIVERABLE).where(version(deliverable, deliverable.version())).execute() == 1;
    }

    @Override
    public int count(CampaignId campaign) {
        return transactions.sql().fetchCount(DELIVERABLE, of(campaign));
    }

    @Override
    public Page<Deliverable> list(CampaignId campaign, Optional<Deliverable.State> state, PageRequest page) {
        Condition wanted = state.map(DELIVERABLE.STATE::eq).map(of(campaign)::and).orElse(of(campaign));
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(DELIVERABLE.CREATED_AT, DELIVERABLE.ID).gt(after.time(), new DeliverableId(after.id())));
        }
        List<Deliverable> found = transactions.sql().select(COLUMNS)
                .from(DELIVERABLE)
                .where(wanted)
                .orderBy(DELIVERABLE.CREATED_AT, DELIVERABLE.ID)
                .limit(page.limit() + 1)
                .fetch(JooqDeliverables::deliverable);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    private Condition of(CampaignId campaign) {
        return DELIVERABLE.TEAM_ID.eq(transactions.team()).and(DELIVERABLE.CAMPAIGN_ID.eq(campaign));
    }

    private Condition version(Deliverable deliverable, long version) {
        return of(deliverable.campaign()).and(DELIVERABLE.ID.eq(deliverable.id())).and(DELIVERABLE.VERSION.eq(version));
    }

    private static Map<Field<?>, Object> changeable(Deliverable deliverable) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(DELIVERABLE.VERSION, deliverable.version());
        values.put(DELIVERABLE.TYPE, deliverable.work().type());
        values.put(DELIVERABLE.TITLE, deliverable.work().title());
        values.put(DELIVERABLE.CREATOR_ID, deliverable.work().creator().orElse(null));
        values.put(DELIVERABLE.DUE_ON, deliverable.work().dueOn().orElse(null));
        values.put(DELIVERABLE.STATE, deliverable.state());
        values.put(DELIVERABLE.PROOF, deliverable.submission().map(submission -> submission.proof().address()).orElse(null));
        values.put(DELIVERABLE.SUBMITTED_BY, deliverable.submission().map(Deliverable.Submission::by).orElse(null));
        values.put(DELIVERABLE.SUBMITTED_AT, deliverable.submission().map(Deliverable.Submission::at).orElse(null));
        values.put(DELIVERABLE.REASON, deliverable.review().flatMap(Deliverable.Review::reason).orElse(null));
        values.put(DELIVERABLE.REVIEWED_BY, deliverable.review().map(Deliverable.Review::by).orElse(null));
        values.put(DELIVERABLE.REVIEWED_AT, deliverable.review().map(Deliverable.Review::at).orElse(null));
        values.put(DELIVERABLE.UPDATED_AT, deliverable.updatedAt());
        return values;
    }

    private static Deliverable deliverable(Record row) {
        Optional<Deliverable.Submission> submission = Optional.ofNullable(row.get(DELIVERABLE.PROOF)).map(proof ->
                new Deliverable.Submission(new ProofLink(proof), row.get(DELIVERABLE.SUBMITTED_BY), row.get(DELIVERABLE.SUBMITTED_AT)));
        Optional<Deliverable.Review> review = Optional.ofNullable(row.get(DELIVERABLE.REVIEWED_BY)).map(by ->
                new Deliverable.Review(Optional.ofNullable(row.get(DELIVERABLE.REASON)), by, row.get(DELIVERABLE.REVIEWED_AT)));
        Deliverable.Work work = new Deliverable.Work(row.get(DELIVERABLE.TYPE), row.get(DELIVERABLE.TITLE),
                Optional.ofNullable(row.get(DELIVERABLE.CREATOR_ID)), Optional.ofNullable(row.get(DELIVERABLE.DUE_ON)));
        return new Deliverable(row.get(DELIVERABLE.ID), row.get(DELIVERABLE.CAMPAIGN_ID), row.get(DELIVERABLE.VERSION), work,
                row.get(DELIVERABLE.STATE), submission, review, row.get(DELIVERABLE.CREATED_BY), row.get(DELIVERABLE.CREATED_AT),
                row.get(DELIVERABLE.UPDATED_AT));
    }
}
