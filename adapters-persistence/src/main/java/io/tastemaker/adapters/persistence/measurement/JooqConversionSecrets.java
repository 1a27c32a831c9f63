package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.CONVERSION_SECRET;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.measurement.out.ConversionSecrets;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What shops sign with, sealed, in PostgreSQL. */
public final class JooqConversionSecrets implements ConversionSecrets {

    private final JooqTransactions transactions;

    public JooqConversionSecrets(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ConversionSecret> all(CampaignId campaign) {
        return transactions.sql()
                .select(CONVERSION_SECRET.ID, CONVERSION_SECRET.CAMPAIGN_ID, CONVERSION_SECRET.SEALED, CONVERSION_SECRET.MADE_AT,
                        CONVERSION_SECRET.ENDS_AT)
                .from(CONVERSION_SECRET)
                .where(of(campaign))
                .orderBy(CONVERSION_SECRET.MADE_AT.desc(), CONVERSION_SECRET.ID.desc())
                .fetch(row -> new ConversionSecret(row.value1(), row.value2(), row.value3(), row.value4(), Optional.ofNullable(row.value5())));
    }

    @Override
    public List<ConversionSecret> lock(CampaignId campaign) {
        transactions.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("conversion secrets of " + campaign + " in " + transactions.team()));
        return all(campaign);
    }

    @Override
    public void keep(CampaignId campaign, List<ConversionSecret> secrets) {
        transactions.sql().deleteFrom(CONVERSION_SECRET).where(of(campaign)).execute();
        secrets.forEach(secret -> transactions.sql().insertInto(CONVERSION_SECRET)
                .set(CONVERSION_SECRET.TEAM_ID, transactions.team())
                .set(CONVERSION_SECRET.ID, secret.id())
                .set(CONVERSION_SECRET.CAMPAIGN_ID, campaign)
                .set(CONVERSION_SECRET.SEALED, secret.sealed())
                .set(CONVERSION_SECRET.MADE_AT, secret.madeAt())
                .set(CONVERSION_SECRET.ENDS_AT, secret.endsAt().orElse(null))
                .execute());
    }

    private Condition of(CampaignId campaign) {
        return CONVERSION_SECRET.TEAM_ID.eq(transactions.team()).and(CONVERSION_SECRET.CAMPAIGN_ID.eq(campaign));
    }
}
