package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The posts of campaigns in memory. */
public final class InMemoryCampaignPosts implements CampaignPosts {

    private record Name(CampaignId campaign, Platform platform, String key) {
        static Name of(CampaignPost post) {
            return new Name(post.campaign(), post.platform(), post.key());
        }
    }

    private record Row(CampaignPost post, boolean isRemoved) {}

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Name, Row> rows;

    public InMemoryCampaignPosts(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(gone -> rows.rows().map(Row::post).filter(post -> post.campaign().equals(gone)).forEach(post -> rows.remove(Name.of(post))));
    }

    @Override
    public List<CampaignPost> put(List<CampaignPost> posts) {
        List<CampaignPost> added = new ArrayList<>();
        for (CampaignPost post : posts) {
            campaigns.find(post.campaign()).orElseThrow(() -> new IllegalStateException("no such campaign"));
            Optional<Row> known = rows.get(Name.of(post));
            if (known.map(Row::isRemoved).orElse(true)) {
                CampaignPost kept = known.map(row -> withId(post, row.post().id())).orElse(post);
                rows.put(Name.of(post), new Row(kept, false));
                added.add(kept);
            }
        }
        return added;
    }

    private static CampaignPost withId(CampaignPost post, CampaignPostId id) {
        return new CampaignPost(id, post.campaign(), post.platform(), post.key(), post.url(), post.creator(), post.addedBy(), post.addedAt());
    }

    @Override
    public Optional<CampaignPost> find(CampaignId campaign, CampaignPostId id) {
        return of(campaign).filter(post -> post.id().equals(id)).findFirst();
    }

    @Override
    public boolean remove(CampaignId campaign, CampaignPostId id, Instant at) {
        Optional<CampaignPost> post = find(campaign, id);
        post.ifPresent(known -> rows.put(Name.of(known), new Row(known, true)));
        return post.isPresent();
    }

    @Override
    public Page<CampaignPost> list(CampaignId campaign, Optional<CreatorId> creator, PageRequest page) {
        return Newest.last(of(campaign).filter(post -> creator.isEmpty() || post.creator().equals(creator)), page, CampaignPost::addedAt,
                post -> post.id().value());
    }

    @Override
    public List<CampaignPost> all(CampaignId campaign) {
        return of(campaign).toList();
    }

    private Stream<CampaignPost> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? Stream.empty()
                : rows.rows().filter(row -> !row.isRemoved()).map(Row::post).filter(post -> post.campaign().equals(campaign));
    }
}
