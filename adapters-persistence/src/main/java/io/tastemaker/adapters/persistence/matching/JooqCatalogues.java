package io.tastemaker.adapters.persistence.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.creators.CreatorFeed;
import io.tastemaker.adapters.persistence.shared.HistoryMark;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.Texts;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catalogues in memory, kept current by asking PostgreSQL what changed: before each use, or only when there is news. The shared creators
 * stay in memory, those of teams only as long as there is room for them.
 */
public final class JooqCatalogues implements Catalogues, HealthProbe {

    private static final Logger LOG = LoggerFactory.getLogger(JooqCatalogues.class);

    private static final int LOCKS = 64;

    /** Above this many changes it is cheaper, in memory above all, to stream all creators of an owner again. */
    private static final int MOST_CHANGES = 20_000;

    /** One creator in so many has to change before the file is written anew. */
    private static final int ROWS_FOR_A_CHANGE = 100;

    private static final Actor KEEPER = new Actor.System("catalogue-file", TeamId.CATALOGUE);
    private static final int WEIGHT = 10;

    private static final int BYTES_OF_A_CREATOR = 130;

    /** From so many creators on it is felt when all that is kept of rankings and pages is worth nothing any more. */
    private static final int LARGE = 20_000;

    /** Half of the second within which a change is to be seen. */
    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

    /**
     * An owner's creators, how far that is, the news that had been heard before they were read, and what they say only when somebody has
     * asked for it.
     */
    private record State(Catalogue catalogue, CreatorFeed.Seen seen, OptionalLong heard, Optional<TextIndex.View> texts) {
        static State of(Catalogue catalogue, CreatorFeed.Seen seen) {
            return new State(catalogue, seen, OptionalLong.empty(), Optional.empty());
        }

        State knowing(OptionalLong news) {
            return new State(catalogue, seen, news, texts);
        }

        State saying(Optional<TextIndex.View> said) {
            return new State(catalogue, seen, heard, said);
        }

        /** How many creators without texts would take as much memory. */
        int creators() {
            return Math.toIntExact(catalogue.size() + texts.map(TextIndex.View::bytes).orElse(0L) / BYTES_OF_A_CREATOR);
        }
    }

    private final JooqTransactions transactions;
    private final Function<TeamId, OptionalLong> news;
    private final CreatorFeed feed;
    private final Cache<TeamId, State> states;
    private final int mostChanges;
    private final Optional<CatalogueFile> file;
    private final AtomicReference<Optional<CreatorFeed.Seen>> kept = new AtomicReference<>(Optional.empty());
    /** Whether shared creators were removed since the file was written. */
    private final AtomicBoolean someAreGone = new AtomicBoolean();
    private final List<ReentrantLock> locks = locks();
    /** Held while texts are read for the first time; the other locks are taken within these, never the other way round. */
    private final List<ReentrantLock> textLocks = locks();
    private final int large;
    private final LongSupplier nanos;
    /** When somebody last began to catch up with the creators of an owner who has many. */
    private final Map<TeamId, AtomicLong> looks = new ConcurrentHashMap<>();

    /**
     * Begins with nothing in memory.
     *
     * @param transactions of the role that serves the teams
     * @param news the number of the latest news of an owner's creators; as long as it is the same, nothing has changed. Empty when it is
     *     not known whether there is news, so that the store has to be asked
     * @param mostOwnCreators how many creators of teams are kept in memory, at about 130 bytes each, more with content and pictures, and as
     *     much more as their texts take once somebody has searched in them; the shared ones do not count
     */
    public JooqCatalogues(JooqTransactions transactions, Function<TeamId, OptionalLong> news, long mostOwnCreators) {
        this(transactions, news, Optional.empty(), mostOwnCreators, MOST_CHANGES);
    }

    /**
     * Begins with nothing in memory, and asks the store before each use.
     *
     * @param transactions of the role that serves the teams
     * @param mostOwnCreators how many creators of teams are kept in memory
     */
    public JooqCatalogues(JooqTransactions transactions, long mostOwnCreators) {
        this(transactions, owner -> OptionalLong.empty(), mostOwnCreators);
    }

    /**
     * Begins with what was kept of the shared creators.
     *
     * @param transactions of the role that serves the teams
     * @param news as above
     * @param file where the shared creators are kept
     * @param mostOwnCreators how many creators of teams are kept in memory
     */
    public JooqCatalogues(JooqTransactions transactions, Function<TeamId, OptionalLong> news, CatalogueFile file, long mostOwnCreators) {
        this(transactions, news, Optional.of(file), mostOwnCreators, MOST_CHANGES);
    }

