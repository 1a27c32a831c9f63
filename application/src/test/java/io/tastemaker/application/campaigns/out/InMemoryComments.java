package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Comments in memory. */
public final class InMemoryComments implements Comments {

    private final InMemoryCampaigns campaigns;
    private final InMemoryDeliverables deliverables;
    private final InMemoryTransactions.Table<CommentId, Comment> rows;

    public InMemoryComments(InMemoryTransactions transactions, InMemoryCampaigns campaigns, InMemoryDeliverables deliverables) {
        this.campaigns = campaigns;
        this.deliverables = deliverables;
        this.rows = transactions.table();
        campaigns.onRemove(removed -> rows.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> rows.remove(row.id())));
        deliverables.onRemove(removed -> rows.rows().filter(row -> row.deliverable().equals(Optional.of(removed)))
                .forEach(row -> rows.remove(row.id())));
    }

    @Override
    public void add(Comment comment) {
        if (campaigns.find(comment.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + comment.campaign());
        }
        if (comment.deliverable().filter(wanted -> deliverables.find(comment.campaign(), wanted).isEmpty()).isPresent()) {
            throw new IllegalStateException("no such deliverable: " + comment.deliverable());
        }
        rows.put(comment.id(), comment);
    }

    @Override
    public Optional<Comment> find(CampaignId campaign, CommentId id) {
        return of(campaign).filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public boolean replace(Comment comment) {
        boolean isCurrent = isStored(comment, comment.version() - 1);
        if (isCurrent) {
            rows.put(comment.id(), comment);
        }
        return isCurrent;
    }

    @Override
    public boolean remove(Comment comment) {
        boolean isCurrent = isStored(comment, comment.version());
        if (isCurrent) {
            rows.remove(comment.id());
        }
        return isCurrent;
    }

    @Override
    public int count(CampaignId campaign) {
        return (int) of(campaign).count();
    }

    @Override
    public Page<Comment> list(CampaignId campaign, Optional<DeliverableId> deliverable, PageRequest page) {
        return Newest.first(of(campaign).filter(row -> deliverable.isEmpty() || deliverable.equals(row.deliverable())), page,
                Comment::writtenAt, row -> row.id().value());
    }

    private boolean isStored(Comment comment, long version) {
        return find(comment.campaign(), comment.id()).filter(stored -> stored.version() == version).isPresent();
    }

    private Stream<Comment> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty() ? Stream.empty() : rows.rows().filter(row -> row.campaign().equals(campaign));
    }
}
