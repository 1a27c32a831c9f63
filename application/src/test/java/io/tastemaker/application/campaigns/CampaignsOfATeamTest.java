package io.tastemaker.application.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
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
    private final MatchingUseCases matching = new MatchingUseCases(creators, till.useCases(), transactions, new InMemoryCatalogues(store),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
    private final CampaignUseCases campaigns = new CampaignUseCases(transactions, campaignStore,
            new InMemoryMatches(transactions, campaignStore), new InMemoryShortlists(transactions, campaignStore), creators, matching,
            till.useCases(), ids, clock);

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

    private Campaign create(Actor actor, String name) {
        return switch (campaigns.createCampaign().handle(new CreateCampaign.Command(actor, name, BRIEF))) {
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
