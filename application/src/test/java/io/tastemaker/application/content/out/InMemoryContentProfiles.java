package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Profiles in memory. */
public final class InMemoryContentProfiles implements ContentProfiles {

    private record Key(TeamId owner, CreatorId creator) {}

    private record Row(Key key, TeamId creatorOwner, Optional<Instant> outdated, Optional<ContentProfile> profile,
            Map<LocalDate, ProfileSnapshot> days) {

        Row outdatedSince(Optional<Instant> since) {
            return new Row(key, creatorOwner, since, profile, days);
        }

        Row with(ContentProfile computed, ProfileSnapshot day) {
            Map<LocalDate, ProfileSnapshot> more = new HashMap<>(days);
            more.put(day.on(), day);
            return new Row(key, creatorOwner, outdated, Optional.of(computed), Map.copyOf(more));
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Key, Row> rows;

    public InMemoryContentProfiles(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public Optional<ContentProfile> find(CreatorId creator) {
        return view(creator).flatMap(Row::profile);
    }

    private Optional<Row> view(CreatorId creator) {
        return Stream.of(transactions.team(), TeamId.CATALOGUE).flatMap(owner -> rows.get(new Key(owner, creator)).stream())
                .filter(row -> row.profile().isPresent()).findFirst();
    }

    @Override
    public Optional<Outdated> outdated(CreatorId creator) {
        return rows.get(own(creator)).flatMap(InMemoryContentProfiles::outdated);
    }

    private static Optional<Outdated> outdated(Row row) {
        return row.outdated().map(since -> new Outdated(row.creatorOwner(), row.key().creator(), since));
    }

    @Override
    public void outdate(TeamId creatorOwner, CreatorId creator, Instant now) {
        Key key = own(creator);
        Row before = rows.get(key).orElseGet(() -> new Row(key, creatorOwner, Optional.empty(), Optional.empty(), Map.of()));
        Instant since = now.truncatedTo(ChronoUnit.MICROS);
        Instant moved = before.outdated().map(known -> known.plus(1, ChronoUnit.MICROS)).filter(known -> known.isAfter(since)).orElse(since);
        rows.put(key, before.outdatedSince(Optional.of(moved)));
    }

    @Override
    public List<Outdated> listOutdated(int most) {
        TeamId team = transactions.team();
        return rows.rows().filter(row -> row.key().owner().equals(team)).flatMap(row -> outdated(row).stream())
                .sorted(Comparator.comparing(Outdated::since).thenComparing(each -> each.creator().toString()))
                .limit(most)
                .toList();
    }

    @Override
    public boolean save(ContentProfile profile, ProfileSnapshot day, Instant seen) {
        Key key = own(profile.creator());
        if (!profile.owner().equals(key.owner())) {
            throw new IllegalArgumentException("a profile of another team");
        }
        Row before = rows.get(key).orElseGet(() -> new Row(key, profile.creatorOwner(), Optional.empty(), Optional.empty(), Map.of()));
        if (before.profile().isPresent() && before.outdated().isEmpty()) {
            return false;
        }
        Optional<Instant> still = before.outdated().filter(since -> !since.equals(seen.truncatedTo(ChronoUnit.MICROS)));
        rows.put(key, before.outdatedSince(still).with(profile, day));
        return true;
    }

    @Override
    public List<ProfileSnapshot> history(CreatorId creator, LocalDate from, LocalDate to) {
        return view(creator).stream().flatMap(row -> row.days().values().stream())
                .filter(day -> !day.on().isBefore(from) && !day.on().isAfter(to))
                .sorted(Comparator.comparing(ProfileSnapshot::on))
                .toList();
    }

    @Override
    public List<ContentProfile> about(Category category, CreatorId except, int most) {
        return rows.rows().map(row -> row.key().creator()).distinct().filter(creator -> !creator.equals(except))
                .flatMap(creator -> find(creator).stream())
                .filter(profile -> profile.primaryCategory().map(primary -> primary.value().value() == category).orElse(false))
                .sorted(Comparator.comparing((ContentProfile profile) -> profile.basis().posts()).reversed()
                        .thenComparing(profile -> profile.creator().toString()))
                .limit(most)
                .toList();
    }

    @Override
    public List<TeamId> teamsWithOutdated(Instant before, int most) {
        Map<TeamId, Instant> longest = transactions.alone(() -> rows.rows()
                .filter(row -> row.outdated().map(since -> since.isBefore(before)).orElse(false))
                .collect(Collectors.toMap(row -> row.key().owner(), row -> row.outdated().orElseThrow(),
                        (one, another) -> one.isBefore(another) ? one : another)));
        return longest.entrySet().stream()
                .sorted(Map.Entry.<TeamId, Instant>comparingByValue().thenComparing(entry -> entry.getKey().toString()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Key own(CreatorId creator) {
        return new Key(transactions.team(), creator);
    }
}
