package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Deliverables in memory. */
public final class InMemoryDeliverables implements Deliverables {

    private final InMemoryCampaigns campaigns;
    private final InMemoryShortlists shortlists;
    private final InMemoryTransactions.Table<DeliverableId, Deliverable> rows;
    private final List<Consumer<DeliverableId>> dependents = new ArrayList<>();

    public InMemoryDeliverables(InMemoryTransactions transactions, InMemoryCampaigns campaigns, InMemoryShortlists shortlists) {
        this.campaigns = campaigns;
        this.shortlists = shortlists;
        this.rows = transactions.table();
        campaigns.onRemove(removed -> rows.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> rows.remove(row.id())));
    }

    /** What shall be removed together with a deliverable. */
    void onRemove(Consumer<DeliverableId> dependent) {
        dependents.add(dependent);
    }

    @Override
    public void add(Deliverable deliverable) {
        if (campaigns.find(deliverable.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + deliverable.campaign());
        }
        if (deliverable.work().creator().filter(creator -> shortlists.find(deliverable.campaign(), creator).isEmpty()).isPresent()) {
            throw new IllegalStateException("not on the shortlist: " + deliverable.work().creator());
        }
        rows.put(deliverable.id(), deliverable);
    }

    @Override
    public Optional<Deliverable> find(CampaignId campaign, DeliverableId id) {
        return of(campaign).filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public boolean replace(Deliverable deliverable) {
        boolean isCurrent = isStored(deliverable, deliverable.version() - 1);
        if (isCurrent) {
            rows.put(deliverable.id(), deliverable);
        }
        return isCurrent;
    }

    @Override
    public boolean remove(Deliverable deliverable) {
        boolean isCurrent = isStored(deliverable, deliverable.version());
        if (isCurrent) {
            rows.remove(deliverable.id());
            dependents.forEach(dependent -> dependent.accept(deliverable.id()));
        }
        return isCurrent;
    }

    @Override
    public int count(CampaignId campaign) {
        return (int) of(campaign).count();
    }

    @Override
    public Page<Deliverable> list(CampaignId campaign, Optional<Deliverable.State> state, PageRequest page) {
        return Newest.last(of(campaign).filter(row -> state.map(only -> only == row.state()).orElse(true)), page,
                Deliverable::createdAt, row -> row.id().value());
    }

    private boolean isStored(Deliverable deliverable, long version) {
        return find(deliverable.campaign(), deliverable.id()).filter(stored -> stored.version() == version).isPresent();
    }

    private Stream<Deliverable> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? Stream.empty()
                : rows.rows().filter(row -> row.campaign().equals(campaign)).map(this::withoutWhoLeft);
    }

    /** Who is taken off the shortlist is named no more. */
    private Deliverable withoutWhoLeft(Deliverable row) {
        Optional<CreatorId> creator = row.work().creator().filter(found -> shortlists.find(row.campaign(), found).isPresent());
        Deliverable.Work work = new Deliverable.Work(row.work().type(), row.work().title(), creator, row.work().dueOn());
        return new Deliverable(row.id(), row.campaign(), row.version(), work, row.state(), row.submission(), row.review(), row.createdBy(),
                row.createdAt(), row.updatedAt());
    }
}
