package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.CONVERSION;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.measurement.out.Conversions;
import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Orders in PostgreSQL. */
public final class JooqConversions implements Conversions {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(CONVERSION.CAMPAIGN_ID, CONVERSION.SHOP_ORDER, CONVERSION.AMOUNT,
            CONVERSION.CURRENCY, CONVERSION.TRACKED_LINK_ID, CONVERSION.PROMO_CODE_ID, CONVERSION.CAMPAIGN_POST_ID, CONVERSION.CREATOR_ID,
            CONVERSION.OCCURRED_AT, CONVERSION.RECEIVED_AT);

    private final JooqTransactions transactions;

    public JooqConversions(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(Conversion conversion) {
        About about = About.of(conversion.about());
        return transactions.sql().insertInto(CONVERSION)
                .set(CONVERSION.TEAM_ID, transactions.team())
                .set(CONVERSION.CAMPAIGN_ID, conversion.campaign())
                .set(CONVERSION.SHOP_ORDER, conversion.order())
                .set(CONVERSION.AMOUNT, conversion.amount().amount())
                .set(CONVERSION.CURRENCY, conversion.amount().currency().getCurrencyCode())
                .set(CONVERSION.TRACKED_LINK_ID, conversion.link().orElse(null))
                .set(CONVERSION.PROMO_CODE_ID, conversion.promoCode().orElse(null))
                .set(CONVERSION.CAMPAIGN_POST_ID, about.post().orElse(null))
                .set(CONVERSION.CREATOR_ID, about.creator().orElse(null))
                .set(CONVERSION.OCCURRED_AT, conversion.occurredAt())
                .set(CONVERSION.RECEIVED_AT, conversion.receivedAt())
                .onConflict(CONVERSION.TEAM_ID, CONVERSION.CAMPAIGN_ID, CONVERSION.SHOP_ORDER).doNothing()
                .execute() == 1;
    }

    @Override
    public Optional<Conversion> find(CampaignId campaign, String order) {
        return found(CONVERSION.CAMPAIGN_ID.eq(campaign).and(CONVERSION.SHOP_ORDER.eq(order))).stream().findFirst();
    }

    @Override
    public List<Conversion> all(CampaignId campaign) {
        return found(CONVERSION.CAMPAIGN_ID.eq(campaign));
    }

    private List<Conversion> found(Condition wanted) {
        return transactions.sql().select(COLUMNS)
                .from(CONVERSION)
                .where(CONVERSION.TEAM_ID.eq(transactions.team()).and(wanted))
                .fetch(JooqConversions::conversion);
    }

    private static Conversion conversion(Record row) {
        About about = new About(Optional.ofNullable(row.get(CONVERSION.CAMPAIGN_POST_ID)), Optional.ofNullable(row.get(CONVERSION.CREATOR_ID)));
        return new Conversion(row.get(CONVERSION.CAMPAIGN_ID), row.get(CONVERSION.SHOP_ORDER),
                new Money(row.get(CONVERSION.AMOUNT), Currency.getInstance(row.get(CONVERSION.CURRENCY))),
                Optional.ofNullable(row.get(CONVERSION.TRACKED_LINK_ID)), Optional.ofNullable(row.get(CONVERSION.PROMO_CODE_ID)), about.measured(),
                row.get(CONVERSION.OCCURRED_AT), row.get(CONVERSION.RECEIVED_AT));
    }
}
