package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.COMMENT;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Comments in PostgreSQL. */
public final class JooqComments implements Comments {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            COMMENT.ID, COMMENT.CAMPAIGN_ID, COMMENT.VERSION, COMMENT.DELIVERABLE_ID, COMMENT.TEXT, COMMENT.WRITTEN_BY,
            COMMENT.WRITTEN_AT, COMMENT.EDITED_AT);

    private final JooqTransactions transactions;

    public JooqComments(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Comment comment) {
        transactions.sql().insertInto(COMMENT)
                .set(COMMENT.TEAM_ID, transactions.team())
                .set(COMMENT.CAMPAIGN_ID, comment.campaign())
                .set(COMMENT.ID, comment.id())
                .set(COMMENT.VERSION, comment.version())
                .set(COMMENT.DELIVERABLE_ID, comment.deliverable().orElse(null))
                .set(COMMENT.TEXT, comment.text())
                .set(COMMENT.WRITTEN_BY, comment.writtenBy())
                .set(COMMENT.WRITTEN_AT, comment.writtenAt())
                .set(COMMENT.EDITED_AT, comment.editedAt().orElse(null))
                .execute();
    }

    @Override
    public Optional<Comment> find(CampaignId campaign, CommentId id) {
        return transactions.sql().select(COLUMNS).from(COMMENT).where(of(campaign).and(COMMENT.ID.eq(id))).fetchOptional(JooqComments::comment);
    }

    @Override
    public boolean replace(Comment comment) {
        return transactions.sql().update(COMMENT)
                .set(COMMENT.VERSION, comment.version())
                .set(COMMENT.TEXT, comment.text())
                .set(COMMENT.EDITED_AT, comment.editedAt().orElse(null))
                .where(version(comment, comment.version() - 1))
                .execute() == 1;
    }

    @Override
    public boolean remove(Comment comment) {
        return transactions.sql().deleteFrom(COMMENT).where(version(comment, comment.version())).execute() == 1;
    }

    @Override
    public int count(CampaignId campaign) {
        return transactions.sql().fetchCount(COMMENT, of(campaign));
    }

    @Override
    public Page<Comment> list(CampaignId campaign, Optional<DeliverableId> deliverable, PageRequest page) {
        Condition wanted = deliverable.map(COMMENT.DELIVERABLE_ID::eq).map(of(campaign)::and).orElse(of(campaign));
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(COMMENT.WRITTEN_AT, COMMENT.ID).lt(after.time(), new CommentId(after.id())));
        }
        List<Comment> found = transactions.sql().select(COLUMNS)
                .from(COMMENT)
                .where(wanted)
                .orderBy(COMMENT.WRITTEN_AT.desc(), COMMENT.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqComments::comment);
        return Page.of(found, page.limit(), last -> new Position(last.writtenAt(), last.id().value()).toString());
    }

    private Condition of(CampaignId campaign) {
        return COMMENT.TEAM_ID.eq(transactions.team()).and(COMMENT.CAMPAIGN_ID.eq(campaign));
    }

    private Condition version(Comment comment, long version) {
        return of(comment.campaign()).and(COMMENT.ID.eq(comment.id())).and(COMMENT.VERSION.eq(version));
    }

    private static Comment comment(Record row) {
        return new Comment(row.get(COMMENT.ID), row.get(COMMENT.CAMPAIGN_ID), row.get(COMMENT.VERSION),
                Optional.ofNullable(row.get(COMMENT.DELIVERABLE_ID)), row.get(COMMENT.TEXT), row.get(COMMENT.WRITTEN_BY),
                row.get(COMMENT.WRITTEN_AT), Optional.ofNullable(row.get(COMMENT.EDITED_AT)));
    }
}
