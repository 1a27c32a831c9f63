package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.campaigns.out.CampaignFixtures.draft;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of matches does. */
public abstract class MatchesContract {

    private TeamId team;
    private Campaign campaign;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Campaigns campaigns();

    protected abstract Matches matches();

    @BeforeEach
    void makeCampaign() {
        team = newTeam(teams());
        campaign = draft(team, NOON);
        transactions().run(system(team), "test", () -> campaigns().add(campaign));
    }

    @Test
    void a_match_is_found_as_it_was_added_by_its_own_team_only() {
        CampaignMatch match = add(1, NOON);
        assertThat(find(team, match)).contains(match);
        assertThat(find(newTeam(teams()), match)).isEmpty();
        assertThat(list(newTeam(teams()))).isEmpty();
    }

    @Test
    void the_same_ranking_again_keeps_the_first_record() {
        CampaignMatch first = add(1, NOON);
        add(1, NOON.plusSeconds(60));
        assertThat(list(team)).containsExactly(first);
    }

    @Test
    void another_teams_campaign_has_no_matches() {
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> transactions().run(system(other), "test", () -> matches().add(match(1, NOON))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_campaigns_matches_go_with_it() {
        CampaignMatch match = add(1, NOON);
        transactions().run(system(team), "test", () -> assertThat(campaigns().remove(campaign)).isTrue());
        assertThat(find(team, match)).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first() {
        List<CampaignMatch> newestFirst = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            newestFirst.addFirst(add(number, NOON.plusSeconds(number / 2))); // two in the same second
        }
        List<CampaignMatch> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(4, after);
            Page<CampaignMatch> page = transactions().reading(system(team), () -> matches().list(campaign.id(), request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
    }

    private CampaignMatch match(int number, Instant at) {
        return new CampaignMatch(campaign.id(), 1, new RankingId("rk_%032x".formatted(number)), 184, "user:ana", at);
    }

    private CampaignMatch add(int number, Instant at) {
        CampaignMatch match = match(number, at);
        transactions().run(system(team), "test", () -> matches().add(match));
        return match;
    }

    private Optional<CampaignMatch> find(TeamId reader, CampaignMatch match) {
        return transactions().reading(system(reader), () -> matches().find(match.campaign(), match.ranking()));
    }

    private List<CampaignMatch> list(TeamId reader) {
        return transactions().reading(system(reader), () -> matches().list(campaign.id(), PageRequest.first(100))).items();
    }
}
