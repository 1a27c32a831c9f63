package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.PROMO_CODE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PromoCodeId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Promo codes in PostgreSQL. */
public final class JooqPromoCodes implements PromoCodes {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(PROMO_CODE.ID, PROMO_CODE.CAMPAIGN_ID, PROMO_CODE.CODE, PROMO_CODE.CREATOR_ID,
            PROMO_CODE.DISCOUNT, PROMO_CODE.VALID_FROM, PROMO_CODE.VALID_TO, PROMO_CODE.CREATED_BY, PROMO_CODE.CREATED_AT, PROMO_CODE.ARCHIVED_AT);

    private final JooqTransactions transactions;

    public JooqPromoCodes(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(PromoCode code) {
        return transactions.sql().insertInto(PROMO_CODE)
                .set(PROMO_CODE.TEAM_ID, transactions.team())
                .set(PROMO_CODE.ID, code.id())
                .set(PROMO_CODE.CAMPAIGN_ID, code.campaign())
                .set(PROMO_CODE.CODE, code.code())
                .set(PROMO_CODE.CREATOR_ID, code.creator().orElse(null))
                .set(PROMO_CODE.DISCOUNT, code.discount())
                .set(PROMO_CODE.VALID_FROM, code.validFrom().orElse(null))
                .set(PROMO_CODE.VALID_TO, code.validTo().orElse(null))
                .set(PROMO_CODE.CREATED_BY, code.createdBy())
                .set(PROMO_CODE.CREATED_AT, code.createdAt())
                .set(PROMO_CODE.ARCHIVED_AT, code.archivedAt().orElse(null))
                .onConflict(PROMO_CODE.TEAM_ID, PROMO_CODE.CODE).doNothing()
                .execute() == 1;
    }

    @Override
    public Optional<PromoCode> find(CampaignId campaign, PromoCodeId id) {
        return found(of(campaign).and(PROMO_CODE.ID.eq(id)));
    }

    @Override
    public Optional<PromoCode> findByCode(CampaignId campaign, String code) {
        return found(of(campaign).and(PROMO_CODE.CODE.eq(code)));
    }

    @Override
    public void archive(PromoCode code) {
        transactions.sql().update(PROMO_CODE).set(PROMO_CODE.ARCHIVED_AT, code.archivedAt().orElseThrow())
                .where(of(code.campaign()).and(PROMO_CODE.ID.eq(code.id())).and(PROMO_CODE.ARCHIVED_AT.isNull()))
                .execute();
    }

    @Override
    public Page<PromoCode> list(CampaignId campaign, PageRequest page) {
        Condition wanted = of(campaign);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(PROMO_CODE.CREATED_AT, PROMO_CODE.ID).lt(after.time(), new PromoCodeId(after.id())));
        }
        List<PromoCode> codes = transactions.sql().select(COLUMNS)
                .from(PROMO_CODE)
                .where(wanted)
                .orderBy(PROMO_CODE.CREATED_AT.desc(), PROMO_CODE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqPromoCodes::code);
        return Page.of(codes, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public int count(CampaignId campaign) {
        return transactions.sql().fetchCount(PROMO_CODE, of(campaign));
    }

    private Optional<PromoCode> found(Condition wanted) {
        return transactions.sql().select(COLUMNS).from(PROMO_CODE).where(wanted).fetchOptional(JooqPromoCodes::code);
    }

    private Condition of(CampaignId campaign) {
        return PROMO_CODE.TEAM_ID.eq(transactions.team()).and(PROMO_CODE.CAMPAIGN_ID.eq(campaign));
    }

    private static PromoCode code(Record row) {
        return new PromoCode(row.get(PROMO_CODE.ID), row.get(PROMO_CODE.CAMPAIGN_ID), row.get(PROMO_CODE.CODE),
                Optional.ofNullable(row.get(PROMO_CODE.CREATOR_ID)), row.get(PROMO_CODE.DISCOUNT), Optional.ofNullable(row.get(PROMO_CODE.VALID_FROM)),
                Optional.ofNullable(row.get(PROMO_CODE.VALID_TO)), row.get(PROMO_CODE.CREATED_BY), row.get(PROMO_CODE.CREATED_AT),
                Optional.ofNullable(row.get(PROMO_CODE.ARCHIVED_AT)));
    }
}
