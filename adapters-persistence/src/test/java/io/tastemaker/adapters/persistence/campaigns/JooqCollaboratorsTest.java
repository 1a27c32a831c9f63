package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.identity.JooqMemberships;
import io.tastemaker.adapters.persistence.identity.JooqUsers;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.application.campaigns.out.CollaboratorsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCollaboratorsTest extends CollaboratorsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqUsers users = new JooqUsers(DATABASE.platformTransactions());

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Campaigns campaigns() {
        return new JooqCampaigns(DATABASE.transactions());
    }

    @Override
    protected Collaborators collaborators() {
        return new JooqCollaborators(DATABASE.transactions());
    }

    @Override
    protected UserId member(TeamId of) {
        User user = newOwner(DATABASE.platformTransactions(), teams(), users);
        DATABASE.platformTransactions().run(PROGRAM, "test", () -> users.join(Membership.begin(of, user.id(), Role.MEMBER, NOON)));
        return user.id();
    }

    @Test
    void who_leaves_the_team_has_no_right_any_more() {
        UserId user = member(team);
        given(user, Right.APPROVE, 0);
        assertThat(write(team, () -> new JooqMemberships(DATABASE.transactions()).remove(user))).isTrue();
        assertThat(find(user)).isEmpty();
    }

    @Test
    void who_is_no_member_gets_none() {
        assertThatThrownBy(() -> given(new UserId(SeededIds.next()), Right.EDIT, 0)).isInstanceOf(RuntimeException.class);
    }
}
