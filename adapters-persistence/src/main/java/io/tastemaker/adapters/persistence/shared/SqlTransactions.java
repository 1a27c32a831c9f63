package io.tastemaker.adapters.persistence.shared;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.AUDIT_ENTRY;

import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;

/**
 * Transactions bound to the actor's team: the first statement sets {@code app.team_id} for the length of the transaction, and travels with BEGIN.
 * The repositories take their connection from here, so that none of them works outside a transaction.
 */
public abstract sealed class SqlTransactions implements Transactions permits JooqTransactions, JooqPlatformTransactions {

    private static final int MOST_TRIES = 3;

    private static final class Session {
        private final TeamId team;
        private final DSLContext sql;
        private final boolean recorded;
        private Optional<Subject> subject = Optional.empty();
        private boolean done;
        private List<Change> changes = List.of();

        Session(TeamId team, DSLContext sql, boolean recorded) {
            this.team = team;
            this.sql = sql;
            this.recorded = recorded;
        }
    }

    private final DataSource dataSource;
    private final Origin.Trail trail;
    private final Configuration configuration = Jooq.configuration();
    private final ThreadLocal<Session> session = new ThreadLocal<>();
    private final List<Consumer<TeamId>> afterDeeds = new CopyOnWriteArrayList<>();

    SqlTransactions(DataSource dataSource, Origin.Trail trail) {
        this.dataSource = dataSource;
        this.trail = trail;
    }

    @Override
    public <T> T inTransaction(Actor actor, String action, Supplier<T> work) {
        T done = tryingAgain(() -> bound(actor.team(), "", true, sql -> {
            T result = work.get();
            record(actor, action);
            return result;
        }));
        afterDeeds.forEach(listener -> listener.accept(actor.team()));
        return done;
    }

    /** Lets a listener know the team of each deed from now on, once the deed is committed and before anybody is told of it. */
    public void afterEachDeed(Consumer<TeamId> listener) {
        afterDeeds.add(listener);
    }

    /** The last statement before the commit: triggers number and chain the entry under a lock that all deeds of the team wait for. */
    private void record(Actor actor, String action) {
        Session deed = current();
        record(deed.sql, actor, deed.done ? action : action + REFUSED, deed.subject, deed.changes);
    }

    /** Records what a step across teams did in one of them, where the entry of its own team would tell that team nothing. */
    public void note(DSLContext sql, Actor actor, String action, Subject subject, List<Change> changes) {
        record(sql, actor, action, Optional.of(subject), changes);
    }

    private void record(DSLContext sql, Actor actor, String action, Optional<Subject> subject, List<Change> changes) {
        Origin origin = trail.current();
        sql.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.TEAM_ID, actor.team())
                .set(AUDIT_ENTRY.ACTOR, actor.label())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_TYPE, subject.map(Subject::type).orElse(null))
                .set(AUDIT_ENTRY.SUBJECT_ID, subject.map(Subject::id).orElse(null))
                .set(AUDIT_ENTRY.CHANGES, ChangesJson.write(changes))
                .set(AUDIT_ENTRY.REQUEST_ID, origin.requestId().orElse(null))
                .set(AUDIT_ENTRY.ADDRESS, origin.address().orElse(null))
                .execute();
    }

    @Override
    public void about(Subject subject, List<Change> changes) {
        describe(subject, changes, true);
    }

    @Override
    public void refused(Subject subject) {
        describe(subject, List.of(), false);
    }

    private void describe(Subject subject, List<Change> changes, boolean done) {
        Session deed = current();
        if (!deed.recorded) {
            throw new IllegalStateException("this transaction leaves no entry");
        }
        deed.subject = Optional.of(subject);
        deed.done = done;
        deed.changes = List.copyOf(changes);
    }

    @Override
    public <T> T reading(Actor actor, Supplier<T> work) {
        return reading(actor.team(), sql -> work.get());
    }

    /** Reads for a team, on one consistent state. */
    public <T> T reading(TeamId team, Function<DSLContext, T> work) {
        return tryingAgain(() -> bound(team, "set transaction isolation level repeatable read, read only; ", false, work));
    }

    /** Runs a step for a team that is a transaction of its own and no deed of an actor. */
    public <T> T alone(TeamId team, Function<DSLContext, T> step) {
        return tryingAgain(() -> bound(team, "", false, step));
    }

    /** Whether this thread is in a transaction of this kind. */
    public boolean isOpen() {
        return session.get() != null;
    }

    /** The connection of this thread's transaction. */
    public DSLContext sql() {
        return current().sql;
    }

    /** The team of this thread's transaction. */
    public TeamId team() {
        return current().team;
    }

    /** Lets a listener watch, change or break the statements of all transactions that begin from now on. */
    void listen(ExecuteListener listener) {
        configuration.set(listener);
    }

    private Session current() {
        Session current = session.get();
        if (current == null) {
            throw new IllegalStateException("not in a transaction");
        }
        return current;
    }

    private <T> T bound(TeamId team, String mode, boolean recorded, Function<DSLContext, T> work) {
        if (session.get() != null) {
            throw new IllegalStateException("transactions do not nest");
        }
        try (Connection connection = dataSource.getConnection()) {
            try {
                try (Statement first = connection.createStatement()) {
                    first.execute(mode + "select set_config('app.team_id', '" + team.value() + "', true)");
                }
                session.set(new Session(team, Jooq.on(connection, configuration), recorded));
                T result = work.apply(sql());
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                session.remove();
            }
        } catch (SQLException failure) {
            throw new DataAccessException("the transaction failed", failure);
        }
    }

    static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failure.addSuppressed(lost); // the server rolls back by itself when the connection is gone
        }
    }

    private static <T> T tryingAgain(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == MOST_TRIES || !Failures.isWorthAnotherTry(failure)) {
                    throw Failures.translated(failure);
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 30L << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
