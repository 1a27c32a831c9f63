package io.tastemaker.adapters.persistence.measurement;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.measurement.out.MeasurementStores;
import java.time.Duration;

/** The stores in PostgreSQL. */
final class RealStores {

    private RealStores() {}

    /** On a database of a test; what strangers ask is looked up each time. */
    static MeasurementStores on(TestDatabase database) {
        JooqTransactions transactions = database.transactions();
        return new MeasurementStores(new MeasurementStores.Places(transactions, database.teams(), new JooqCampaigns(transactions),
                new JooqCampaignPosts(transactions), new JooqMetricRows(transactions), new JooqPromoCodes(transactions),
                new JooqTrackedLinks(transactions), new JooqConversionSecrets(transactions), new JooqConversions(transactions),
                new JooqDoorways(new AcrossTeams(database.database().platform()), Duration.ZERO)));
    }
}
