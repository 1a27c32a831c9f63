package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.exports.DiskExportFiles;
import io.tastemaker.adapters.integrations.exports.HmacFileLinks;
import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.campaigns.JooqShortlists;
import io.tastemaker.adapters.persistence.content.JooqPosts;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.exports.JooqExports;
import io.tastemaker.adapters.persistence.lists.JooqListItems;
import io.tastemaker.adapters.persistence.lists.JooqTeamLists;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.wallets.JooqLedgers;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.exports.ExportUseCases;
import io.tastemaker.application.exports.ForgetExports;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.TeamId;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Data that leave as files, wired. */
final class Exporting {

    private static final Logger LOG = LoggerFactory.getLogger(Exporting.class);
    private static final Actor PROGRAM = new Actor.System("housekeeping", TeamId.CATALOGUE);

    private final ExportUseCases useCases;

    /**
     * Wires them.
     *
     * @param files the directory of uploads: the purge of a closed team removes what it finds there by its keys
     * @param linkKey signs the links to files
     */
    Exporting(Path files, byte[] linkKey, JooqTransactions transactions, AcrossTeams acrossTeams, Jobs jobs, CreatorUseCases creators,
            MatchingUseCases matching, CampaignUseCases campaigns, ListUseCases lists, WalletUseCases wallets, Ids ids, InstantSource clock) {
        ExportUseCases.Stores stores = new ExportUseCases.Stores(new JooqExports(transactions, acrossTeams), new DiskExportFiles(files),
                new HmacFileLinks(linkKey), Export.KEPT);
        ExportUseCases.Sources sources = new ExportUseCases.Sources(new JooqCreators(transactions), new JooqPosts(transactions),
                new JooqCampaigns(transactions), new JooqShortlists(transactions), new JooqTeamLists(transactions), new JooqListItems(transactions),
                new JooqLedgers(transactions));
        this.useCases = new ExportUseCases(transactions, jobs, stores, sources, creators, matching, campaigns, lists, wallets, ids, clock);
    }

    ExportUseCases useCases() {
        return useCases;
    }

    /** Removes the files whose time is over. */
    void forget() {
        switch (useCases.forgetExports().handle(new ForgetExports.Command(PROGRAM))) {
            case ForgetExports.Outcome.Done done -> LOG.debug("{} files were kept long enough", done.exports());
        }
    }
}
