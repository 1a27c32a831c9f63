package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the accounts in memory hold about a person; nothing else here does. */
public final class InMemoryPersonalData implements PersonalData {

    private static final String ACCOUNT = "identity.user_account";
    private static final String MEMBERSHIP = "identity.membership";

    private final Set<UserId> poisoned = new HashSet<>();
    private final InMemoryTransactions transactions;
    private final InMemoryUsers users;
    private final InMemoryTransactions.Table<UUID, Erasure> erasures;

    public InMemoryPersonalData(InMemoryTransactions transactions, InMemoryUsers users) {
        this.transactions = transactions;
        this.users = users;
        this.erasures = transactions.table();
    }

    /** Lets a person's account resist. */
    public void poison(UserId user) {
        poisoned.add(user);
    }

    @Override
    public Set<TeamId> teams(User user) {
        return transactions.alone(() -> memberships(user.id()).stream().map(Membership::team).collect(Collectors.toUnmodifiableSet()));
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
    public List<Place> places(User user) {
        return Stream.concat(Stream.of(new Place(Optional.empty(), ACCOUNT)),
                teams(user).stream().map(team -> new Place(Optional.of(team), MEMBERSHIP))).toList();
    }

    @Override
    public Page<String> read(Place place, User user, Optional<String> after) {
        return transactions.alone(() -> {
            Stream<String> rows = place.team().isEmpty()
                    ? users.allUsers().filter(known -> known.id().equals(user.id()))
                            .map(known -> "{\"email\": \"" + known.email() + "\", \"full_name\": \"" + known.fullName() + "\"}")
                    : memberships(user.id()).stream().filter(membership -> place.team().get().equals(membership.team()))
                            .map(membership -> "{\"user_id\": \"" + user.id() + "\"}");
            return new Page<>(rows.toList(), Optional.empty());
        });
    }

    @Override
    public Erasure begin(Erasure erasure) {
        return transactions.alone(() -> {
            Optional<Erasure> standing = erasures.rows().filter(known -> known.user().equals(erasure.user())).findFirst();
            if (standing.isEmpty()) {
                erasures.put(erasure.id(), erasure);
            }
            return standing.orElse(erasure);
        });
    }

    @Override
    public List<Erasure> unfinished(Instant before) {
        return transactions.alone(() -> erasures.rows()
                .filter(erasure -> erasure.completedAt().isEmpty() && erasure.requestedAt().isBefore(before)).toList());
    }

    @Override
    public Optional<Erasure> findErasure(UUID id) {
        return transactions.alone(() -> erasures.get(id));
    }

    @Override
    public Page<Erasure> listErasures(PageRequest page) {
        return transactions.alone(() -> Newest.first(erasures.rows(), page, Erasure::requestedAt, Erasure::id));
    }

    @Override
    public int forget(Erasure erasure, TeamId team, User user) {
        return 0;
    }

    @Override
    public int forgetAccount(Erasure erasure, User user, Instant now) {
        if (poisoned.contains(user.id())) {
            throw new IllegalStateException("on purpose");
        }
        return transactions.alone(() -> {
            if (erasures.get(erasure.id()).flatMap(Erasure::completedAt).isPresent()) {
                return 0;
            }
            List<ClosedTeam> closed = memberships(user.id()).stream().map(Membership::team)
                    .filter(team -> users.allMemberships().stream().noneMatch(other -> other.team().equals(team) && !other.user().equals(user.id())))
                    .map(team -> new ClosedTeam(team, Optional.empty(), Map.of())).toList();
            int removed = users.forget(erasure.user(), now);
            erasures.put(erasure.id(), new Erasure(erasure.id(), erasure.user(), erasure.emailHash(), erasure.requestedAt(), Optional.of(now),
                    Map.of(ACCOUNT, (long) removed), closed));
            return removed;
        });
    }

    private List<Membership> memberships(UserId user) {
        return users.allMemberships().stream().filter(membership -> membership.user().equals(user)).toList();
    }
}
