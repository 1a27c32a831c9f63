package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.identity.JooqUsers;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.PartnershipUseCases.Stores;
import io.tastemaker.application.proposals.out.ProposalInvitationsContract;
import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqProposalInvitationsTest extends ProposalInvitationsContract {

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
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected Proposals proposals() {
        return new JooqProposals(DATABASE.transactions());
    }

    @Override
    protected Stores stores() {
        return new Stores(new JooqProposalInvitations(DATABASE.transactions(), DATABASE.acrossTeams()), new JooqApplications(DATABASE.transactions()),
                new JooqProposalCollaborators(DATABASE.transactions()), new JooqProposalDeliverables(DATABASE.transactions()));
    }

    @Override
    protected UserId member(TeamId of) {
        User user = newOwner(DATABASE.platformTransactions(), teams(), users);
        DATABASE.platformTransactions().run(PROGRAM, "test", () -> users.join(Membership.begin(of, user.id(), Role.MEMBER, NOON)));
        return user.id();
    }
}
