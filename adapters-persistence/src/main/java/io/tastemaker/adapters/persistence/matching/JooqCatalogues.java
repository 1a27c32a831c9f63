package io.tastemaker.adapters.persistence.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.creators.CreatorFeed;
import io.tastemaker.adapters.persistence.shared.HistoryMark;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catalogues in memory, kept current by asking PostgreSQL before each use what changed. The shared creators stay in memory, those of
 * teams only as long as there is room for them.
 */
public final class JooqCatalogues implements Catalogues, HealthProbe {

    private static final Logger LOG = LoggerFactory.getLogger(JooqCatalogues.class);

    /** What {@link Candidate#of(io.tastemaker.domain.creators.Creator)} reads. */
    static final Set<Fact<?>> FACTS = Set.of(
            Fact.FOLLOWERS, Fact.AVERAGE_LIKES, Fact.AVERAGE_COMMENTS, Fact.AVERAGE_ENGAGEMENTS, Fact.AVERAGE_VIEWS,
            Fact.DECLARED_ENGAGEMENT_RATE, Fact.CATEGORIES, Fact.LOCATION, Fact.LANGUAGES, Fact.VERIFIED, Fact.LAST_POST_ON, Fact.EMAIL,
            Fact.POSTS_COUNT, Fact.CONTENT_CATEGORIES, Fact.CONTENT_LANGUAGES, Fact.CONTENT_SENTIMENT);

    private static final int LOCKS = 64;

    /** Above this many changes it is cheaper, in memory above all, to stream all creators of an owner again. */
    private static final int MOST_CHANGES = 20_000;

    /** One creator in so many has to change before the file is written anew. */
    private static final int ROWS_FOR_A_CHANGE = 100;

    private static final Actor KEEPER = new Actor.System("catalogue-file", TeamId.CATALOGUE);
    private static final int WEIGHT = 10;

    private record State(Catalogue catalogue, CreatorFeed.Seen seen) {}

    private final JooqTransactions transactions;
    private final CreatorFeed feed;
    private final Cache<TeamId, State> states;
    private final int mostChanges;
    private final Optional<CatalogueFile> file;
    private final AtomicReference<Optional<CreatorFeed.Seen>> kept = new AtomicReference<>(Optional.empty());
    private final List<ReentrantLock> locks = IntStream.range(0, LOCKS).mapToObj(number -> new ReentrantLock()).toList();

    /**
     * Begins with nothing in memory.
     *
     * @param transactions of the role that serves the teams
     * @param mostOwnCreators how many creators of teams are kept in memory, at about 112 bytes each, more with content; the shared ones do
     *     not count
     */
    public JooqCatalogues(JooqTransactions transactions, long mostOwnCreators) {
        this(transactions, mostOwnCreators, MOST_CHANGES, Optional.empty());
    }

    /**
     * Begins with what was kept of the shared creators.
     *
     * @param transactions of the role that serves the teams
     * @param mostOwnCreators as above
     * @param file where they are kept
     */
    public JooqCatalogues(JooqTransactions transactions, long mostOwnCreators, CatalogueFile file) {
        this(transactions, mostOwnCreators, MOST_CHANGES, Optional.of(file));
    }

    JooqCatalogues(JooqTransactions transactions, long mostOwnCreators, int mostChanges, Optional<CatalogueFile> file) {
        this.transactions = transactions;
        this.mostChanges = mostChanges;
        this.file = file;
        this.feed = new CreatorFeed(FACTS, mostChanges);
        this.states = Caffeine.newBuilder()
                .maximumWeight(mostOwnCreators)
                .<TeamId, State>weigher((owner, state) -> owner.equals(TeamId.CATALOGUE) ? 0 : Math.max(100, state.catalogue().size()))
                .build();
    }

