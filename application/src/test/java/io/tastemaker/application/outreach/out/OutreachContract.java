package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;

import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** A team, another one, and campaigns with creators, for the contracts of outreach. */
abstract class OutreachContract {

    TeamId team;
    TeamId other;
    Campaign campaign;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Campaigns campaigns();

    @BeforeEach
    void makeTeams() {
        team = newTeam(teams());
        other = newTeam(teams());
        campaign = campaignOf(team);
    }

    Campaign campaignOf(TeamId owner) {
        Campaign made = CampaignFixtures.draft(owner, NOON);
        return write(owner, () -> {
            campaigns().add(made);
            return made;
        });
    }

    Creator creator(TeamId owner) {
        Creator made = CreatorFixtures.bare(owner, "c." + SeededIds.next());
        transactions().run(system(owner), "test", () -> creators().add(List.of(made)));
        return made;
    }

    <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
