package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.CLICK_DAY;
import static io.tastemaker.adapters.persistence.generated.measurement.Tables.TRACKED_LINK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.domain.measurement.DayClicks;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.TableField;

/** Tracked links in PostgreSQL. */
public final class JooqTrackedLinks implements TrackedLinks {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(TRACKED_LINK.ID, TRACKED_LINK.CAMPAIGN_ID, TRACKED_LINK.CODE,
            TRACKED_LINK.TARGET, TRACKED_LINK.LABEL, TRACKED_LINK.CREATOR_ID, TRACKED_LINK.CAMPAIGN_POST_ID, TRACKED_LINK.CREATED_BY,
            TRACKED_LINK.CREATED_AT, TRACKED_LINK.ARCHIVED_AT);

    private static final Field<BigDecimal> CLICKS = field(select(coalesce(sum(CLICK_DAY.CLICKS), inline(BigDecimal.ZERO)))
            .from(CLICK_DAY)
            .where(CLICK_DAY.TEAM_ID.eq(TRACKED_LINK.TEAM_ID).and(CLICK_DAY.TRACKED_LINK_ID.eq(TRACKED_LINK.ID)))).as("clicks");

    private final JooqTransactions transactions;

    public JooqTrackedLinks(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(TrackedLink link) {
        transactions.sql().insertInto(TRACKED_LINK)
                .set(TRACKED_LINK.TEAM_ID, transactions.team())
                .set(TRACKED_LINK.ID, link.id())
                .set(TRACKED_LINK.CAMPAIGN_ID, link.campaign())
                .set(TRACKED_LINK.CODE, link.code())
                .set(TRACKED_LINK.TARGET, link.target().url())
                .set(TRACKED_LINK.LABEL, link.label())
                .set(TRACKED_LINK.CREATOR_ID, link.creator().orElse(null))
                .set(TRACKED_LINK.CAMPAIGN_POST_ID, link.post().orElse(null))
                .set(TRACKED_LINK.CREATED_BY, link.createdBy())
                .set(TRACKED_LINK.CREATED_AT, link.createdAt())
                .set(TRACKED_LINK.ARCHIVED_AT, link.archivedAt().orElse(null))
                .execute();
    }

    @Override
    public Optional<TrackedLink> find(CampaignId campaign, TrackedLinkId id) {
        return found(of(campaign).and(TRACKED_LINK.ID.eq(id))).stream().findFirst();
    }

    @Override
    public Optional<TrackedLink> findByCode(CampaignId campaign, String code) {
        return found(of(campaign).and(TRACKED_LINK.CODE.eq(code))).stream().findFirst();
    }

    @Override
    public void archive(TrackedLink link) {
        transactions.sql().update(TRACKED_LINK).set(TRACKED_LINK.ARCHIVED_AT, link.archivedAt().orElseThrow())
                .where(of(link.campaign()).and(TRACKED_LINK.ID.eq(link.id())).and(TRACKED_LINK.ARCHIVED_AT.isNull()))
                .execute();
    }

    @Override
    public Page<Followed> list(CampaignId campaign, PageRequest page) {
        Condition wanted = of(campaign);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(TRACKED_LINK.CREATED_AT, TRACKED_LINK.ID).lt(after.time(), new TrackedLinkId(after.id())));
        }
        List<Field<?>> columns = new ArrayList<>(COLUMNS);
        columns.add(CLICKS);
        List<Followed> links = transactions.sql().select(columns)
                .from(TRACKED_LINK)
                .where(wanted)
                .orderBy(TRACKED_LINK.CREATED_AT.desc(), TRACKED_LINK.ID.desc())
                .limit(page.limit() + 1)
                .fetch(found -> new Followed(link(found), found.get(CLICKS).longValueExact()));
        return Page.of(links, page.limit(), last -> new Position(last.link().createdAt(), last.link().id().value()).toString());
    }

    @Override
    public List<TrackedLink> all(CampaignId campaign) {
        return found(of(campaign));
    }

    @Override
    public List<DayClicks> allClicks(CampaignId campaign) {
        return transactions.sql().select(CLICK_DAY.TRACKED_LINK_ID, CLICK_DAY.ON_DAY, CLICK_DAY.CLICKS)
                .from(CLICK_DAY)
                .join(TRACKED_LINK).on(CLICK_DAY.TEAM_ID.eq(TRACKED_LINK.TEAM_ID).and(CLICK_DAY.TRACKED_LINK_ID.eq(TRACKED_LINK.ID)))
                .where(of(campaign).and(CLICK_DAY.TEAM_ID.eq(transactions.team())))
                .fetch(Records.mapping(DayClicks::new));
    }

    private List<TrackedLink> found(Condition wanted) {
        return transactions.sql().select(COLUMNS).from(TRACKED_LINK).where(wanted).fetch(JooqTrackedLinks::link);
    }

    private Condition of(CampaignId campaign) {
        return TRACKED_LINK.TEAM_ID.eq(transactions.team()).and(TRACKED_LINK.CAMPAIGN_ID.eq(campaign));
    }

    private static TrackedLink link(Record row) {
        return new TrackedLink(row.get(TRACKED_LINK.ID), row.get(TRACKED_LINK.CAMPAIGN_ID), row.get(TRACKED_LINK.CODE),
                new LinkTarget(row.get(TRACKED_LINK.TARGET)), row.get(TRACKED_LINK.LABEL), Optional.ofNullable(row.get(TRACKED_LINK.CREATOR_ID)),
                Optional.ofNullable(row.get(TRACKED_LINK.CAMPAIGN_POST_ID)), row.get(TRACKED_LINK.CREATED_BY), row.get(TRACKED_LINK.CREATED_AT),
                Optional.ofNullable(row.get(TRACKED_LINK.ARCHIVED_AT)));
    }
}
