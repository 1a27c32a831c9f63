package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the names of members of the actor's team. */
public final class NameMembers {

    private final Colleagues colleagues;

    NameMembers(Transactions transactions, Memberships memberships) {
        this.colleagues = new Colleagues(transactions, memberships);
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do: whoever may see what members did may see who they are
     * @param users whose names
     */
    public record Query(Actor actor, Permission permission, Set<UserId> users) {}

    /**
     * Tells them.
     *
     * @param query what is asked
     * @return the names of those who are members now
     */
    public Map<UserId, String> handle(Query query) {
        return colleagues.among(query.actor(), query.permission(), query.users()).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, member -> member.getValue().fullName()));
    }
}
