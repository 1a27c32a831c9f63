package io.tastemaker.application.measurement;

import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.measurement.out.ConversionSecrets;
import io.tastemaker.application.measurement.out.Conversions;
import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done to measure a campaign.
 *
 * @param attachPosts makes posts count
 * @param listCampaignPosts lists those that do
 * @param detachPost lets one count no more
 * @param recordMetrics records what was measured
 * @param listMetricRows lists it
 * @param createPromoCode makes a promo code known
 * @param listPromoCodes lists them
 * @param archivePromoCode archives one
 * @param createLink makes a tracked link
 * @param listLinks lists them with their clicks
 * @param archiveLink archives one
 * @param followLink follows one
 * @param writeClicks writes down the clicks that were counted
 * @param makeConversionSecret makes what a shop signs its calls with
 * @param checkConversionCall finds out whether a call comes from the shop
 * @param takeConversion takes in an order
 * @param showAnalytics shows what a campaign did
 * @param showDailySeries shows it day by day
 */
public record MeasurementUseCases(
        AttachPosts attachPosts,
        ListCampaignPosts listCampaignPosts,
        DetachPost detachPost,
        RecordMetrics recordMetrics,
        ListMetricRows listMetricRows,
        CreatePromoCode createPromoCode,
        ListPromoCodes listPromoCodes,
        ArchivePromoCode archivePromoCode,
        CreateLink createLink,
        ListLinks listLinks,
        ArchiveLink archiveLink,
        FollowLink followLink,
        WriteClicks writeClicks,
        MakeConversionSecret makeConversionSecret,
        CheckConversionCall checkConversionCall,
        TakeConversion takeConversion,
        ShowAnalytics showAnalytics,
        ShowDailySeries showDailySeries) {

    /**
     * Where everything is kept.
     *
     * @param posts the posts that count
     * @param rows what was measured
     * @param codes promo codes
     * @param links tracked links
     * @param secrets what shops sign with
     * @param conversions orders
     * @param doorways what strangers reach
     */
    public record Stores(CampaignPosts posts, MetricRows rows, PromoCodes codes, TrackedLinks links, ConversionSecrets secrets,
            Conversions conversions, Doorways doorways) {}

    /** What several of the use cases have in common. */
    private record Parts(Transactions transactions, Stores stores, Roster roster, Records records, ClickTally tally, ContentUseCases content,
            CreatorUseCases creators, SecretBox box, Ids ids, Tokens tokens, InstantSource clock) {}

    /** Builds them from the driven ports and the use cases of campaigns, creators and content. */
    @Inject
    public MeasurementUseCases(Transactions transactions, Stores stores, CampaignUseCases campaigns, CreatorUseCases creators,
            ContentUseCases content, SecretBox box, Ids ids, Tokens tokens, InstantSource clock) {
        this(parts(transactions, stores,
                new Roster(campaigns.showCampaign(), campaigns.listShortlist(), creators.showCreators(), campaigns.showSpending()),
                content, creators, box, ids, tokens, clock));
    }

    private static Parts parts(Transactions transactions, Stores stores, Roster roster, ContentUseCases content, CreatorUseCases creators,
            SecretBox box, Ids ids, Tokens tokens, InstantSource clock) {
        Records records = new Records(transactions, stores.posts(), stores.rows(), stores.links(), stores.conversions(), roster, content.findPosts());
        return new Parts(transactions, stores, roster, records, new ClickTally(), content, creators, box, ids, tokens, clock);
    }

    private MeasurementUseCases(Parts with) {
        this(new AttachPosts(with.transactions, with.stores.posts(), with.roster, with.creators.findCreator(), with.content.findPosts(), with.ids,
                        with.clock),
                new ListCampaignPosts(with.transactions, with.stores.posts(), with.roster),
                new DetachPost(with.transactions, with.stores.posts(), with.clock),
                new RecordMetrics(with.transactions, with.stores.posts(), with.stores.rows(), with.roster, with.ids, with.clock),
                new ListMetricRows(with.transactions, with.stores.rows(), with.roster),
                new CreatePromoCode(with.transactions, with.stores.codes(), with.roster, with.ids, with.clock),
                new ListPromoCodes(with.transactions, with.stores.codes(), with.roster),
                new ArchivePromoCode(with.transactions, with.stores.codes(), with.clock),
                new CreateLink(with.transactions, with.stores.links(), with.stores.posts(), with.roster, with.ids, with.tokens, with.clock),
                new ListLinks(with.transactions, with.stores.links(), with.roster),
                new ArchiveLink(with.transactions, with.stores.links(), with.clock),
                new FollowLink(with.stores.doorways(), with.tally, with.clock),
                new WriteClicks(with.stores.doorways(), with.tally),
                new MakeConversionSecret(with.transactions, with.stores.secrets(), with.roster, with.box, with.ids, with.tokens, with.clock),
                new CheckConversionCall(with.transactions, with.stores.doorways(), with.stores.secrets(), with.box, with.clock),
                new TakeConversion(with.transactions, with.stores.conversions(), with.stores.links(), with.stores.codes(), with.roster, with.clock),
                new ShowAnalytics(with.records),
                new ShowDailySeries(with.records));
    }
}
