package io.tastemaker.application.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void pieces_come_in_order_and_none_is_read_behind_the_last() {
        List<Integer> pieces = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(read::incrementAndGet, piece -> piece == 5)) {
            while (!pieces.contains(5)) {
                pieces.add(ahead.next());
            }
        }
        assertThat(pieces).containsExactly(1, 2, 3, 4, 5);
        assertThat(read).hasValue(5);
    }

    @Test
    void the_next_piece_is_read_while_one_is_used() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        try (ReadAhead<Integer> ahead = new ReadAhead<>(() -> {
            second.countDown();
            return read.incrementAndGet();
        }, piece -> piece == 2)) {
            assertThat(ahead.next()).isEqualTo(1);
            second.await();
            assertThat(ahead.next()).isEqualTo(2);
        }
    }

    @Test
    void what_the_reader_throws_is_thrown_where_the_piece_is_asked_for() {
        UncheckedIOException broken = new UncheckedIOException(new IOException("the disk is gone"));
        try (ReadAhead<Integer> ahead = new ReadAhead<>(() -> {
            throw broken;
        }, piece -> true)) {
            assertThatThrownBy(ahead::next).isSameAs(broken);
        }
    }

    @Test
    void who_closes_it_early_waits_for_the_piece_that_is_being_read() {
        ReadAhead<Integer> ahead = new ReadAhead<>(read::incrementAndGet, piece -> false);
        ahead.next();
        ahead.close();
        assertThat(read).hasValue(2);
    }
}
