package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Accounts in memory. */
public final class InMemoryUsers implements Users {

    /** Names a membership. */
    record Place(TeamId team, UserId user) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<TeamId, Team> teams;
    private final InMemoryTransactions.Table<UserId, User> users;
    private final InMemoryTransactions.Table<Place, Membership> memberships;
    private final InMemoryTransactions.Table<UserId, Map<String, Consent>> consents;

    public InMemoryUsers(InMemoryTransactions transactions, InMemoryTeams teams) {
        this.transactions = transactions;
        this.teams = teams.rows();
        this.users = transactions.table();
        this.memberships = transactions.table();
        this.consents = transactions.table();
    }

    @Override
    public boolean add(User user) {
        if (findByEmail(user.email()).isPresent()) {
            return false;
        }
        users.put(user.id(), user);
        return true;
    }

    @Override
    public Optional<User> find(UserId id) {
        transactions.team();
        return users.get(id);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        transactions.team();
        return users.rows().filter(user -> user.email().equals(email)).findFirst();
    }

    @Override
    public Page<User> list(Optional<String> text, PageRequest page) {
        transactions.team();
        String part = text.orElse("").toLowerCase(Locale.ROOT);
        return Newest.first(users.rows().filter(user -> (user.email() + "\n" + user.fullName()).toLowerCase(Locale.ROOT).contains(part)),
                page, User::createdAt, user -> user.id().value());
    }

    @Override
    public boolean replace(User user) {
        boolean current = find(user.id()).filter(stored -> stored.version() == user.version() - 1).isPresent();
        boolean free = findByEmail(user.email()).map(holder -> holder.id().equals(user.id())).orElse(true);
        if (current && free) {
            users.put(user.id(), user);
        }
        return current && free;
    }

    @Override
    public void record(UserId user, List<Consent> said) {
        transactions.team();
        Map<String, Consent> latest = new TreeMap<>(consents.get(user).orElse(Map.of()));
        said.forEach(consent -> latest.put(consent.tier(), consent));
        consents.put(user, latest);
    }

    @Override
    public List<Consent> consents(UserId user) {
        transactions.team();
        return consents.get(user).map(latest -> List.copyOf(latest.values())).orElse(List.of());
    }

    @Override
    public boolean isHome(TeamId team) {
        return users.rows().anyMatch(user -> user.homeTeam().equals(team));
    }

    /** The rows, for what a team does with its members. */
    InMemoryTransactions.Table<Place, Membership> memberships() {
        return memberships;
    }

    @Override
    public boolean join(Membership membership) {
        if (membership(membership.team(), membership.user()).isPresent()) {
            return false;
        }
        memberships.put(new Place(membership.team(), membership.user()), membership);
        return true;
    }

    /** Ends a membership, as another store does. */
    public void leave(TeamId team, UserId user) {
        memberships.remove(new Place(team, user));
    }

    @Override
    public List<Membership> memberships(UserId user) {
        return belongings(user).stream().map(Belonging::membership).toList();
    }

    @Override
    public List<Belonging> belongings(UserId user) {
        transactions.team();
        Comparator<Membership> oldestFirst = Comparator.comparing(Membership::joinedAt).thenComparing(member -> member.team().toString());
        return memberships.rows()
                .filter(membership -> membership.user().equals(user))
                .sorted(oldestFirst)
                .flatMap(membership -> teams.get(membership.team()).filter(InMemoryUsers::isLiving).map(team -> new Belonging(membership, team.name())).stream())
                .toList();
    }

    @Override
    public Optional<Membership> membership(TeamId team, UserId user) {
        transactions.team();
        return memberships.get(new Place(team, user)).filter(membership -> teams.get(team).filter(InMemoryUsers::isLiving).isPresent());
    }

    /** Removes an account with all that hangs on it, and closes the teams that nobody else is in. */
    int forget(UserId id, Instant now) {
        List<Membership> own = memberships.rows().filter(membership -> membership.user().equals(id)).toList();
        own.forEach(membership -> memberships.remove(new Place(membership.team(), id)));
        own.stream().filter(membership -> membership.role() == Role.OWNER).forEach(owned -> memberships.rows()
                .filter(membership -> membership.team().equals(owned.team()))
                .max(Comparator.comparing(Membership::role).thenComparing(Membership::joinedAt, Comparator.reverseOrder()))
                .ifPresent(next -> memberships.put(new Place(next.team(), next.user()), next.changed(Role.OWNER, next.monthlyCreditCap()))));
        own.stream().map(Membership::team)
                .filter(team -> memberships.rows().noneMatch(membership -> membership.team().equals(team)))
                .forEach(team -> teams.get(team).ifPresent(left -> teams.put(team, left.in(new Team.State.Deleted(now)))));
        consents.remove(id);
        boolean there = users.get(id).isPresent();
        users.remove(id);
        return there ? 1 : 0;
    }

    /** Every account. */
    Stream<User> allUsers() {
        return users.rows();
    }

    /** Who belongs where. */
    List<Membership> allMemberships() {
        return memberships.rows().toList();
    }

    private static boolean isLiving(Team team) {
        return !(team.state() instanceof Team.State.Deleted);
    }
}
