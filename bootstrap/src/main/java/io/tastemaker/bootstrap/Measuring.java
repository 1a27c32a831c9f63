package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.measurement.JooqCampaignPosts;
import io.tastemaker.adapters.persistence.measurement.JooqConversionSecrets;
import io.tastemaker.adapters.persistence.measurement.JooqConversions;
import io.tastemaker.adapters.persistence.measurement.JooqDoorways;
import io.tastemaker.adapters.persistence.measurement.JooqMetricRows;
import io.tastemaker.adapters.persistence.measurement.JooqPromoCodes;
import io.tastemaker.adapters.persistence.measurement.JooqTrackedLinks;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.measurement.WriteClicks;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measurement, wired. */
final class Measuring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);
    private static final Actor PROGRAM = new Actor.System("clicks", TeamId.CATALOGUE);

    /** What was clicked in so long is lost when the program is killed. */
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private final MeasurementUseCases useCases;

    Measuring(JooqTransactions transactions, AcrossTeams acrossTeams, CampaignUseCases campaigns, CreatorUseCases creators, ContentUseCases content,
            SecretBox secretBox, Ids ids, Tokens tokens, InstantSource clock) {
        MeasurementUseCases.Stores stores = new MeasurementUseCases.Stores(new JooqCampaignPosts(transactions), new JooqMetricRows(transactions),
                new JooqPromoCodes(transactions), new JooqTrackedLinks(transactions), new JooqConversionSecrets(transactions),
                new JooqConversions(transactions), new JooqDoorways(acrossTeams));
        this.useCases = new MeasurementUseCases(transactions, stores, campaigns, creators, content, secretBox, ids, tokens, clock);
    }

    MeasurementUseCases useCases() {
        return useCases;
    }

    /** Starts the thread that writes down every second which links were followed. */
    Crew clickWriter() {
        return new Crew("clicks", 1, stopping -> {
            writeClicks();
            return BETWEEN_WRITES;
        });
    }

    /** Writes down what was clicked since the last time. */
    void writeClicks() {
        switch (useCases.writeClicks().handle(new WriteClicks.Command(PROGRAM))) {
            case WriteClicks.Outcome.Written(long clicks) -> LOG.trace("{} clicks", clicks);
        }
    }

    /** Writes the last clicks, when nothing is served any more. */
    @Override
    public void close() {
        try {
            writeClicks();
        } catch (RuntimeException fault) {
            LOG.warn("the clicks of the last second are lost", fault);
        }
    }
}
