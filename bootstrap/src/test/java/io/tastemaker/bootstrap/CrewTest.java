package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    @Test
    void who_finds_something_calls_the_others() throws Exception {
        AtomicInteger left = new AtomicInteger(20);
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch done = new CountDownLatch(20);
        try (Crew crew = new Crew("tests", 2, stopping -> {
            if (left.getAndDecrement() <= 0) {
                return FOR_EVER;
            }
            meet(both);
            done.countDown();
            return Duration.ZERO;
        })) {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void somebody_looks_while_the_step_of_another_takes_its_time() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Semaphore looks = new Semaphore(0);
        try (Crew crew = new Crew("tests", 2, stopping -> {
            if (first.getAndSet(false)) {
                await(end);
            }
            looks.release();
            return Duration.ofMillis(1);
        })) {
            boolean looked = looks.tryAcquire(10, 1, TimeUnit.MINUTES);
            end.countDown();
            assertThat(looked).isTrue();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
