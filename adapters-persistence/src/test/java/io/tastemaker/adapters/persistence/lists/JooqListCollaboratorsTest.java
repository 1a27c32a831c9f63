package io.tastemaker.adapters.persistence.lists;

import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.identity.JooqMemberships;
import io.tastemaker.adapters.persistence.identity.JooqUsers;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.lists.out.ListCollaboratorsContract;
import io.tastemaker.application.lists.out.ListFixtures;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqListCollaboratorsTest extends ListCollaboratorsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return new JooqUsers(DATABASE.platformTransactions());
    }

    @Override
    protected TeamLists lists() {
        return new JooqTeamLists(DATABASE.transactions());
    }

    @Override
    protected ListCollaborators collaborators() {
        return new JooqListCollaborators(DATABASE.transactions());
    }

    @Test
    void whoever_leaves_the_team_is_no_collaborator_any_more() {
        User owner = newOwner(platform(), teams(), users());
        User leaver = newOwner(platform(), teams(), users());
        platform().run(system(TeamId.CATALOGUE), "test", () -> users().join(Membership.begin(owner.homeTeam(), leaver.id(), Role.MANAGER, NOON)));
        TeamList list = ListFixtures.list(owner.homeTeam(), "Spring", NOON);
        transactions().run(system(owner.homeTeam()), "test", () -> {
            lists().add(list);
            collaborators().add(new ListCollaborator(list.id(), leaver.id(), ListRight.READ, "user:x", NOON, 1));
        });
        JooqMemberships memberships = new JooqMemberships(DATABASE.transactions());
        transactions().run(system(owner.homeTeam()), "test", () -> memberships.remove(leaver.id()));
        assertThat(transactions().reading(system(owner.homeTeam()), () -> collaborators().find(list.id(), leaver.id()))).isEmpty();
    }
}
