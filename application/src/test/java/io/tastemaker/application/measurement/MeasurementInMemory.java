package io.tastemaker.application.measurement;

import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.measurement.out.InMemoryCampaignPosts;
import io.tastemaker.application.measurement.out.InMemoryConversionSecrets;
import io.tastemaker.application.measurement.out.InMemoryConversions;
import io.tastemaker.application.measurement.out.InMemoryDoorways;
import io.tastemaker.application.measurement.out.InMemoryMetricRows;
import io.tastemaker.application.measurement.out.InMemoryPromoCodes;
import io.tastemaker.application.measurement.out.InMemoryTrackedLinks;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.time.InstantSource;

/** Measurement over stores in memory. */
public final class MeasurementInMemory {

    private final InMemoryDoorways doorways;
    private final MeasurementUseCases useCases;

    public MeasurementInMemory(InMemoryTransactions transactions, InMemoryCampaigns store, CampaignUseCases campaigns, CreatorUseCases creators,
            ContentUseCases content, Ids ids, InstantSource clock) {
        InMemoryTrackedLinks links = new InMemoryTrackedLinks(transactions, store);
        InMemoryConversionSecrets secrets = new InMemoryConversionSecrets(transactions, store);
        this.doorways = new InMemoryDoorways(transactions, links, secrets, store);
        this.useCases = new MeasurementUseCases(transactions, new MeasurementUseCases.Stores(new InMemoryCampaignPosts(transactions, store),
                new InMemoryMetricRows(transactions, store), new InMemoryPromoCodes(transactions, store), links, secrets,
                new InMemoryConversions(transactions, store), doorways), campaigns, creators, content, new InMemorySecretBox(), ids,
                new InMemoryTokens(), clock);
    }

    public MeasurementUseCases useCases() {
        return useCases;
    }

    /** Lets what strangers do fail to be written from now on, or not any more. */
    public void breakDown(boolean isBroken) {
        doorways.breakDown(isBroken);
    }

    /** Writes down the clicks that were counted; gives how many. */
    public long writeClicks() {
        return switch (useCases.writeClicks().handle(new WriteClicks.Command(Actors.PROGRAM))) {
            case WriteClicks.Outcome.Written(long clicks) -> clicks;
        };
    }
}
