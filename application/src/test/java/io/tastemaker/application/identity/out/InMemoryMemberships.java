package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Members in memory: the rows of the accounts, as one team sees them. */
public final class InMemoryMemberships implements Memberships {

    private final InMemoryTransactions transactions;
    private final InMemoryUsers users;

    public InMemoryMemberships(InMemoryTransactions transactions, InMemoryUsers users) {
        this.transactions = transactions;
        this.users = users;
    }

    @Override
    public Optional<Member> find(UserId user) {
        return own().filter(member -> member.membership().user().equals(user)).findFirst();
    }

    @Override
    public Optional<Member> findByEmail(EmailAddress email) {
        return own().filter(member -> member.email().equals(email)).findFirst();
    }

    @Override
    public Optional<Member> owner() {
        return own().filter(member -> member.membership().role() == Role.OWNER).findFirst();
    }

    @Override
    public Page<Member> list(PageRequest page) {
        return Newest.last(own(), page, member -> member.membership().joinedAt(), member -> member.membership().user().value());
    }

    @Override
    public int count() {
        return (int) own().count();
    }

    @Override
    public boolean replace(Membership membership) {
        boolean current = membership.team().equals(transactions.team())
                && find(membership.user()).filter(stored -> stored.membership().version() == membership.version() - 1).isPresent();
        boolean second = membership.role() == Role.OWNER
                && owner().filter(owner -> !owner.membership().user().equals(membership.user())).isPresent();
        if (current && second) {
            throw new IllegalStateException("a team has one owner");
        }
        if (current) {
            users.memberships().put(place(membership), membership);
        }
        return current;
    }

    @Override
    public boolean remove(UserId user) {
        Optional<Membership> stored = find(user).map(Member::membership).filter(membership -> membership.role() != Role.OWNER);
        stored.ifPresent(membership -> users.memberships().remove(place(membership)));
        return stored.isPresent();
    }

    @Override
    public int removeAll() {
        List<Membership> all = own().map(Member::membership).toList();
        all.forEach(membership -> users.memberships().remove(place(membership)));
        return all.size();
    }

    private Stream<Member> own() {
        TeamId team = transactions.team();
        return users.memberships().rows()
                .filter(membership -> membership.team().equals(team))
                .flatMap(membership -> users.find(membership.user())
                        .map(user -> new Member(membership, user.email(), user.fullName())).stream());
    }

    private static InMemoryUsers.Place place(Membership membership) {
        return new InMemoryUsers.Place(membership.team(), membership.user());
    }
}
