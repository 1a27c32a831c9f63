package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.ContentProfilesContract;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqContentProfilesTest extends ContentProfilesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @RegisterExtension
    static final TestDatabase EMPTY = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected ContentProfiles profiles() {
        return new JooqContentProfiles(DATABASE.transactions(), DATABASE.acrossTeams());
    }

    @Test
    void there_are_some_as_soon_as_anybody_has_posts() {
        JooqContentProfiles profiles = new JooqContentProfiles(EMPTY.transactions(), EMPTY.acrossTeams());
        assertThat(profiles.isAny()).isFalse();

        TeamId team = newTeam(EMPTY.teams());
        Creator creator = full(team, "posting");
        EMPTY.transactions().run(system(team), "test", () -> {
            new JooqCreators(EMPTY.transactions()).add(List.of(creator));
            profiles.outdate(team, creator.id(), NOON);
        });
        assertThat(profiles.isAny()).isTrue();
    }
}
