package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Matches in memory. */
public final class InMemoryMatches implements Matches {

    private record Key(CampaignId campaign, RankingId ranking) {}

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Key, CampaignMatch> matches;

    public InMemoryMatches(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.matches = transactions.table();
        campaigns.onRemove(removed -> matches.rows()
                .filter(match -> match.campaign().equals(removed))
                .forEach(match -> matches.remove(new Key(match.campaign(), match.ranking()))));
    }

    @Override
    public void add(CampaignMatch match) {
        if (campaigns.find(match.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + match.campaign());
        }
        Key key = new Key(match.campaign(), match.ranking());
        if (matches.get(key).isEmpty()) {
            matches.put(key, match);
        }
    }

    @Override
    public Optional<CampaignMatch> find(CampaignId campaign, RankingId ranking) {
        return campaigns.find(campaign).flatMap(found -> matches.get(new Key(campaign, ranking)));
    }

    @Override
    public Page<CampaignMatch> list(CampaignId campaign, PageRequest page) {
        Stream<CampaignMatch> own = campaigns.find(campaign).stream()
                .flatMap(found -> matches.rows().filter(match -> match.campaign().equals(campaign)));
        return Newest.first(own, page, CampaignMatch::matchedAt, InMemoryMatches::id);
    }

    private static UUID id(CampaignMatch match) {
        String hex = match.ranking().value().substring("rk_".length());
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
