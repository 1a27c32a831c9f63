package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;

/** Makes accounts, each with its personal team. Runs inside a platform transaction of the use case. */
final class NewAccounts {

    private final Users users;
    private final Teams teams;

    NewAccounts(Users users, Teams teams) {
        this.users = users;
        this.teams = teams;
    }

    /**
     * Makes an account.
     *
     * @param user version 1
     * @param home the personal team, version 1
     * @return false when the address has an account already
     */
    boolean found(User user, Team home) {
        if (!users.add(user)) {
            return false;
        }
        teams.add(home);
        users.join(Membership.begin(home.id(), user.id(), Role.OWNER, user.createdAt()));
        return true;
    }
}
