package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.FallbackReason;
import java.util.Optional;

/** Ends a piece of work before it is done, from another thread; inside a library, by what the library has for that. */
final class Stop {

    private boolean stopped;
    private Optional<Runnable> underWay = Optional.empty();

    /** From now on, this ends what is under way; if it is to end already, at once. */
    synchronized void begin(Runnable end) {
        underWay = Optional.of(end);
        if (stopped) {
            end.run();
        }
    }

    /** Nothing is under way any more. */
    synchronized void end() {
        underWay = Optional.empty();
    }

    /** The work is to end. */
    synchronized void now() {
        stopped = true;
        underWay.ifPresent(Runnable::run);
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    void check() throws NoLogits {
        if (isStopped()) {
            throw new NoLogits(FallbackReason.TIMEOUT);
        }
    }
}
