package io.tastemaker.application.shared.out;

import io.tastemaker.application.shared.Origin;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Transactions of the in-memory adapters: one after the other, bound to a team, undone when the work throws. They are those of the
 * platform too, since rows in memory have no policies.
 * The adapters keep their rows in {@link Table}s made here.
 */
public final class InMemoryTransactions implements PlatformTransactions {

    /**
     * A write that was committed.
     *
     * @param actor who acted
     * @param action what was done, or refused
     * @param subject what it was about, if that was said
     * @param changes what it changed, field by field
     * @param origin where the work came from
     */
    public record Done(Actor actor, String action, Optional<Subject> subject, List<Change> changes, Origin origin) {}

    private static final class Open {
        private final TeamId team;
        private final boolean writable;
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private Optional<Subject> subject = Optional.empty();
        private boolean done;
        private List<Change> changes = List.of();

        Open(TeamId team, boolean writable) {
            this.team = team;
            this.writable = writable;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final ThreadLocal<Open> open = new ThreadLocal<>();
    private final List<Done> done = new ArrayList<>();
    private final Origin.Trail trail;

    /** Transactions whose work comes from nowhere. */
    public InMemoryTransactions() {
        this(new Origin.Trail());
    }

    /** Transactions that read off the trail where their work came from. */
    public InMemoryTransactions(Origin.Trail trail) {
        this.trail = trail;
    }

    @Override
    public <T> T inTransaction(Actor actor, String action, Supplier<T> work) {
        Open transaction = new Open(actor.team(), true);
        return within(transaction, () -> {
            T result = work.get();
            done.add(new Done(actor, transaction.done ? action : action + REFUSED, transaction.subject, transaction.changes, trail.current()));
            return result;
        });
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
        Open transaction = current();
        if (!transaction.writable) {
            throw new IllegalStateException("this transaction only reads");
        }
        transaction.subject = Optional.of(subject);
        transaction.done = done;
        transaction.changes = List.copyOf(changes);
    }

    @Override
    public <T> T reading(Actor actor, Supplier<T> work) {
        return within(new Open(actor.team(), false), work);
    }

    /** The writes that were committed, the oldest first. */
    public List<Done> done() {
        return alone(() -> List.copyOf(done));
    }

    /** The team this thread's transaction is bound to. */
    public TeamId team() {
        return current().team;
    }

    private Open current() {
        Open transaction = open.get();
        if (transaction == null) {
            throw new IllegalStateException("not in a transaction");
        }
        return transaction;
    }

    /** Runs what works across teams, as a step of its own that is never undone. */
    public <T> T alone(Supplier<T> step) {
        Open transaction = open.get();
        open.remove();
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
            if (transaction != null) {
                open.set(transaction);
            }
        }
    }

    /** The same for what must not run while a transaction is open. */
    public <T> T apart(Supplier<T> step) {
        if (open.get() != null) {
            throw new IllegalStateException("this runs outside any transaction");
        }
        return alone(step);
    }

    /** Runs a step as part of this thread's transaction; when there is none, as a step of its own. */
    public <T> T joined(Supplier<T> step) {
        return open.get() == null ? alone(step) : step.get();
    }

    /** New rows that roll back together with all others of these transactions. */
    public <K, V> Table<K, V> table() {
        return new Table<>();
    }

    private <T> T within(Open transaction, Supplier<T> work) {
        if (open.get() != null) {
            throw new IllegalStateException("transactions do not nest");
        }
        lock.lock();
        open.set(transaction);
        try {
            return work.get();
        } catch (RuntimeException | Error failure) {
            transaction.undo.forEach(Runnable::run);
            throw failure;
        } finally {
            open.remove();
            lock.unlock();
        }
    }

    /** Rows by key. Values must be immutable. */
    public final class Table<K, V> {

        private final Map<K, V> rows = new LinkedHashMap<>();

        private Table() {}

        public Optional<V> get(K key) {
            return Optional.ofNullable(rows.get(key));
        }

        public void put(K key, V row) {
            noteUndo(key);
            rows.put(key, row);
        }

        public void remove(K key) {
            noteUndo(key);
            rows.remove(key);
        }

        public Stream<V> rows() {
            return List.copyOf(rows.values()).stream();
        }

        public int size() {
            return rows.size();
        }

        private void noteUndo(K key) {
            Open transaction = open.get();
            if (transaction == null) {
                return;
            }
            if (!transaction.writable) {
                throw new IllegalStateException("this transaction only reads");
            }
            V before = rows.get(key);
            transaction.undo.push(before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
        }
    }
}
