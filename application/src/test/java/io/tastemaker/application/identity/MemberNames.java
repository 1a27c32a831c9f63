package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.identity.out.PeopleFixtures;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The names of members, for tests of other contexts. */
public final class MemberNames {

    private MemberNames() {}

    /** Knows one member of a team. */
    public static NameMembers of(InMemoryTransactions transactions, TeamId team, UserId member, String name) {
        InMemoryTeams teams = new InMemoryTeams(transactions);
        InMemoryUsers users = new InMemoryUsers(transactions, teams);
        transactions.run(PeopleFixtures.PROGRAM, "test", () -> {
            teams.add(Team.begin(team, "Team", ZoneOffset.UTC, Instant.EPOCH));
            users.add(new User(member, 1, new EmailAddress("member@example.com"), name, Optional.empty(), team, ZoneOffset.UTC, "en",
                    Instant.EPOCH, Optional.empty()));
            users.join(Membership.begin(team, member, Role.MEMBER, Instant.EPOCH));
        });
        return new NameMembers(transactions, new InMemoryMemberships(transactions, users));
    }
}