    JooqCatalogues(JooqTransactions transactions, Function<TeamId, OptionalLong> news, Optional<CatalogueFile> file, long mostOwnCreators,
            int mostChanges) {
        this(transactions, news, file, mostOwnCreators, mostChanges, LARGE, System::nanoTime);
    }

    JooqCatalogues(JooqTransactions transactions, Function<TeamId, OptionalLong> news, Optional<CatalogueFile> file, long mostOwnCreators,
            int mostChanges, int large, LongSupplier nanos) {
        this.large = large;
        this.nanos = nanos;
        this.transactions = transactions;
        this.news = news;
        this.file = file;
        this.mostChanges = mostChanges;
        this.feed = new CreatorFeed(Candidate.FACTS, mostChanges);
        this.states = Caffeine.newBuilder().executor(Runnable::run)
                .maximumWeight(mostOwnCreators)
                .<TeamId, State>weigher((owner, state) -> owner.equals(TeamId.CATALOGUE) ? 0 : Math.max(100, state.creators()))
                .build();
    }

    private static List<ReentrantLock> locks() {
        return IntStream.range(0, LOCKS).mapToObj(number -> new ReentrantLock()).toList();
    }

    @Override
    public Catalogue current(Actor actor) {
        return together(current(actor.team(), this::loaded));
    }

    @Override
    public Texts texts(Actor actor) {
        List<State> states = current(actor.team(), owner -> withTexts(owner, loaded(owner)));
        return new IndexedTexts(together(states), states.stream().map(state -> state.texts().orElseThrow()).toList());
    }

    private static Catalogue together(List<State> states) {
        Catalogue all = states.getFirst().catalogue();
        for (State own : states.subList(1, states.size())) {
            all = all.with(own.catalogue());
        }
        return all;
    }

    private List<State> current(TeamId team, Function<TeamId, State> loaded) {
        List<TeamId> owners = team.equals(TeamId.CATALOGUE) ? List.of(team) : List.of(TeamId.CATALOGUE, team);
        Map<TeamId, State> known = new LinkedHashMap<>();
        Map<TeamId, OptionalLong> unsure = new LinkedHashMap<>();
        for (TeamId owner : owners) {
            OptionalLong heard = news.apply(owner);
            State state = loaded.apply(owner);
            known.put(owner, state);
            if (heard.isEmpty() || !heard.equals(state.heard()) && !isFreshEnough(owner, state)) {
                unsure.put(owner, heard);
            }
        }
        if (!unsure.isEmpty()) {
            known.putAll(caughtUp(team, known, unsure));
        }
        return List.copyOf(known.values());
    }

    /**
     * While a large catalogue changes all the time, as during an import, one search in half a second catches up with it, and the others
     * use what is known: else each would wait for the store, and nothing that is kept would ever be used again. After a pause the first
     * search sees all that was committed.
     */
    private boolean isFreshEnough(TeamId owner, State state) {
        if (state.catalogue().size() < large) {
            return false;
        }
        long now = nanos.getAsLong();
        AtomicLong last = looks.computeIfAbsent(owner, first -> new AtomicLong(now - BETWEEN_LOOKS));
        long before = last.get();
        return now - before < BETWEEN_LOOKS || !last.compareAndSet(before, now);
    }

    private Map<TeamId, State> caughtUp(TeamId team, Map<TeamId, State> known, Map<TeamId, OptionalLong> unsure) {
        Map<TeamId, CreatorFeed.Seen> seen =
                unsure.keySet().stream().collect(Collectors.toMap(Function.identity(), owner -> known.get(owner).seen()));
        Set<TeamId> changed = transactions.alone(team, sql -> CreatorFeed.changedOwners(sql, seen));
        Map<TeamId, State> now = new LinkedHashMap<>();
        unsure.forEach((owner, heard) ->
                now.put(owner, changed.contains(owner) ? caughtUp(owner, known.get(owner)) : unchanged(owner, known.get(owner), heard)));
        return now;
    }

    /** Remembers that this news was no news, unless another thread has seen more meanwhile. */
    private State unchanged(TeamId owner, State state, OptionalLong heard) {
        State sure = state.knowing(heard);
        states.asMap().replace(owner, state, sure);
        return sure;
    }

