package io.tastemaker.application.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.LaunchGap;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignsOfATeamTest {

    private static final Brief BRIEF = new Brief("Vegan skin care", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(),
            Optional.empty(), Optional.empty(), Optional.empty());

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryCreators store = new InMemoryCreators(transactions);
    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators =
            new CreatorUseCases(transactions, store, new InMemoryFavorites(transactions), ids, clock);
    private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(store),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
    private final InMemoryEvents events = new InMemoryEvents(transactions);
    private final InMemoryBudgets budgets = new InMemoryBudgets(transactions, campaignStore);
    private final CampaignUseCases campaigns = new CampaignUseCases(transactions, campaignStore,
            new InMemoryMatches(transactions, campaignStore), new InMemoryShortlists(transactions, campaignStore), budgets, creators, matching,
            till.useCases(), events, ids, clock);

    @Test
    void a_new_campaign_is_a_draft_that_its_team_sees() {
        Campaign campaign = create(Actors.ANA, "Spring serum");

        assertThat(campaign.status()).isEqualTo(Campaign.Status.DRAFT);
        assertThat(campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.BEN, campaign.id()))).isEqualTo(campaign);
    }

    @Test
    void another_teams_campaign_does_not_exist() {
        Campaign campaign = create(Actors.ANA, "Spring serum");

        assertThatThrownBy(() -> campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.OLE, campaign.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> change(Actors.OLE, campaign, 1)).isInstanceOf(Refusal.NotFound.class);
        assertThat(campaigns.listCampaigns().handle(
                new ListCampaigns.Query(Actors.OLE, Optional.empty(), "", PageRequest.first(10))).items()).isEmpty();
    }

    @Test
    void a_member_reads_and_does_not_write() {
        assertThatThrownBy(() -> create(Actors.BEN, "Mine")).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_change_against_an_old_version_is_refused_and_says_the_current_one() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        change(Actors.ANA, campaign, 1);

        assertThatThrownBy(() -> change(Actors.ANA, campaign, 1))
                .isInstanceOfSatisfying(Refusal.StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(2));
    }

    @Test
    void a_budget_stays_in_the_currency_of_its_lines() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        assertThat(allow(campaign, 1, Optional.of(Money.of("500", "USD")))).isInstanceOf(ChangeCampaign.Outcome.Changed.class);
        assertThat(allow(campaign, 2, Optional.of(Money.of("500", "BRL")))).as("without lines").isInstanceOf(ChangeCampaign.Outcome.Changed.class);
        transactions.run(Actors.ANA, "test", () -> budgets.add(BudgetLine.open(new BudgetLineId(ids.next()), campaign.id(), BudgetLine.Category.ADS,
                "Ads", Money.of("0", "BRL"), Actors.ANA.label(), clock.instant())));

        assertThat(allow(campaign, 3, Optional.of(Money.of("500", "EUR")))).isEqualTo(new ChangeCampaign.Outcome.OtherCurrency(Currency.getInstance("BRL")));
        assertThat(transactions.done().getLast().action()).isEqualTo("campaign.change.refused");
        assertThat(campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.ANA, campaign.id())).version()).isEqualTo(3);
        assertThat(allow(campaign, 3, Optional.of(Money.of("9.90", "BRL")))).isInstanceOf(ChangeCampaign.Outcome.Changed.class);
        assertThat(allow(campaign, 4, Optional.empty())).as("it may allow nothing").isInstanceOf(ChangeCampaign.Outcome.Changed.class);
        assertThat(allow(campaign, 5, Optional.of(Money.of("500", "EUR")))).as("nor by a detour")
                .isEqualTo(new ChangeCampaign.Outcome.OtherCurrency(Currency.getInstance("BRL")));
    }

    private ChangeCampaign.Outcome allow(Campaign campaign, long version, Optional<Money> budget) {
        Brief brief = new Brief("Vegan skin care", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), budget, Optional.empty(),
                Optional.empty());
        return campaigns.changeCampaign().handle(new ChangeCampaign.Command(Actors.ANA, campaign.id(), version, campaign.name(), brief));
    }

    @Test
    void a_draft_is_deleted_with_its_shortlist() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        shortlist(campaign, creator("ana.verde").id());

        assertThat(campaigns.deleteCampaign().handle(
                new DeleteCampaign.Command(Actors.ANA, campaign.id(), OptionalLong.of(1)))).isEqualTo(new DeleteCampaign.Outcome.Deleted());
        assertThatThrownBy(() -> campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.ANA, campaign.id())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_shortlist_keeps_its_order_and_counts_who_was_there_before() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        CreatorId first = creator("ana.verde").id();
        CreatorId second = creator("luca.sol").id();
        shortlist(campaign, second);

        AddToShortlist.Outcome outcome = shortlist(campaign, first, second, first);

        assertThat(outcome).isInstanceOfSatisfying(AddToShortlist.Outcome.Added.class, added -> {
            assertThat(added.added()).extracting(ShortlistEntry::creator).containsExactly(first);
            assertThat(added.alreadyThere()).isEqualTo(1);
        });
        assertThat(campaigns.listShortlist().handle(new ListShortlist.Query(Actors.BEN, campaign.id(), Optional.empty(), PageRequest.first(10)))
                .items()).extracting(ShortlistEntry::creator).containsExactly(second, first);
    }

    @Test
    void one_unknown_creator_and_nobody_is_added() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        CreatorId unknown = new CreatorId(new UUID(9, 9));

        assertThat(shortlist(campaign, creator("ana.verde").id(), unknown))
                .isEqualTo(new AddToShortlist.Outcome.UnknownCreators(Set.of(unknown)));
        assertThat(campaigns.listShortlist().handle(new ListShortlist.Query(Actors.BEN, campaign.id(), Optional.empty(), PageRequest.first(10)))
                .items()).isEmpty();
    }

    @Test
    void a_shortlisted_creator_moves_on_and_goes() {
        Campaign campaign = create(Actors.ANA, "Spring serum");
        CreatorId ana = creator("ana.verde").id();
        shortlist(campaign, ana);

        ChangeShortlistEntry.Outcome outcome = campaigns.changeShortlistEntry().handle(new ChangeShortlistEntry.Command(
                Actors.ANA, campaign.id(), ana, OptionalLong.empty(), Optional.of(ShortlistEntry.Status.ACCEPTED), Optional.empty()));

        assertThat(outcome).isInstanceOfSatisfying(ChangeShortlistEntry.Outcome.Changed.class, changed -> {
            assertThat(changed.entry().status()).isEqualTo(ShortlistEntry.Status.ACCEPTED);
            assertThat(changed.entry().version()).isEqualTo(2);
        });
        RemoveFromShortlist.Command removal = new RemoveFromShortlist.Command(Actors.ANA, campaign.id(), ana, OptionalLong.of(2));
        assertThatThrownBy(() -> campaigns.removeFromShortlist().handle(
                new RemoveFromShortlist.Command(Actors.ANA, campaign.id(), ana, OptionalLong.of(1))))
                .isInstanceOf(Refusal.StaleVersion.class);
        campaigns.removeFromShortlist().handle(removal);
        assertThatThrownBy(() -> campaigns.removeFromShortlist().handle(removal)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_step_is_recorded_with_its_reason_and_told() {
        Campaign campaign = complete();

        MoveCampaign.Outcome outcome = move(campaign, CampaignStep.LAUNCH, OptionalLong.of(1), Optional.of("The stock is in."));

        Campaign launched = ((MoveCampaign.Outcome.Moved) outcome).campaign();
        assertThat(launched.status()).isEqualTo(Campaign.Status.ACTIVE);
        assertThat(campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.BEN, campaign.id()))).isEqualTo(launched);
        assertThat(campaigns.listTransitions().handle(new ListTransitions.Query(Actors.BEN, campaign.id(), PageRequest.first(10))).items())
                .containsExactly(new Transition(campaign.id(), 2, CampaignStep.LAUNCH, Campaign.Status.DRAFT, Campaign.Status.ACTIVE,
                        Actors.ANA.label(), clock.instant(), Optional.of("The stock is in.")));
        assertThat(events.told(Actors.ANA.team()))
                .containsExactly(Event.of(Event.Kind.CAMPAIGN_LAUNCHED, Subject.of("campaign", campaign.id())).with("status", "active"));
    }

    @Test
    void a_second_launch_says_what_is_possible_and_tells_nobody() {
        Campaign campaign = complete();
        move(campaign, CampaignStep.LAUNCH, OptionalLong.empty(), Optional.empty());

        assertThat(move(campaign, CampaignStep.LAUNCH, OptionalLong.empty(), Optional.empty())).isEqualTo(
                new MoveCampaign.Outcome.NotAllowed(Campaign.Status.ACTIVE, List.of(CampaignStep.PAUSE, CampaignStep.COMPLETE)));
        assertThat(events.told(Actors.ANA.team())).hasSize(1);
    }

    @Test
    void a_launch_of_an_old_version_or_of_something_incomplete_changes_nothing() {
        Campaign campaign = create(Actors.ANA, "Spring serum");

        assertThat(move(campaign, CampaignStep.LAUNCH, OptionalLong.empty(), Optional.empty())).isEqualTo(new MoveCampaign.Outcome.Incomplete(
                List.of(LaunchGap.TARGET_PLATFORMS, LaunchGap.BUDGET, LaunchGap.STARTS_ON, LaunchGap.ENDS_ON)));
        assertThatThrownBy(() -> move(campaign, CampaignStep.LAUNCH, OptionalLong.of(7), Optional.empty()))
                .isInstanceOf(Refusal.StaleVersion.class);
        assertThat(campaigns.showCampaign().handle(new ShowCampaign.Query(Actors.BEN, campaign.id()))).isEqualTo(campaign);
        assertThat(campaigns.listTransitions().handle(new ListTransitions.Query(Actors.BEN, campaign.id(), PageRequest.first(10))).items()).isEmpty();
        assertThat(events.told(Actors.ANA.team())).isEmpty();
    }

    @Test
    void a_campaign_that_is_over_is_neither_changed_nor_added_to() {
        Campaign campaign = complete();
        move(campaign, CampaignStep.LAUNCH, OptionalLong.empty(), Optional.empty());
        move(campaign, CampaignStep.COMPLETE, OptionalLong.empty(), Optional.empty());

        assertThat(change(Actors.ANA, campaign, 3))
                .isEqualTo(new ChangeCampaign.Outcome.Over(Campaign.Status.COMPLETED, List.of(CampaignStep.ARCHIVE)));
        assertThat(shortlist(campaign, creator("ana.verde").id()))
                .isEqualTo(new AddToShortlist.Outcome.Over(Campaign.Status.COMPLETED, List.of(CampaignStep.ARCHIVE)));
    }

    @Test
    void who_does_not_stand_in_the_ranking_is_not_added_from_it_and_neither_are_the_others() {
        Campaign campaign = complete();
        CreatorId ranked = creator("ana.verde").id();
        RankingId ranking = match(campaign);
        CreatorId late = creator("late").id();

        assertThat(pick(campaign, ranking, ranked, late)).isEqualTo(new AddToShortlist.Outcome.NotRanked(Set.of(late)));
        assertThat(pick(campaign, new RankingId("rk_" + "0".repeat(32)), ranked)).isEqualTo(new AddToShortlist.Outcome.RankingGone());
        assertThat(pick(campaign, ranking, ranked)).isInstanceOfSatisfying(AddToShortlist.Outcome.Added.class,
                added -> assertThat(added.added().getFirst().pick()).hasValueSatisfying(pick -> assertThat(pick.rank()).isEqualTo(1)));
    }

    private RankingId match(Campaign campaign) {
        return ((MatchCampaign.Outcome.Matched) campaigns.matchCampaign().handle(
                new MatchCampaign.Command(Actors.ANA, campaign.id(), List.of(), Set.of(), false, 10, PayForRanking.Terms.ANY))).match().ranking();
    }

    private AddToShortlist.Outcome pick(Campaign campaign, RankingId ranking, CreatorId... chosen) {
        return campaigns.addToShortlist().handle(
                new AddToShortlist.Command(Actors.ANA, campaign.id(), List.of(chosen), "", Optional.of(ranking)));
    }

    private MoveCampaign.Outcome move(Campaign campaign, CampaignStep step, OptionalLong version, Optional<String> reason) {
        return campaigns.moveCampaign().handle(new MoveCampaign.Command(Actors.ANA, campaign.id(), version, step, reason));
    }

    private Campaign complete() {
        Brief brief = new Brief("Vegan skin care", Optional.empty(), Optional.empty(), Set.of(Platform.INSTAGRAM), Set.of(), Set.of(),
                Optional.of(Money.of("5000", "EUR")), Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(LocalDate.of(2999, 3, 1)));
        return create(Actors.ANA, "Spring serum", brief);
    }

    private Campaign create(Actor actor, String name) {
        return create(actor, name, BRIEF);
    }

    private Campaign create(Actor actor, String name, Brief brief) {
        return switch (campaigns.createCampaign().handle(new CreateCampaign.Command(actor, name, brief))) {
            case CreateCampaign.Outcome.Created created -> created.campaign();
            case CreateCampaign.Outcome.PlanRequired required -> throw new AssertionError(required);
        };
    }

    private ChangeCampaign.Outcome change(Actor actor, Campaign campaign, long version) {
        return campaigns.changeCampaign().handle(new ChangeCampaign.Command(actor, campaign.id(), version, "Renamed", BRIEF));
    }

    private AddToShortlist.Outcome shortlist(Campaign campaign, CreatorId... chosen) {
        clock.advance(Duration.ofSeconds(1));
        return campaigns.addToShortlist().handle(
                new AddToShortlist.Command(Actors.ANA, campaign.id(), List.of(chosen), "good light", Optional.empty()));
    }

    private Creator creator(String handle) {
        EnterCreator.Outcome outcome = creators.enterCreator().handle(
                new EnterCreator.Command(Actors.ANA, new Handle(Platform.INSTAGRAM, handle), List.of()));
        return ((EnterCreator.Outcome.Entered) outcome).creator();
    }
}
