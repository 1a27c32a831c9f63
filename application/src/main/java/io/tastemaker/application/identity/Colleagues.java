package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of some people is in the actor's team now, for whoever may see what they did or share things with them; keys may, too. */
final class Colleagues {

    private final Transactions transactions;
    private final Memberships memberships;

    Colleagues(Transactions transactions, Memberships memberships) {
        this.transactions = transactions;
        this.memberships = memberships;
    }

    /** Those who are members. Outside a transaction, or inside one of the same team. */
    Map<UserId, Memberships.Member> among(Actor actor, Permission permission, Set<UserId> users) {
        AccessPolicy.require(actor, permission);
        return transactions.reading(actor, () -> users.stream()
                .flatMap(user -> memberships.find(user).stream())
                .collect(Collectors.toUnmodifiableMap(member -> member.membership().user(), member -> member)));
    }
}
