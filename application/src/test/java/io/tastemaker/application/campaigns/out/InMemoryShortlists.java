package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shortlists in memory. */
public final class InMemoryShortlists implements Shortlists {

    private record Key(CampaignId campaign, CreatorId creator) {}

    private final InMemoryTransactions transactions;
    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Key, ShortlistEntry> entries;

    public InMemoryShortlists(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.entries = transactions.table();
        campaigns.onRemove(removed -> entries.rows()
                .filter(entry -> entry.campaign().equals(removed))
                .forEach(entry -> entries.remove(key(entry))));
    }

    @Override
    public List<ShortlistEntry> add(List<ShortlistEntry> added) {
        List<ShortlistEntry> fresh = new ArrayList<>();
        for (ShortlistEntry entry : added) {
            if (campaigns.find(entry.campaign()).isEmpty()) {
                throw new IllegalStateException("no such campaign: " + entry.campaign());
            }
            TeamId owner = entry.creatorOwner();
            if (!owner.equals(transactions.team()) && !owner.equals(TeamId.CATALOGUE)) {
                throw new IllegalArgumentException("an entry points at a creator of the team or of the catalogue");
            }
            if (entries.get(key(entry)).isEmpty()) {
                entries.put(key(entry), entry);
                fresh.add(entry);
            }
        }
        return List.copyOf(fresh);
    }

    @Override
    public Optional<ShortlistEntry> find(CampaignId campaign, CreatorId creator) {
        return campaigns.find(campaign).flatMap(found -> entries.get(new Key(campaign, creator)));
    }

    @Override
    public boolean replace(ShortlistEntry entry) {
        boolean current = find(entry.campaign(), entry.creator())
                .map(stored -> stored.version() == entry.version() - 1)
                .orElse(false);
        if (current) {
            entries.put(key(entry), entry);
        }
        return current;
    }

    @Override
    public boolean remove(CampaignId campaign, CreatorId creator) {
        boolean there = find(campaign, creator).isPresent();
        if (there) {
            entries.remove(new Key(campaign, creator));
        }
        return there;
    }

    @Override
    public Page<ShortlistEntry> list(CampaignId campaign, Optional<ShortlistEntry.Status> status, PageRequest page) {
        return Newest.last(
                of(campaign).filter(entry -> status.map(only -> only == entry.status()).orElse(true)),
                page,
                ShortlistEntry::addedAt,
                entry -> entry.creator().value());
    }

    @Override
    public Set<CreatorId> creators(CampaignId campaign) {
        return of(campaign).map(ShortlistEntry::creator).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ShortlistEntry> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? Stream.empty()
                : entries.rows().filter(entry -> entry.campaign().equals(campaign));
    }

    private static Key key(ShortlistEntry entry) {
        return new Key(entry.campaign(), entry.creator());
    }
}
