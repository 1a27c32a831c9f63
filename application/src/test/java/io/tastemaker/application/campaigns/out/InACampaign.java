package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.campaigns.out.CampaignFixtures.draft;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a campaign's parts have in common: a campaign of one team, and others who must not reach it. */
abstract class InACampaign {

    protected TeamId team;
    protected Campaign campaign;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Campaigns campaigns();

    @BeforeEach
    void makeCampaign() {
        team = newTeam(teams());
        campaign = campaign(team);
    }

    protected Campaign campaign(TeamId owner) {
        Campaign made = draft(owner, NOON);
        write(owner, () -> {
            campaigns().add(made);
            return true;
        });
        return made;
    }

    protected <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    protected <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }

    protected void does(Runnable work) {
        transactions().run(system(team), "test", work);
    }

    /** All entries of a list, two to a page. */
    protected <T> List<T> paged(Function<PageRequest, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<T> page = read(team, () -> list.apply(request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
