package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.domain.shared.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from PostgreSQL whose creators changed, whoever changed them. PostgreSQL says it only to those who listen at that moment: so after
 * each new connection everything counts as changed, and when the line has been silent for too long nobody knows.
 */
public final class CreatorNews implements AutoCloseable {

    /** How long the line may be silent before it is tried: what is older than this and the time to try it cannot be unheard. */
    static final Duration BEAT = Duration.ofMillis(200);

    /** After this nobody relies on it, so that a change is seen within a second even when the line is dead. */
    static final Duration SILENCE = Duration.ofMillis(800);

    private static final Logger LOG = LoggerFactory.getLogger(CreatorNews.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final int CLOSE_WITHIN_SECONDS = 2;

    /** Owners share numbers: who is told of another's news looks once too often. */
    private final AtomicLongArray numbers = new AtomicLongArray(1_024);

    private final AtomicLong ofEverything = new AtomicLong();
    private final Callable<Connection> line;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread listener;
    private volatile boolean heardEver;
    private volatile long heardAt;

    /**
     * Listens from now on.
     *
     * @param database where creators are kept
     */
    public CreatorNews(Database database) {
        this(database::listening);
    }

    CreatorNews(Callable<Connection> line) {
        this.line = line;
        this.listener = Thread.ofPlatform().daemon().name("creator-news").start(this::listen);
    }

    /**
     * A number that grows with the news of an owner's creators.
     *
     * @param owner whose creators
     * @return the number; as long as it stays the same, nothing was committed later than a second ago that was not known before. Empty as long
     *     as the line is dead
     */
    public OptionalLong heard(TeamId owner) {
        boolean alive = heardEver && System.nanoTime() - heardAt < SILENCE.toNanos();
        return alive ? OptionalLong.of(ofEverything.get() + numbers.get(slot(owner))) : OptionalLong.empty();
    }

    /**
     * Says that something of an owner may have changed, ahead of what PostgreSQL will say.
     *
     * @param owner whose creators
     */
    public void mark(TeamId owner) {
        numbers.incrementAndGet(slot(owner));
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.join(TimeUnit.SECONDS.toMillis(CLOSE_WITHIN_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        boolean failing = false;
        while (closing.getCount() > 0) {
            try (Connection connection = line.call(); Statement statement = connection.createStatement()) {
                statement.execute("listen creators");
                ofEverything.incrementAndGet();
                heardEver = true;
                if (failing) {
                    LOG.info("Hearing again whose creators change");
                    failing = false;
                }
                hear(connection.unwrap(PGConnection.class), statement);
            } catch (Exception failure) {
                if (!failing) {
                    LOG.warn("Not hearing whose creators change; each search asks the store until that works again", failure);
                    failing = true;
                }
            }
            if (failing) {
                waitBeforeNextTry();
            }
        }
    }

    private void hear(PGConnection connection, Statement statement) throws SQLException {
        while (closing.getCount() > 0) {
            long asked = System.nanoTime();
            statement.execute("select 1");
            mark(connection.getNotifications());
            heardAt = asked;
            mark(connection.getNotifications((int) BEAT.toMillis()));
        }
    }

    /** What was said before the answer to a question comes with it, so the moment of asking is what is known for sure. */
    private void mark(PGNotification[] news) {
        if (news == null) {
            return;
        }
        for (PGNotification each : news) {
            owner(each.getParameter()).ifPresentOrElse(this::mark, ofEverything::incrementAndGet);
        }
    }

    /** Anybody who may connect may say anything here: what is not understood could mean everybody. */
    private static Optional<TeamId> owner(String said) {
        try {
            return Optional.of(TeamId.of(said));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private void waitBeforeNextTry() {
        try {
            closing.await(BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int slot(TeamId owner) {
        return Math.floorMod(owner.hashCode(), numbers.length());
    }
}
