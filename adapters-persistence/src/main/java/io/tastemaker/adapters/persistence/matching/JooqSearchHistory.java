package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.adapters.persistence.generated.matching.Tables.PAST_SEARCH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history in PostgreSQL. Notes are written a moment later and many at a time, so that a search does not wait for them. */
public final class JooqSearchHistory implements SearchHistory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JooqSearchHistory.class);
    private static final int MOST_WAITING = 1_000;
    private static final long MOMENT_MILLIS = 100;

    private record Note(TeamId team, String holder, Past past) {}

    private final JooqTransactions transactions;
    private final BlockingQueue<Note> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Semaphore arrived = new Semaphore(0);
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread writer;

    /** Begins to wait for notes; close it before the store. */
    public JooqSearchHistory(JooqTransactions transactions) {
        this.transactions = transactions;
        this.writer = Thread.ofVirtual().name("search-history").start(this::writeForever);
    }

    @Override
    public void note(TeamId team, String holder, Past past) {
        Note note = new Note(team, holder, past);
        while (!waiting.offer(note)) {
            writeWaiting();
        }
        arrived.release();
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
            waiting.removeIf(note -> note.team().equals(team) && note.holder().equals(holder));
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
                Thread.sleep(MOMENT_MILLIS);
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
            List<Note> notes = new ArrayList<>();
            waiting.drainTo(notes);
            write(notes);
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
        return sql.insertInto(PAST_SEARCH, PAST_SEARCH.TEAM_ID, PAST_SEARCH.ID, PAST_SEARCH.HOLDER, PAST_SEARCH.QUESTION,
                        PAST_SEARCH.RANKING_ID, PAST_SEARCH.TOTAL, PAST_SEARCH.AT)
                .valuesOfRows(notes.stream().map(note -> row(note.team(), note.past().id(), note.holder(), note.past().question(),
                        note.past().ranking(), note.past().total(), note.past().at())).toList())
                .execute();
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
