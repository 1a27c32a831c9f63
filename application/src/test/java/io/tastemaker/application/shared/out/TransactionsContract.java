package io.tastemaker.application.shared.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of transactions does; seen through the campaigns, which are a team's own. */
public abstract class TransactionsContract {

    private TeamId team;
    private Actor actor;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Campaigns campaigns();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        actor = system(team);
    }

    @Test
    void work_that_returns_is_kept() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        transactions().run(actor, "test", () -> campaigns().add(campaign));
        assertThat(find(actor, campaign)).contains(campaign);
    }

    @Test
    void work_that_throws_leaves_nothing_behind() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        assertThatThrownBy(() -> transactions().run(actor, "test", () -> {
            campaigns().add(campaign);
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class).hasMessage("on purpose");
        assertThat(find(actor, campaign)).isEmpty();
    }

    @Test
    void the_rows_of_another_team_are_not_there() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        transactions().run(actor, "test", () -> campaigns().add(campaign));
        assertThat(find(system(newTeam(teams())), campaign)).isEmpty();
    }

    @Test
    void transactions_do_not_nest() {
        assertThatThrownBy(() -> transactions().run(actor, "outer", () -> transactions().run(actor, "inner", () -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().reading(actor, () -> transactions().reading(actor, () -> true)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_works_outside_a_transaction() {
        assertThatThrownBy(() -> campaigns().find(CampaignFixtures.draft(team, NOON).id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_refused_transaction_does_not_spoil_the_next() {
        assertThatThrownBy(() -> transactions().run(actor, "outer", () -> transactions().run(actor, "inner", () -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions().reading(actor, () -> 7)).isEqualTo(7);
    }

    @Test
    void a_reading_transaction_changes_nothing() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        assertThatThrownBy(() -> transactions().reading(actor, () -> {
            campaigns().add(campaign);
            return true;
        })).isInstanceOf(RuntimeException.class);
        assertThat(find(actor, campaign)).isEmpty();
    }

    @Test
    void a_deed_can_only_be_described_where_it_is_recorded() {
        Subject subject = Subject.of("campaign", "1");
        assertThatThrownBy(() -> transactions().about(subject, List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().reading(actor, () -> {
            transactions().about(subject, List.of());
            return true;
        })).isInstanceOf(IllegalStateException.class);
    }

    private Optional<Campaign> find(Actor who, Campaign campaign) {
        return transactions().reading(who, () -> campaigns().find(campaign.id()));
    }
}
