package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collaborators in memory. */
public final class InMemoryCollaborators implements Collaborators {

    private record Key(CampaignId campaign, UserId user) {}

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Key, Collaborator> rows;

    public InMemoryCollaborators(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(removed -> rows.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> rows.remove(key(row))));
    }

    @Override
    public void put(Collaborator collaborator) {
        if (campaigns.find(collaborator.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + collaborator.campaign());
        }
        rows.put(key(collaborator), collaborator);
    }

    @Override
    public Optional<Collaborator> find(CampaignId campaign, UserId user) {
        return list(campaign).stream().filter(row -> row.user().equals(user)).findFirst();
    }

    @Override
    public boolean remove(CampaignId campaign, UserId user) {
        boolean isThere = find(campaign, user).isPresent();
        if (isThere) {
            rows.remove(new Key(campaign, user));
        }
        return isThere;
    }

    @Override
    public List<Collaborator> list(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? List.of()
                : rows.rows().filter(row -> row.campaign().equals(campaign))
                        .sorted(Comparator.comparing(Collaborator::addedAt).thenComparing(row -> row.user().toString())).toList();
    }

    private static Key key(Collaborator row) {
        return new Key(row.campaign(), row.user());
    }
}
