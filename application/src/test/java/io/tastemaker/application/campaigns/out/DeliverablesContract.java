package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of deliverables does. */
public abstract class DeliverablesContract extends InACampaign {

    protected abstract Creators creators();

    protected abstract Shortlists shortlists();

    protected abstract Deliverables deliverables();

    @Test
    void a_deliverable_is_found_as_it_was_added_by_its_own_team_and_in_its_own_campaign_only() {
        Deliverable full = reviewed(planned(Optional.of(chosen()), 0));
        Deliverable bare = planned(Optional.empty(), 1);
        does(() -> {
            deliverables().add(full);
            deliverables().add(bare);
        });
        assertThat(find(full)).contains(full);
        assertThat(find(bare)).contains(bare);
        assertThat(read(newTeam(teams()), () -> deliverables().find(campaign.id(), full.id()))).isEmpty();
        Campaign other = campaign(team);
        assertThat(read(team, () -> deliverables().find(other.id(), full.id()))).isEmpty();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        Deliverable first = added(Optional.empty(), 0);
        Deliverable second = submitted(first, "https://example.com/1");
        assertThat(write(newTeam(teams()), () -> deliverables().replace(second))).isFalse();
        assertThat(write(team, () -> deliverables().replace(second))).isTrue();
        assertThat(write(team, () -> deliverables().replace(submitted(first, "https://example.com/2")))).isFalse();
        assertThat(find(first)).contains(second);
    }

    @Test
    void only_the_version_that_was_seen_is_removed() {
        Deliverable first = added(Optional.empty(), 0);
        Deliverable second = submitted(first, "https://example.com/1");
        does(() -> deliverables().replace(second));
        assertThat(write(team, () -> deliverables().remove(first))).isFalse();
        assertThat(write(newTeam(teams()), () -> deliverables().remove(second))).isFalse();
        assertThat(write(team, () -> deliverables().remove(second))).isTrue();
        assertThat(find(first)).isEmpty();
    }

    @Test
    void who_is_on_no_shortlist_owes_nothing() {
        CreatorId stranger = creator();
        assertThatThrownBy(() -> does(() -> deliverables().add(planned(Optional.of(stranger), 0)))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void who_is_taken_off_the_shortlist_is_named_no_more() {
        Deliverable deliverable = added(Optional.of(chosen()), 0);
        does(() -> shortlists().remove(campaign.id(), deliverable.work().creator().orElseThrow()));
        assertThat(find(deliverable)).hasValueSatisfying(left -> {
            assertThat(left.work().creator()).isEmpty();
            assertThat(left.state()).isEqualTo(Deliverable.State.PLANNED);
        });
    }

    @Test
    void another_teams_campaign_gets_none() {
        Deliverable planned = planned(Optional.empty(), 0);
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> {
            deliverables().add(planned);
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pages_concatenate_to_the_whole_in_the_order_of_planning_and_can_be_of_one_state() {
        List<Deliverable> oldestFirst = IntStream.range(0, 5).mapToObj(second -> added(Optional.empty(), second)).toList();
        Deliverable handedIn = submitted(oldestFirst.get(3), "https://example.com/1");
        does(() -> deliverables().replace(handedIn));
        assertThat(paged(page -> deliverables().list(campaign.id(), Optional.empty(), page))).extracting(Deliverable::id)
                .isEqualTo(oldestFirst.stream().map(Deliverable::id).toList());
        assertThat(paged(page -> deliverables().list(campaign.id(), Optional.of(Deliverable.State.SUBMITTED), page))).containsExactly(handedIn);
        assertThat(read(team, () -> deliverables().count(campaign.id()))).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> deliverables().count(campaign.id()))).isZero();
    }

    @Test
    void they_go_with_their_campaign() {
        Deliverable deliverable = added(Optional.of(chosen()), 0);
        does(() -> campaigns().remove(campaign));
        assertThat(find(deliverable)).isEmpty();
    }

    private Optional<Deliverable> find(Deliverable deliverable) {
        return read(team, () -> deliverables().find(campaign.id(), deliverable.id()));
    }

    private Deliverable planned(Optional<CreatorId> creator, int second) {
        Deliverable.Work work = new Deliverable.Work(Deliverable.Type.REEL, "Reel 🎬", creator, Optional.of(LocalDate.of(2026, 10, 1)));
        return Deliverable.plan(new DeliverableId(SeededIds.next()), campaign.id(), work, "user:ana", NOON.plusSeconds(second));
    }

    private Deliverable added(Optional<CreatorId> creator, int second) {
        Deliverable planned = planned(creator, second);
        does(() -> deliverables().add(planned));
        return planned;
    }

    private Deliverable submitted(Deliverable deliverable, String proof) {
        return moved(deliverable, new Deliverable.Move.Submit(new ProofLink(proof)));
    }

    private Deliverable reviewed(Deliverable deliverable) {
        return moved(submitted(deliverable, "https://example.com/1"), new Deliverable.Move.Reject("too dark"));
    }

    private Deliverable moved(Deliverable deliverable, Deliverable.Move move) {
        return ((Deliverable.Decision.Moved) deliverable.take(move, "user:ben", WorkRules.of(campaign.id()), NOON)).deliverable();
    }

    private CreatorId creator() {
        Creator creator = bare(team, "c." + SeededIds.next());
        does(() -> creators().add(List.of(creator)));
        return creator.id();
    }

    private CreatorId chosen() {
        CreatorId creator = creator();
        does(() -> shortlists().add(List.of(new ShortlistEntry(
                campaign.id(), creator, team, ShortlistEntry.Status.PENDING, "", Optional.empty(), "user:ana", NOON, 1))));
        return creator;
    }
}
