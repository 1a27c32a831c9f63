package io.tastemaker.application.exports;

import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.exports.out.FileLinks;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.exports.ExportKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be done with exports.
 *
 * @param startExport has a file written
 * @param showExport shows how far one is
 * @param listExports lists the team's
 * @param removeExport removes one
 * @param fetchExport hands out a file to somebody of the team
 * @param fetchByLink hands out a file to whoever has a link
 * @param forgetExports removes those whose time is over
 * @param job the handler of its kind of job, for the workers
 */
public record ExportUseCases(StartExport startExport, ShowExport showExport, ListExports listExports, RemoveExport removeExport,
        FetchExport fetchExport, FetchByLink fetchByLink, ForgetExports forgetExports, JobHandler job) {

    /**
     * Where exports are kept.
     *
     * @param exports what was asked for
     * @param files the files
     * @param links opens them
     * @param kept how long a file is kept
     */
    public record Stores(Exports exports, ExportFiles files, FileLinks links, Duration kept) {}

    /**
     * What is exported. It is read past the use cases of its contexts, each of which would begin a transaction of its own, and so show
     * another moment.
     *
     * @param creators creators
     * @param posts posts
     * @param campaigns campaigns
     * @param shortlists who was chosen for them
     * @param lists lists of creators
     * @param listItems who is on them
     * @param ledgers what moved in wallets, and what is unlocked
     */
    public record Sources(Creators creators, Posts posts, Campaigns campaigns, Shortlists shortlists, TeamLists lists,
            ListItems listItems, Ledgers ledgers) {

        Map<ExportKind, RowSource> byKind(Exports exports) {
            Unlocks unlocks = new Unlocks(creators, ledgers);
            return List.of(
                            new CreatorSource(exports, creators, unlocks),
                            new PostSource(posts, creators),
                            new CampaignsSource(campaigns),
                            new ShortlistSource(campaigns, shortlists, unlocks),
                            new ListSource(lists, listItems, unlocks),
                            new TransactionSource(ledgers))
                    .stream().collect(Collectors.toUnmodifiableMap(RowSource::kind, Function.identity()));
        }
    }

    /** Builds them from the driven ports and the use cases of creators, matching, campaigns, lists and wallets. */
    @Inject
    public ExportUseCases(Transactions transactions, Jobs jobs, Stores stores, Sources sources, CreatorUseCases creators,
            MatchingUseCases matching, CampaignUseCases campaigns, ListUseCases lists, WalletUseCases wallets, Ids ids, InstantSource clock) {
        this(transactions, jobs, stores, sources, creators, matching, campaigns, lists, wallets,
                new HeldCredits(wallets.spendCredits(), wallets.reserveCredits(), wallets.settleCredits()),
                new Showing(jobs, stores.links(), clock), new HandingOut(transactions, stores.exports(), stores.files(), clock),
                new Readers(lists.findReadableLists()), ids, clock);
    }

    private ExportUseCases(Transactions transactions, Jobs jobs, Stores stores, Sources sources, CreatorUseCases creators,
            MatchingUseCases matching, CampaignUseCases campaigns, ListUseCases lists, WalletUseCases wallets, HeldCredits heldCredits, Showing showing,
            HandingOut handingOut, Readers readers, Ids ids, InstantSource clock) {
        this(new StartExport(transactions, jobs, stores.exports(), heldCredits, wallets.checkFeature(), wallets.findOpenRights(),
                        creators.showCreator(), campaigns.showCampaign(), lists.showList(), matching.rankCreators(), ids, clock, stores.kept()),
                new ShowExport(transactions, stores.exports(), showing, readers, clock),
                new ListExports(transactions, stores.exports(), showing, readers),
                new RemoveExport(transactions, stores.exports(), jobs, stores.files(), heldCredits, readers, clock),
                new FetchExport(new ShowExport(transactions, stores.exports(), showing, readers, clock), handingOut),
                new FetchByLink(stores.links(), handingOut, clock),
                new ForgetExports(transactions, stores.exports(), stores.files(), clock),
                new ExportJob(transactions, stores.exports(), stores.files(), sources.byKind(stores.exports()), heldCredits, ids, clock,
                        stores.kept()));
    }
}
