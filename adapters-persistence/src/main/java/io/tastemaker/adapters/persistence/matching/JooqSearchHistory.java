package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.adapters.persistence.generated.matching.Tables.PAST_SEARCH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in PostgreSQL. Notes are written a moment later and many at a time, so that a search does not wait for them; who puts the
 * same question many times within that moment has put it once.
 */
public final class JooqSearchHistory implements SearchHistory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JooqSearchHistory.class);
    private static final int MOST_WAITING = 1_000;
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final String ADD = """
            insert into {0} (team_id, id, holder, question, ranking_id, total, at)
            select {1}, sent.* from unnest({2}, {3}, {4}, {5}, {6}, {7}::timestamptz[]) as sent""";

    private record Asked(TeamId team, String holder, RankingId ranking) {}

    private record Note(TeamId team, String holder, Past past) {}

    private final JooqTransactions transactions;
    private final Duration moment;
    private final Map<Asked, Note> waiting = new ConcurrentHashMap<>();
    private final Semaphore arrived = new Semaphore(0);
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread writer;

    /** Begins to wait for notes; close it before the store. */
    public JooqSearchHistory(JooqTransactions transactions) {
        this(transactions, MOMENT);
    }

    JooqSearchHistory(JooqTransactions transactions, Duration moment) {
        this.transactions = transactions;
        this.moment = moment;
        this.writer = Thread.ofVirtual().name("search-history").start(this::writeForever);
    }

    @Override
    public void note(TeamId team, String holder, Past past) {
        waiting.put(new Asked(team, holder, past.ranking()), new Note(team, holder, past));
        if (waiting.size() > MOST_WAITING) {
            writeWaiting();
        } else {
            arrived.release();
        }
    }

    @Override
    public Page<Past> of(TeamId team, String holder, PageRequest page) {
        writeWaiting();
        return transactions.reading(team, sql -> page(sql, own(team, holder), page));
    }

    @Override
    public void forget(String holder) {
        TeamId team = transactions.team();
        writing.lock();
        try {
            waiting.values().removeIf(note -> note.team().equals(team) && note.holder().equals(holder));
        } finally {
            writing.unlock();
        }
        transactions.sql().deleteFrom(PAST_SEARCH).where(own(team, holder)).execute();
    }

    @Override
    public void close() {
        writer.interrupt();
        writeWaiting();
    }

    private void writeForever() {
        try {
            while (true) {
                arrived.acquire();
                Thread.sleep(moment);
                arrived.drainPermits();
                writeWaiting();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeWaiting() {
        writing.lock();
        try {
            write(waiting.keySet().stream().map(waiting::remove).filter(Objects::nonNull).toList());
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Note> notes) {
        Map<TeamId, List<Note>> byTeam = notes.stream().collect(Collectors.groupingBy(Note::team));
        byTeam.forEach((team, own) -> {
            try {
                transactions.alone(team, sql -> insert(sql, own));
            } catch (RuntimeException failure) {
                LOG.warn("{} questions are missing in a search history", own.size(), failure);
            }
        });
    }

    private static int insert(DSLContext sql, List<Note> notes) {
        List<Past> asked = notes.stream().map(Note::past).toList();
        return sql.execute(ADD, PAST_SEARCH,
                DSL.val(notes.getFirst().team().value()),
                DSL.val(asked.stream().map(Past::id).toArray(UUID[]::new)),
                DSL.val(notes.stream().map(Note::holder).toArray(String[]::new)),
                DSL.val(asked.stream().map(Past::question).toArray(String[]::new)),
                DSL.val(asked.stream().map(past -> past.ranking().value()).toArray(String[]::new)),
                DSL.val(asked.stream().map(Past::total).toArray(Integer[]::new)),
                DSL.val(asked.stream().map(past -> past.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new)));
    }

    private static Page<Past> page(DSLContext sql, Condition own, PageRequest page) {
        Condition wanted = own;
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(PAST_SEARCH.AT, PAST_SEARCH.ID).lt(after.time(), after.id()));
        }
        List<Past> found = sql.select(PAST_SEARCH.ID, PAST_SEARCH.QUESTION, PAST_SEARCH.RANKING_ID, PAST_SEARCH.TOTAL, PAST_SEARCH.AT)
                .from(PAST_SEARCH)
                .where(wanted)
                .orderBy(PAST_SEARCH.AT.desc(), PAST_SEARCH.ID.desc())
                .limit(page.limit() + 1)
                .fetch(mapping(Past::new));
        return Page.of(found, page.limit(), last -> new Position(last.at(), last.id()).toString());
    }

    private static Condition own(TeamId team, String holder) {
        return PAST_SEARCH.TEAM_ID.eq(team).and(PAST_SEARCH.HOLDER.eq(holder));
    }
}