    @Override
    public Catalogue current(Actor actor) {
        TeamId team = actor.team();
        List<TeamId> owners = team.equals(TeamId.CATALOGUE) ? List.of(team) : List.of(TeamId.CATALOGUE, team);
        Map<TeamId, State> known = new LinkedHashMap<>();
        owners.forEach(owner -> known.put(owner, loaded(owner)));
        Map<TeamId, CreatorFeed.Seen> seen =
                known.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().seen()));
        Set<TeamId> changed = transactions.alone(team, sql -> CreatorFeed.changedOwners(sql, seen));
        changed.forEach(owner -> known.put(owner, caughtUp(owner, known.get(owner))));
        return known.values().stream().map(State::catalogue).reduce(Catalogue::with).orElseThrow();
    }

    /**
     * Keeps the shared catalogue in its file where that is missing, could not be used, or is behind by many changes; and reads it, when it
     * is not in memory yet. To be called from time to time.
     */
    public void keep() {
        current(KEEPER);
        State state = inMemory(TeamId.CATALOGUE).orElseThrow();
        int enough = Math.clamp(state.catalogue().size() / ROWS_FOR_A_CHANGE, 1, mostChanges / 2);
        Optional<HistoryMark> mark = transactions.reading(TeamId.CATALOGUE, sql -> kept.get()
                .filter(seen -> CreatorFeed.count(sql, TeamId.CATALOGUE, seen, enough) < enough)
                .map(seen -> Optional.<HistoryMark>empty()).orElseGet(() -> Optional.of(HistoryMark.now(sql))));
        mark.ifPresent(by -> file.ifPresent(to -> {
            if (to.keep(new CatalogueFile.Kept(state.catalogue(), state.seen(), by))) {
                kept.set(Optional.of(state.seen()));
            }
        }));
    }

    /** Whether the shared catalogue is in memory. */
    public boolean isLoaded() {
        return inMemory(TeamId.CATALOGUE).isPresent();
    }

    @Override
    public Health.Component check() {
        return isLoaded() ? new Health.Component("catalogue", WEIGHT, Health.Status.UP, "")
                : new Health.Component("catalogue", WEIGHT, Health.Status.DEGRADED, "the creators are being read; searches wait for that");
    }

    private State loaded(TeamId owner) {
        return inMemory(owner).orElseGet(() -> locked(owner, () -> inMemory(owner).orElseGet(() -> begun(owner))));
    }

    private State begun(TeamId owner) {
        Optional<CatalogueFile.Kept> known = file.filter(any -> owner.equals(TeamId.CATALOGUE)).flatMap(CatalogueFile::read);
        return read(owner, sql -> known.flatMap(found -> resumed(sql, found)).orElseGet(() -> load(sql, owner)));
    }

    private Optional<State> resumed(DSLContext sql, CatalogueFile.Kept found) {
        if (!found.mark().isPartOf(sql)) {
            LOG.info("the catalogue that was kept is of another store, or of a later state of this one; the creators are read anew");
            return Optional.empty();
        }
        kept.set(Optional.of(found.seen()));
        return Optional.of(next(sql, TeamId.CATALOGUE, new State(found.catalogue(), found.seen())));
    }

    /** Another thread may have caught up in the meantime, but perhaps not as far as this one has to see. */
    private State caughtUp(TeamId owner, State known) {
        return locked(owner, () -> {
            State before = inMemory(owner).orElse(known);
            return read(owner, sql -> next(sql, owner, before));
        });
    }

    private State read(TeamId owner, Function<DSLContext, State> work) {
        State state = transactions.reading(owner, work);
        states.put(owner, state);
        return state;
    }

    private State load(DSLContext sql, TeamId owner) {
        SegmentBuilder rows = new SegmentBuilder(owner);
        CreatorFeed.Seen seen = feed.all(sql, owner, creator -> rows.add(Candidate.of(creator)));
        return new State(Catalogue.of(version(seen), rows.build()), seen);
    }

    private State next(DSLContext sql, TeamId owner, State before) {
        List<Candidate> changed = new ArrayList<>();
        Optional<CreatorFeed.Changes> changes = feed.since(sql, owner, before.seen(), creator -> changed.add(Candidate.of(creator)));
        if (changes.isEmpty()) {
            return load(sql, owner);
        }
        Set<CreatorId> removed = changes.get().removed();
        if (changed.isEmpty() && removed.isEmpty()) {
            return before;
        }
        CreatorFeed.Seen seen = changes.get().seen();
        return new State(before.catalogue().changed(version(seen), changed, removed), seen);
    }

    private static CatalogueVersion version(CreatorFeed.Seen seen) {
        return CatalogueVersion.of(seen.sequence(), seen.at());
    }

    private Optional<State> inMemory(TeamId owner) {
        return Optional.ofNullable(states.getIfPresent(owner));
    }

    /** Who waits here holds no connection, so that who holds the lock gets one. */
    private <T> T locked(TeamId owner, Supplier<T> work) {
        ReentrantLock lock = locks.get(lock(owner));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    static int lock(TeamId owner) {
        return Math.floorMod(owner.hashCode(), LOCKS);
    }
}
