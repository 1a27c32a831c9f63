package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.CAMPAIGN_POST;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The posts of campaigns in PostgreSQL. */
public final class JooqCampaignPosts implements CampaignPosts {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(CAMPAIGN_POST.ID, CAMPAIGN_POST.CAMPAIGN_ID, CAMPAIGN_POST.PLATFORM,
            CAMPAIGN_POST.KEY, CAMPAIGN_POST.URL, CAMPAIGN_POST.CREATOR_ID, CAMPAIGN_POST.ADDED_BY, CAMPAIGN_POST.ADDED_AT);

    private final JooqTransactions transactions;

    public JooqCampaignPosts(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CampaignPost> put(List<CampaignPost> posts) {
        return posts.stream().flatMap(post -> put(post).stream()).toList();
    }

    private Optional<CampaignPost> put(CampaignPost post) {
        return transactions.sql().insertInto(CAMPAIGN_POST)
                .set(CAMPAIGN_POST.TEAM_ID, transactions.team())
                .set(CAMPAIGN_POST.ID, post.id())
                .set(CAMPAIGN_POST.CAMPAIGN_ID, post.campaign())
                .set(CAMPAIGN_POST.PLATFORM, post.platform())
                .set(CAMPAIGN_POST.KEY, post.key())
                .set(CAMPAIGN_POST.URL, post.url().orElse(null))
                .set(CAMPAIGN_POST.CREATOR_ID, post.creator().orElse(null))
                .set(CAMPAIGN_POST.ADDED_BY, post.addedBy())
                .set(CAMPAIGN_POST.ADDED_AT, post.addedAt())
                .onConflict(CAMPAIGN_POST.TEAM_ID, CAMPAIGN_POST.CAMPAIGN_ID, CAMPAIGN_POST.PLATFORM, CAMPAIGN_POST.KEY)
                .doUpdate()
                .set(CAMPAIGN_POST.REMOVED_AT, DSL.castNull(CAMPAIGN_POST.REMOVED_AT))
                .set(CAMPAIGN_POST.URL, excluded(CAMPAIGN_POST.URL))
                .set(CAMPAIGN_POST.CREATOR_ID, excluded(CAMPAIGN_POST.CREATOR_ID))
                .set(CAMPAIGN_POST.ADDED_BY, excluded(CAMPAIGN_POST.ADDED_BY))
                .set(CAMPAIGN_POST.ADDED_AT, excluded(CAMPAIGN_POST.ADDED_AT))
                .where(CAMPAIGN_POST.REMOVED_AT.isNotNull())
                .returning(COLUMNS)
                .fetchOptional(JooqCampaignPosts::post);
    }

    @Override
    public Optional<CampaignPost> find(CampaignId campaign, CampaignPostId id) {
        return transactions.sql().select(COLUMNS).from(CAMPAIGN_POST).where(of(campaign).and(CAMPAIGN_POST.ID.eq(id)))
                .fetchOptional(JooqCampaignPosts::post);
    }

    @Override
    public boolean remove(CampaignId campaign, CampaignPostId id, Instant at) {
        return transactions.sql().update(CAMPAIGN_POST).set(CAMPAIGN_POST.REMOVED_AT, at).where(of(campaign).and(CAMPAIGN_POST.ID.eq(id))).execute() == 1;
    }

    @Override
    public Page<CampaignPost> list(CampaignId campaign, Optional<CreatorId> creator, PageRequest page) {
        Condition wanted = of(campaign);
        if (creator.isPresent()) {
            wanted = wanted.and(CAMPAIGN_POST.CREATOR_ID.eq(creator.get()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(CAMPAIGN_POST.ADDED_AT, CAMPAIGN_POST.ID).gt(after.time(), new CampaignPostId(after.id())));
        }
        List<CampaignPost> posts = transactions.sql().select(COLUMNS)
                .from(CAMPAIGN_POST)
                .where(wanted)
                .orderBy(CAMPAIGN_POST.ADDED_AT, CAMPAIGN_POST.ID)
                .limit(page.limit() + 1)
                .fetch(JooqCampaignPosts::post);
        return Page.of(posts, page.limit(), last -> new Position(last.addedAt(), last.id().value()).toString());
    }

    @Override
    public List<CampaignPost> all(CampaignId campaign) {
        return transactions.sql().select(COLUMNS).from(CAMPAIGN_POST).where(of(campaign)).fetch(JooqCampaignPosts::post);
    }

    private Condition of(CampaignId campaign) {
        return CAMPAIGN_POST.TEAM_ID.eq(transactions.team()).and(CAMPAIGN_POST.CAMPAIGN_ID.eq(campaign)).and(CAMPAIGN_POST.REMOVED_AT.isNull());
    }

    private static CampaignPost post(Record row) {
        return new CampaignPost(row.get(CAMPAIGN_POST.ID), row.get(CAMPAIGN_POST.CAMPAIGN_ID), row.get(CAMPAIGN_POST.PLATFORM),
                row.get(CAMPAIGN_POST.KEY), Optional.ofNullable(row.get(CAMPAIGN_POST.URL)), Optional.ofNullable(row.get(CAMPAIGN_POST.CREATOR_ID)),
                row.get(CAMPAIGN_POST.ADDED_BY), row.get(CAMPAIGN_POST.ADDED_AT));
    }
}
