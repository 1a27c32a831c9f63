package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.campaigns.out.CampaignFixtures.bareBrief;
import static io.tastemaker.application.campaigns.out.CampaignFixtures.changed;
import static io.tastemaker.application.campaigns.out.CampaignFixtures.draft;
import static io.tastemaker.application.campaigns.out.CampaignFixtures.named;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of campaigns does. */
public abstract class CampaignsContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Campaigns campaigns();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_campaign_is_found_as_it_was_added_by_its_own_team_only() {
        Campaign full = add(draft(team, NOON));
        Campaign bare = add(changed(full, "Bare", bareBrief(), NOON), draft(team, NOON).id());
        assertThat(find(team, full)).contains(full);
        assertThat(find(team, bare)).contains(bare);
        assertThat(find(newTeam(teams()), full)).isEmpty();
    }

    @Test
    void a_team_adds_campaigns_of_its_own_only() {
        Campaign foreign = draft(newTeam(teams()), NOON);
        assertThatThrownBy(() -> add(foreign)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before() {
        Campaign first = add(draft(team, NOON));
        Campaign second = changed(first, "Autumn serum", bareBrief(), NOON.plusSeconds(60));
        assertThat(write(team, () -> campaigns().replace(second))).isTrue();
        assertThat(find(team, first)).contains(second);
    }

    @Test
    void a_stale_version_replaces_and_removes_nothing() {
        Campaign first = add(draft(team, NOON));
        Campaign second = changed(first, "Second", bareBrief(), NOON.plusSeconds(60));
        Campaign late = changed(first, "Late", bareBrief(), NOON.plusSeconds(61));
        write(team, () -> campaigns().replace(second));
        assertThat(write(team, () -> campaigns().replace(late))).isFalse();
        assertThat(write(team, () -> campaigns().remove(first))).isFalse();
        assertThat(find(team, first)).contains(second);
    }

    @Test
    void another_teams_campaign_is_neither_replaced_nor_removed() {
        Campaign campaign = add(draft(team, NOON));
        TeamId other = newTeam(teams());
        assertThat(write(other, () -> campaigns().replace(changed(campaign, "Mine", bareBrief(), NOON)))).isFalse();
        assertThat(write(other, () -> campaigns().remove(campaign))).isFalse();
        assertThat(find(team, campaign)).contains(campaign);
    }

    @Test
    void the_steps_of_a_campaign_are_listed_the_newest_first_to_its_team_alone() {
        Campaign draft = add(draft(team, NOON));
        Campaign.Move.Moved launched = moved(draft, CampaignStep.LAUNCH, Optional.empty());
        Campaign.Move.Moved paused = moved(launched.campaign(), CampaignStep.PAUSE, Optional.of("The serum is sold out."));
        Campaign.Move.Moved resumed = moved(paused.campaign(), CampaignStep.RESUME, Optional.of("It is back."));

        Page<Transition> first = transactions().reading(system(team), () -> campaigns().transitions(draft.id(), PageRequest.first(2)));
        Page<Transition> second = transactions().reading(system(team),
                () -> campaigns().transitions(draft.id(), new PageRequest(2, first.next())));
        assertThat(first.items()).containsExactly(resumed.transition(), paused.transition());
        assertThat(second.items()).containsExactly(launched.transition());
        assertThat(find(team, draft)).contains(resumed.campaign());
        assertThat(transactions().reading(system(newTeam(teams())), () -> campaigns().transitions(draft.id(), PageRequest.first(2))).items())
                .isEmpty();
    }

    private Campaign.Move.Moved moved(Campaign campaign, CampaignStep step, Optional<String> reason) {
        Campaign.Move.Moved moved = (Campaign.Move.Moved) campaign.move(step, "user:ana", reason, NOON.plusSeconds(campaign.version()));
        assertThat(write(team, () -> {
            campaigns().add(moved.transition());
            return campaigns().replace(moved.campaign());
        })).isTrue();
        return moved;
    }

    @Test
    void a_removed_campaign_is_gone() {
        Campaign campaign = add(draft(team, NOON));
        assertThat(write(team, () -> campaigns().remove(campaign))).isTrue();
        assertThat(find(team, campaign)).isEmpty();
        assertThat(write(team, () -> campaigns().remove(campaign))).isFalse();
    }

    @Test
    void a_list_holds_only_what_was_asked_for() {
        Campaign serum = add(named("Spring SERUM 100%", team, NOON));
        Campaign shoes = add(named("Shoes_1", team, NOON.plusSeconds(1)));
        assertThat(list(Optional.empty(), "")).containsExactly(shoes, serum);
        assertThat(list(Optional.empty(), " serum ")).containsExactly(serum);
        assertThat(list(Optional.empty(), "100%")).containsExactly(serum);
        assertThat(list(Optional.empty(), "s%1")).isEmpty();
        assertThat(list(Optional.empty(), "_")).containsExactly(shoes);
        assertThat(list(Optional.of(Campaign.Status.ACTIVE), "")).isEmpty();
        assertThat(list(Optional.of(Campaign.Status.DRAFT), "shoes")).containsExactly(shoes);
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first() {
        List<CampaignId> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(add(draft(team, NOON.plusSeconds(second))).id());
        }
        List<CampaignId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Campaign> page = transactions().reading(system(team), () -> campaigns().list(Optional.empty(), "", request));
            page.items().forEach(campaign -> seen.add(campaign.id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
    }

    private Campaign add(Campaign campaign) {
        return write(team, () -> {
            campaigns().add(campaign);
            return campaign;
        });
    }

    private Campaign add(Campaign like, CampaignId id) {
        return add(new Campaign(id, like.team(), like.version(), like.name(), like.kind(), like.status(), like.brief(), like.createdBy(),
                like.createdAt(), like.updatedAt(), like.launchedAt()));
    }

    private Optional<Campaign> find(TeamId reader, Campaign campaign) {
        return transactions().reading(system(reader), () -> campaigns().find(campaign.id()));
    }

    private List<Campaign> list(Optional<Campaign.Status> status, String text) {
        return transactions().reading(system(team), () -> campaigns().list(status, text, PageRequest.first(100))).items();
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
