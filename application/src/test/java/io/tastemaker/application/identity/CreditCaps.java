package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Caps for tests in which everybody who asks is a member of the team. */
public final class CreditCaps {

    private final InMemoryTransactions transactions;
    private final Map<UserId, OptionalLong> caps = new ConcurrentHashMap<>();

    public CreditCaps(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    /** Caps what a member may spend in a period. */
    public void set(UserId user, long cap) {
        caps.put(user, OptionalLong.of(cap));
    }

    /** The use case that shows them. */
    public ShowCreditCap show() {
        return new ShowCreditCap(transactions, new Everybody());
    }

    private final class Everybody implements Memberships {

        @Override
        public Optional<Member> find(UserId user) {
            Membership membership = new Membership(transactions.team(), user, 1, Role.MEMBER,
                    caps.getOrDefault(user, OptionalLong.empty()), Instant.EPOCH);
            return Optional.of(new Member(membership, new EmailAddress("somebody@example.com"), "Somebody"));
        }

        @Override
        public Optional<Member> findByEmail(EmailAddress email) {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public Optional<Member> owner() {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public Page<Member> list(PageRequest page) {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public int count() {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public boolean replace(Membership membership) {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public boolean remove(UserId user) {
            throw new UnsupportedOperationException("only caps are known");
        }

        @Override
        public int removeAll() {
            throw new UnsupportedOperationException("only caps are known");
        }
    }
}
