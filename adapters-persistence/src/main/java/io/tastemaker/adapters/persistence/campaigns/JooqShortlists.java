package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.SHORTLIST_ENTRY;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.matching.ReceiptJson;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.domain.campaigns.Pick;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Shortlists in PostgreSQL. */
public final class JooqShortlists implements Shortlists {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            SHORTLIST_ENTRY.CAMPAIGN_ID, SHORTLIST_ENTRY.CREATOR_ID, SHORTLIST_ENTRY.CREATOR_TEAM_ID, SHORTLIST_ENTRY.STATUS,
            SHORTLIST_ENTRY.NOTE, SHORTLIST_ENTRY.RANKING_ID, SHORTLIST_ENTRY.RANK, SHORTLIST_ENTRY.RECEIPT, SHORTLIST_ENTRY.ADDED_BY, SHORTLIST_ENTRY.ADDED_AT,
            SHORTLIST_ENTRY.VERSION);

    private final JooqTransactions transactions;

    public JooqShortlists(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ShortlistEntry> add(List<ShortlistEntry> entries) {
        return entries.stream().filter(this::isAdded).toList();
    }

    private boolean isAdded(ShortlistEntry entry) {
        return transactions.sql().insertInto(SHORTLIST_ENTRY)
                .set(SHORTLIST_ENTRY.TEAM_ID, transactions.team())
                .set(SHORTLIST_ENTRY.CAMPAIGN_ID, entry.campaign())
                .set(SHORTLIST_ENTRY.CREATOR_TEAM_ID, entry.creatorOwner())
                .set(SHORTLIST_ENTRY.CREATOR_ID, entry.creator())
                .set(SHORTLIST_ENTRY.STATUS, entry.status())
                .set(SHORTLIST_ENTRY.NOTE, entry.note())
                .set(SHORTLIST_ENTRY.RANKING_ID, entry.pick().map(Pick::ranking).orElse(null))
                .set(SHORTLIST_ENTRY.RANK, entry.pick().map(Pick::rank).orElse(null))
                .set(SHORTLIST_ENTRY.RECEIPT, entry.pick().map(Pick::score).map(ReceiptJson::write).orElse(null))
                .set(SHORTLIST_ENTRY.ADDED_BY, entry.addedBy())
                .set(SHORTLIST_ENTRY.ADDED_AT, entry.addedAt())
                .set(SHORTLIST_ENTRY.VERSION, entry.version())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public Optional<ShortlistEntry> find(CampaignId campaign, CreatorId creator) {
        return transactions.sql().select(COLUMNS)
                .from(SHORTLIST_ENTRY)
                .where(entry(campaign, creator))
                .fetchOptional(JooqShortlists::entry);
    }

    @Override
    public boolean replace(ShortlistEntry entry) {
        return transactions.sql().update(SHORTLIST_ENTRY)
                .set(SHORTLIST_ENTRY.STATUS, entry.status())
                .set(SHORTLIST_ENTRY.NOTE, entry.note())
                .set(SHORTLIST_ENTRY.VERSION, entry.version())
                .where(entry(entry.campaign(), entry.creator()).and(SHORTLIST_ENTRY.VERSION.eq(entry.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(CampaignId campaign, CreatorId creator) {
        return transactions.sql().deleteFrom(SHORTLIST_ENTRY).where(entry(campaign, creator)).execute() == 1;
    }

    @Override
    public Page<ShortlistEntry> list(CampaignId campaign, Optional<ShortlistEntry.Status> status, PageRequest page) {
        Condition wanted = of(campaign);
        if (status.isPresent()) {
            wanted = wanted.and(SHORTLIST_ENTRY.STATUS.eq(status.get()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(SHORTLIST_ENTRY.ADDED_AT, SHORTLIST_ENTRY.CREATOR_ID).gt(after.time(), new CreatorId(after.id())));
        }
        List<ShortlistEntry> entries = transactions.sql().select(COLUMNS)
                .from(SHORTLIST_ENTRY)
                .where(wanted)
                .orderBy(SHORTLIST_ENTRY.ADDED_AT, SHORTLIST_ENTRY.CREATOR_ID)
                .limit(page.limit() + 1)
                .fetch(JooqShortlists::entry);
        return Page.of(entries, page.limit(), last -> new Position(last.addedAt(), last.creator().value()).toString());
    }

    @Override
    public Set<CreatorId> creators(CampaignId campaign) {
        return Set.copyOf(transactions.sql().select(SHORTLIST_ENTRY.CREATOR_ID)
                .from(SHORTLIST_ENTRY)
                .where(of(campaign))
                .fetch(SHORTLIST_ENTRY.CREATOR_ID));
    }

    private Condition of(CampaignId campaign) {
        return SHORTLIST_ENTRY.TEAM_ID.eq(transactions.team()).and(SHORTLIST_ENTRY.CAMPAIGN_ID.eq(campaign));
    }

    private Condition entry(CampaignId campaign, CreatorId creator) {
        return of(campaign).and(SHORTLIST_ENTRY.CREATOR_ID.eq(creator));
    }

    private static ShortlistEntry entry(Record row) {
        return new ShortlistEntry(
                row.get(SHORTLIST_ENTRY.CAMPAIGN_ID),
                row.get(SHORTLIST_ENTRY.CREATOR_ID),
                row.get(SHORTLIST_ENTRY.CREATOR_TEAM_ID),
                row.get(SHORTLIST_ENTRY.STATUS),
                row.get(SHORTLIST_ENTRY.NOTE),
                Optional.ofNullable(row.get(SHORTLIST_ENTRY.RANKING_ID))
                        .map(ranking -> new Pick(ranking, row.get(SHORTLIST_ENTRY.RANK), ReceiptJson.readReceipt(row.get(SHORTLIST_ENTRY.RECEIPT)))),
                row.get(SHORTLIST_ENTRY.ADDED_BY),
                row.get(SHORTLIST_ENTRY.ADDED_AT),
                row.get(SHORTLIST_ENTRY.VERSION));
    }
}