    /**
     * Keeps the shared catalogue in its file where that is missing, could not be used, is behind by many changes, or tells of creators that
     * were removed; and reads it, when it is not in memory yet. To be called from time to time.
     */
    public void keep() {
        current(KEEPER);
        State state = inMemory(TeamId.CATALOGUE).orElseThrow();
        boolean tellsOfTheGone = someAreGone.getAndSet(false);
        int enough = Math.clamp(state.catalogue().size() / ROWS_FOR_A_CHANGE, 1, mostChanges / 2);
        Optional<HistoryMark> now = transactions.reading(TeamId.CATALOGUE,
                sql -> tellsOfTheGone || isBehind(sql, enough) ? Optional.of(HistoryMark.now(sql)) : Optional.empty());
        now.ifPresent(mark -> file.ifPresent(place -> {
            if (place.keep(new CatalogueFile.Kept(state.catalogue(), state.seen(), mark))) {
                kept.set(Optional.of(state.seen()));
            } else if (tellsOfTheGone) {
                someAreGone.set(true);
            }
        }));
    }

    private boolean isBehind(DSLContext sql, int enough) {
        return kept.get().map(seen -> CreatorFeed.count(sql, TeamId.CATALOGUE, seen, enough) >= enough).orElse(true);
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
        return Optional.of(next(sql, TeamId.CATALOGUE, State.of(found.catalogue(), found.seen())));
    }

    /** Reads all texts while the others rank by facts as before; then both are brought to the same state. */
    private State withTexts(TeamId owner, State known) {
        if (known.texts().isPresent()) {
            return known;
        }
        return locked(textLocks, owner, () -> {
            State before = inMemory(owner).orElse(known);
            if (before.texts().isPresent()) {
                return before;
            }
            TextIndex.View texts = transactions.reading(owner, sql -> TextIndex.of(sql, owner));
            return locked(owner, () -> {
                State meanwhile = inMemory(owner).orElse(before);
                return read(owner, sql -> next(sql, owner, meanwhile.saying(Optional.of(texts))));
            });
        });
    }

    /** Another thread may have caught up in the meantime, but perhaps not as far as this one has to see. */
    private State caughtUp(TeamId owner, State known) {
        return locked(owner, () -> {
            State before = inMemory(owner).filter(state -> state.texts().isPresent() || known.texts().isEmpty()).orElse(known);
            return read(owner, sql -> next(sql, owner, before));
        });
    }

    private State read(TeamId owner, Function<DSLContext, State> work) {
        OptionalLong heard = news.apply(owner);
        State state = transactions.reading(owner, work).knowing(heard);
        states.put(owner, state);
        return state;
    }

    private State load(DSLContext sql, TeamId owner) {
        SegmentBuilder rows = new SegmentBuilder(owner);
        CreatorFeed.Seen seen = feed.all(sql, owner, creator -> rows.add(Candidate.of(creator)));
        return State.of(Catalogue.of(version(seen), rows.build()), seen);
    }

    private State next(DSLContext sql, TeamId owner, State before) {
        List<Candidate> changed = new ArrayList<>();
        Optional<CreatorFeed.Changes> changes = feed.since(sql, owner, before.seen(), creator -> changed.add(Candidate.of(creator)));
        Optional<TextIndex.View> texts = before.texts().map(view -> view.at(sql));
        if (changes.isEmpty()) {
            return load(sql, owner).saying(texts);
        }
        Set<CreatorId> removed = changes.get().removed();
        CreatorFeed.Seen seen = changes.get().seen();
        if (changed.isEmpty() && removed.isEmpty() && !changes.get().retold()) {
            return before.saying(texts);
        }
        if (owner.equals(TeamId.CATALOGUE) && !removed.isEmpty()) {
            someAreGone.set(true);
        }
        return State.of(before.catalogue().changed(version(seen), changed, removed), seen).saying(texts);
    }

    private static CatalogueVersion version(CreatorFeed.Seen seen) {
        return CatalogueVersion.of(seen.sequence(), seen.at());
    }

    private Optional<State> inMemory(TeamId owner) {
        return Optional.ofNullable(states.getIfPresent(owner));
    }

    /** Who waits here holds no connection, so that who holds the lock gets one. */
    private <T> T locked(TeamId owner, Supplier<T> work) {
        return locked(locks, owner, work);
    }

    private static <T> T locked(List<ReentrantLock> locks, TeamId owner, Supplier<T> work) {
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
