package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;

/** Finds a member of the actor's team, for those who share things with colleagues; keys may, too. */
public final class FindMember {

    private final Colleagues colleagues;

    FindMember(Transactions transactions, Memberships memberships) {
        this.colleagues = new Colleagues(transactions, memberships);
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do
     * @param user who
     */
    public record Query(Actor actor, Permission permission, UserId user) {}

    /**
     * Finds the member.
     *
     * @param query what is asked
     * @return what the person is in the team, empty when it is not in it
     */
    public Optional<Membership> handle(Query query) {
        return Optional.ofNullable(colleagues.among(query.actor(), query.permission(), Set.of(query.user())).get(query.user()))
                .map(Memberships.Member::membership);
    }
}
