package io.tastemaker.application.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.campaigns.MatchCampaign;
import io.tastemaker.application.campaigns.ShowMatch;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.matching.ExplainRanking;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Pick;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.Standing;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An analyst's first afternoon: a list in, a campaign briefed, a shortlist that explains itself. */
class HireACreatorScenario {

    private static final String LIST = """
            Account,Name,Followers,Likes avg,Comments avg,Category,Country
            ana.verde,Ana Verde,84.5K,3.9K,180,Beauty,Brazil
            lucasol,Luca Sol,1.2M,70K,900,Humor,Argentina
            mei,Mei 美,95K,#VALOR!,,Food,Brasil
            joana,Joana Luz,62K,5.1K,300,Lifestyle,BR
            """;

    private final HandClock clock = new HandClock();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(transactions);
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final InMemoryCreators creatorStore = new InMemoryCreators(transactions);
    private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);

    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators =
            new CreatorUseCases(transactions, creatorStore, new InMemoryFavorites(transactions), ids, clock);
    private final CreatorImportUseCases imports = new CreatorImportUseCases(transactions, jobs, creatorStore,
            new InMemoryCreatorImports(transactions), uploads, new InMemoryListFiles(uploads), ids, clock);
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(creatorStore),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
    private final CampaignUseCases campaigns = new CampaignUseCases(transactions, campaignStore,
            new InMemoryMatches(transactions, campaignStore), new InMemoryShortlists(transactions, campaignStore),
            new InMemoryBudgets(transactions, campaignStore), creators, matching, till.useCases(), new InMemoryEvents(transactions), ids, clock);
    private final OperationsUseCases operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions),
            List.of(imports.job()), List.of(), List.of(), clock);

    @Test
    void an_analyst_goes_from_a_list_to_an_explained_shortlist() {
        // Ana imports the list that a colleague sent her. One value cannot be read; the rest of its row is kept.
        ShowCreatorImport.Shown imported = importList();
        assertThat(imported.creatorImport().report().rows()).isEqualTo(new CreatorImport.Rows(4, 0, 0, 0, 0));
        assertThat(imported.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.value()).isEqualTo("#VALOR!");
        });

        // She briefs a campaign for Brazil and matches it.
        Campaign campaign = brief();
        MatchCampaign.Outcome.Matched matched = match(campaign);
        assertThat(handles(matched.page())).containsExactly("joana", "ana.verde", "mei");

        // Every score adds up, and what is unknown says so.
        matched.page().entries().forEach(entry -> assertThat(sum(entry.score())).isEqualByComparingTo(entry.score().total()));

        // Her manager asks where Luca is.
        CreatorId luca = creators.showCreators().handle(new ShowCreators.Query(Actors.ANA,
                        creatorStore.everything().map(creator -> creator.id()).toList())).stream()
                .filter(creator -> creator.handle().name().equals("lucasol")).findFirst().orElseThrow().id();
        Standing standing = explain(matched, luca).standing();
        assertThat(standing).isInstanceOfSatisfying(Standing.Excluded.class, excluded ->
                assertThat(excluded.by()).extracting(HardFilter::code).containsExactlyInAnyOrder("followers", "locations"));

        // The two best go onto the shortlist. Meanwhile somebody better appears, and what was matched stays as it was.
        campaigns.addToShortlist().handle(new AddToShortlist.Command(Actors.ANA, campaign.id(),
                matched.page().entries().stream().limit(2).map(RankedPage.Entry::id).toList(), "", Optional.of(matched.page().ranking())));
        enterSomebodyBetter();
        RankedPage shown = campaigns.showMatch().handle(new ShowMatch.Query(Actors.BEN, campaign.id(), matched.page().ranking(), 0, 10)).page();
        assertThat(shown.entries()).isEqualTo(matched.page().entries());
        assertThat(shown.total()).isEqualTo(matched.page().total());
        assertThat(handles(match(campaign).page())).first().isEqualTo("nova");
        assertThat(campaigns.listShortlist().handle(
                        new ListShortlist.Query(Actors.BEN, campaign.id(), Optional.empty(), PageRequest.first(10))).items())
                .extracting(ShortlistEntry::pick).containsExactlyInAnyOrderElementsOf(matched.page().entries().stream().limit(2)
                        .map(entry -> Optional.of(new Pick(matched.page().ranking(), entry.rank(), entry.score()))).toList());
    }

    private ShowCreatorImport.Shown importList() {
        CreatorImport.Options options =
                new CreatorImport.Options(Optional.of(Platform.INSTAGRAM), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty());
        ImportCreators.Outcome.Queued queued = (ImportCreators.Outcome.Queued) imports.importCreators().handle(new ImportCreators.Command(
                Actors.ANA, "from-colleague.csv", new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)), 1_000_000, options));
        operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
        return imports.showCreatorImport().handle(new ShowCreatorImport.Query(Actors.ANA, queued.job().id()));
    }

    private Campaign brief() {
        Brief brief = new Brief("Vegan skin care for women in Brazil", Optional.empty(), Optional.of(Range.of(10_000L, 500_000L)),
                Set.of(Platform.INSTAGRAM), Set.of(Place.ofCountry("BR")), Set.of(Category.BEAUTY, Category.LIFESTYLE), Optional.empty(),
                Optional.empty(), Optional.empty());
        return switch (campaigns.createCampaign().handle(new CreateCampaign.Command(Actors.ANA, "Spring serum", brief))) {
            case CreateCampaign.Outcome.Created created -> created.campaign();
            case CreateCampaign.Outcome.PlanRequired required -> throw new AssertionError(required);
        };
    }

    private MatchCampaign.Outcome.Matched match(Campaign campaign) {
        return (MatchCampaign.Outcome.Matched) campaigns.matchCampaign().handle(
                new MatchCampaign.Command(Actors.ANA, campaign.id(), List.of(), Set.of(), false, 10, PayForRanking.Terms.ANY));
    }

    private ExplainRanking.Outcome.Explained explain(MatchCampaign.Outcome.Matched matched, CreatorId creator) {
        return (ExplainRanking.Outcome.Explained) matching.explainRanking().handle(
                new ExplainRanking.Query(Actors.ANA, matched.page().ranking(), creator, Optional.empty(), Optional.empty()));
    }

    private void enterSomebodyBetter() {
        creators.enterCreator().handle(new EnterCreator.Command(Actors.ANA, new Handle(Platform.INSTAGRAM, "nova"), List.of(
                new Facts.Stated<>(Fact.FOLLOWERS, 90_000L), new Facts.Stated<>(Fact.AVERAGE_LIKES, 20_000L),
                new Facts.Stated<>(Fact.AVERAGE_COMMENTS, 1_000L), new Facts.Stated<>(Fact.CATEGORIES, Set.of(Category.BEAUTY)),
                new Facts.Stated<>(Fact.LOCATION, Place.ofCountry("BR")))));
    }

    private static List<String> handles(RankedPage page) {
        return page.entries().stream().map(entry -> entry.creator().orElseThrow().handle().name()).toList();
    }

    private static BigDecimal sum(ScoreReceipt score) {
        return score.factors().stream().map(ScoreReceipt.Line::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
