package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.util.OptionalLong;

/** Shows how many credits a member may spend in a period. Keys and operators have no cap. */
public final class ShowCreditCap {

    private final Transactions transactions;
    private final Memberships memberships;

    ShowCreditCap(Transactions transactions, Memberships memberships) {
        this.transactions = transactions;
        this.memberships = memberships;
    }

    /**
     * What is asked.
     *
     * @param actor the member
     */
    public record Query(Actor.User actor) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the cap; empty when the member has none, 0 when it may spend nothing
     */
    public OptionalLong handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_TEAM);
        return transactions.reading(query.actor(), () -> memberships.find(query.actor().id()))
                .map(member -> member.membership().monthlyCreditCap())
                .orElse(OptionalLong.of(0));
    }
}
