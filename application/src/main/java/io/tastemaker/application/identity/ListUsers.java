package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists accounts, for operators. */
public final class ListUsers {

    private final PlatformTransactions transactions;
    private final Users users;

    ListUsers(PlatformTransactions transactions, Users users) {
        this.transactions = transactions;
        this.users = users;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param text part of an address or a name; empty for everybody
     * @param page which page
     */
    public record Query(Actor actor, Optional<String> text, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the accounts, the newest first
     */
    public Page<User> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return transactions.reading(query.actor(), () -> users.list(query.text(), query.page()));
    }
}
