package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the accounts in memory hold about a person; nothing else here does. */
public final class InMemoryPersonalData implements PersonalData {

    private final InMemoryTransactions transactions;
    private final InMemoryUsers users;
    private final InMemoryTransactions.Table<UUID, Erasure> erasures;

    public InMemoryPersonalData(InMemoryTransactions transactions, InMemoryUsers users) {
        this.transactions = transactions;
        this.users = users;
        this.erasures = transactions.table();
    }

    @Override
    public Set<TeamId> teams(UserId user) {
        return transactions.alone(() -> memberships(user).stream().map(Membership::team).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<TeamId> ownedWithOthers(UserId user) {
        return transactions.alone(() -> memberships(user).stream()
                .filter(membership -> membership.role() == Role.OWNER)
                .map(Membership::team)
                .filter(team -> users.allMemberships().stream().anyMatch(other -> other.team().equals(team) && !other.user().equals(user)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<Holding> ofAccount(User user) {
        if (transactions.alone(() -> users.allUsers().noneMatch(known -> known.id().equals(user.id())))) {
            return List.of();
        }
        return List.of(new Holding("identity.user_account",
                List.of("{\"email\": \"" + user.email() + "\", \"full_name\": \"" + user.fullName() + "\"}"), true));
    }

    @Override
    public List<Holding> inTeam(TeamId team, User user) {
        return transactions.alone(() -> memberships(user.id()).stream()
                .filter(membership -> membership.team().equals(team))
                .map(membership -> new Holding("identity.membership", List.of("{\"user_id\": \"" + user.id() + "\"}"), true))
                .toList());
    }

    @Override
    public void begin(Erasure erasure) {
        transactions.alone(() -> {
            if (erasures.rows().noneMatch(known -> known.user().equals(erasure.user()))) {
                erasures.put(erasure.id(), erasure);
            }
            return erasure;
        });
    }

    @Override
    public List<Erasure> unfinished(Instant before) {
        return transactions.alone(() -> erasures.rows()
                .filter(erasure -> erasure.completedAt().isEmpty() && erasure.requestedAt().isBefore(before)).toList());
    }

    @Override
    public int forget(TeamId team, User user) {
        return 0;
    }

    @Override
    public int forgetAccount(Erasure erasure, Instant now) {
        return transactions.alone(() -> {
            erasures.put(erasure.id(),
                    new Erasure(erasure.id(), erasure.user(), erasure.emailHash(), erasure.requestedAt(), Optional.of(now)));
            return users.forget(erasure.user(), now);
        });
    }

    private List<Membership> memberships(UserId user) {
        return users.allMemberships().stream().filter(membership -> membership.user().equals(user)).toList();
    }
}
