package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;

/** Shows an account to an operator. */
public final class ShowUser {

    private final PlatformTransactions transactions;
    private final Users users;

    ShowUser(PlatformTransactions transactions, Users users) {
        this.transactions = transactions;
        this.users = users;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param id who
     */
    public record Query(Actor actor, UserId id) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the account
     */
    public User handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return transactions.reading(query.actor(), () -> users.find(query.id())).orElseThrow(Refusal.NotFound::new);
    }
}
