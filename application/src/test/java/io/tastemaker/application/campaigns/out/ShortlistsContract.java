package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.campaigns.out.CampaignFixtures.draft;
import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Pick;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.DataState;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of shortlists does. */
public abstract class ShortlistsContract {

    private TeamId team;
    private Campaign campaign;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Campaigns campaigns();

    protected abstract Shortlists shortlists();

    @BeforeEach
    void makeCampaign() {
        team = newTeam(teams());
        campaign = campaign(team);
    }

    @Test
    void an_entry_is_found_as_it_was_added_by_its_own_team_only() {
        ShortlistEntry own = entry(creator(team), NOON);
        ShortlistEntry shared = entry(creator(TeamId.CATALOGUE), NOON);
        assertThat(add(own, shared)).containsExactly(own, shared);
        assertThat(find(team, own)).contains(own);
        assertThat(find(team, shared)).contains(shared);
        assertThat(find(newTeam(teams()), own)).isEmpty();
    }

    @Test
    void who_is_on_the_list_already_stays_as_he_is() {
        Creator creator = creator(team);
        ShortlistEntry first = entry(creator, NOON);
        ShortlistEntry fresh = entry(creator(team), NOON.plusSeconds(2));
        add(first);
        assertThat(add(entry(creator, NOON.plusSeconds(1)), fresh)).containsExactly(fresh);
        assertThat(find(team, first)).contains(first);
    }

    @Test
    void another_teams_creator_cannot_be_listed() {
        ShortlistEntry foreign = entry(creator(newTeam(teams())), NOON);
        assertThatThrownBy(() -> add(foreign)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void another_teams_campaign_cannot_be_listed_for() {
        TeamId other = newTeam(teams());
        Creator shared = creator(TeamId.CATALOGUE);
        assertThatThrownBy(() -> write(other, () -> shortlists().add(List.of(entry(shared, NOON))))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        ShortlistEntry first = entry(creator(team), NOON);
        add(first);
        ShortlistEntry second = first.changed(ShortlistEntry.Status.INVITED, "wrote her");
        assertThat(write(team, () -> shortlists().replace(second))).isTrue();
        assertThat(write(team, () -> shortlists().replace(first.changed(ShortlistEntry.Status.REJECTED, "late")))).isFalse();
        assertThat(find(team, first)).contains(second);
    }

    @Test
    void a_removed_entry_is_gone() {
        ShortlistEntry entry = entry(creator(team), NOON);
        add(entry);
        assertThat(write(newTeam(teams()), () -> shortlists().remove(campaign.id(), entry.creator()))).isFalse();
        assertThat(write(team, () -> shortlists().remove(campaign.id(), entry.creator()))).isTrue();
        assertThat(write(team, () -> shortlists().remove(campaign.id(), entry.creator()))).isFalse();
        assertThat(find(team, entry)).isEmpty();
    }

    @Test
    void a_campaigns_shortlist_goes_with_it() {
        ShortlistEntry entry = entry(creator(TeamId.CATALOGUE), NOON);
        add(entry);
        write(team, () -> campaigns().remove(campaign));
        assertThat(find(team, entry)).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_in_the_order_of_adding() {
        List<CreatorId> oldestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            ShortlistEntry entry = entry(creator(team), NOON.plusSeconds(second));
            add(entry);
            oldestFirst.add(entry.creator());
        }
        List<CreatorId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<ShortlistEntry> page = read(team, () -> shortlists().list(campaign.id(), Optional.empty(), request));
            page.items().forEach(entry -> seen.add(entry.creator()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(oldestFirst);
        assertThat(read(team, () -> shortlists().creators(campaign.id()))).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(read(newTeam(teams()), () -> shortlists().creators(campaign.id()))).isEmpty();
    }

    @Test
    void a_list_of_one_status_holds_only_that() {
        ShortlistEntry pending = entry(creator(team), NOON);
        ShortlistEntry other = entry(creator(team), NOON);
        add(pending, other);
        ShortlistEntry invited = other.changed(ShortlistEntry.Status.INVITED, "");
        write(team, () -> shortlists().replace(invited));
        assertThat(read(team, () -> shortlists().list(campaign.id(), Optional.of(ShortlistEntry.Status.INVITED), PageRequest.first(9))).items())
                .containsExactly(invited);
    }

    private Campaign campaign(TeamId owner) {
        Campaign made = draft(owner, NOON);
        return write(owner, () -> {
            campaigns().add(made);
            return made;
        });
    }

    private Creator creator(TeamId owner) {
        Creator creator = bare(owner, "c." + SeededIds.next());
        transactions().run(system(owner), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private ShortlistEntry entry(Creator creator, Instant addedAt) {
        return new ShortlistEntry(campaign.id(), creator.id(), creator.owner(), ShortlistEntry.Status.PENDING, "good fit",
                Optional.of(pick()), "user:ana", addedAt, 1);
    }

    /** Numbers that come back digit by digit or not at all. */
    private static Pick pick() {
        ScoreReceipt.Line known = new ScoreReceipt.Line(Factor.ENGAGEMENT, new BigDecimal("0.350"), Optional.of(new BigDecimal("0.041203")),
                new BigDecimal("0.820728"), new BigDecimal("0.287255"), DataState.MEASURED);
        ScoreReceipt.Line unknown = new ScoreReceipt.Line(Factor.CATEGORY, new BigDecimal("0.65"), Optional.empty(), new BigDecimal("0.000000"),
                new BigDecimal("0.000000"), DataState.MISSING);
        return new Pick(new RankingId("rk_" + "5f".repeat(16)), 7, new ScoreReceipt(new BigDecimal("0.287255"), List.of(known, unknown),
                new ScoreReceipt.Scorer("composite", "1.0.0", "sha256:47924e034409955f", "cautious_prior@1")));
    }

    @Test
    void a_creator_chosen_by_hand_comes_from_no_ranking() {
        ShortlistEntry listed = entry(creator(team), NOON);
        ShortlistEntry byHand = new ShortlistEntry(campaign.id(), listed.creator(), team, ShortlistEntry.Status.PENDING, "", Optional.empty(),
                "user:ana", NOON, 1);
        add(byHand);
        assertThat(find(team, byHand)).contains(byHand);
    }

    private List<ShortlistEntry> add(ShortlistEntry... entries) {
        return write(team, () -> shortlists().add(List.of(entries)));
    }

    private Optional<ShortlistEntry> find(TeamId reader, ShortlistEntry entry) {
        return read(reader, () -> shortlists().find(entry.campaign(), entry.creator()));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
