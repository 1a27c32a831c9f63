package io.tastemaker.adapters.integrations.content;

import java.time.Duration;

/** The passing of time while a call is under way; other than the clock, it never goes back. */
interface Pauses {

    /** As it really passes. */
    Pauses REAL = new Pauses() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void rest(Duration pause) throws InterruptedException {
            Thread.sleep(pause);
        }
    };

    /** Nanoseconds since some moment. */
    long nanos();

    /** Waits. */
    void rest(Duration pause) throws InterruptedException;
}
