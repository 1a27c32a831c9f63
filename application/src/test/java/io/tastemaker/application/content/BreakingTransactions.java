package io.tastemaker.application.content;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Transactions that go well, until one of those that write is told not to. */
final class BreakingTransactions implements Transactions {

    /** The process is killed: nothing that follows is done, not even what cleans up after faults. */
    static final class Killed extends Error {
        @Serial
        private static final long serialVersionUID = 1L;

        private Killed() {
            super("killed", null, false, false);
        }
    }

    /** When in a transaction the process is killed. */
    enum Moment { BEFORE_THE_COMMIT, AFTER_THE_COMMIT }

    private final InMemoryTransactions real;
    private int writes;
    private int fatal = -1;
    private Moment moment = Moment.BEFORE_THE_COMMIT;
    private int disturbed = -1;
    private Optional<Runnable> disturbance = Optional.empty();

    BreakingTransactions(InMemoryTransactions real) {
        this.real = real;
    }

    /** The process is killed at the write that comes after so many others from now on. */
    void killAfter(int others, Moment when) {
        fatal = writes + others;
        moment = when;
    }

    /** Something happens just before the write that comes after so many others from now on. */
    void disturbAfter(int others, Runnable what) {
        disturbed = writes + others;
        disturbance = Optional.of(what);
    }

    @Override
    public <T> T inTransaction(Actor actor, String action, Supplier<T> work) {
        int number = writes++;
        if (number == disturbed) {
            disturbance.ifPresent(Runnable::run);
        }
        T result = real.inTransaction(actor, action, () -> {
            T done = work.get();
            killIf(number == fatal && moment == Moment.BEFORE_THE_COMMIT);
            return done;
        });
        killIf(number == fatal);
        return result;
    }

    private static void killIf(boolean whether) {
        if (whether) {
            throw new Killed();
        }
    }

    @Override
    public void about(Subject subject, List<Change> changes) {
        real.about(subject, changes);
    }

    @Override
    public void refused(Subject subject) {
        real.refused(subject);
    }

    @Override
    public <T> T reading(Actor actor, Supplier<T> work) {
        return real.reading(actor, work);
    }
}
