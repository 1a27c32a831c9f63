package io.tastemaker.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {

    @Test
    void places_at_the_end_follow_each_other() {
        List<OrderKey> first = OrderKey.after(Optional.empty(), 5_000);
        List<OrderKey> more = OrderKey.after(Optional.of(first.getLast()), 3);

        List<OrderKey> all = new ArrayList<>(first);
        all.addAll(more);
        assertThat(all).isSorted().doesNotHaveDuplicates().hasSize(5_003).allMatch(key -> key.text().length() == 8);
        assertThat(OrderKey.after(Optional.empty(), 0)).isEmpty();
    }

    @Test
    void wherever_something_is_moved_there_is_room_and_the_order_stays() {
        for (long seed = 1; seed <= 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<OrderKey> keys = new ArrayList<>(OrderKey.after(Optional.empty(), 3));
            for (int move = 0; move < 2_000; move++) {
                int gap = random.nextInt(keys.size() + 1);
                keys.add(gap, between(keys, gap));
            }
            assertThat(keys).as("seed " + seed).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void things_that_are_put_first_again_and_again_take_no_longer_keys() {
        List<OrderKey> keys = new ArrayList<>(OrderKey.after(Optional.empty(), 1));
        for (int move = 0; move < 10_000; move++) {
            keys.add(0, between(keys, 0));
        }
        assertThat(keys).isSorted().allMatch(key -> key.text().length() == 8);
    }

    @Test
    void a_key_is_too_long_only_after_hundreds_of_moves_into_one_gap() {
        List<OrderKey> keys = new ArrayList<>(OrderKey.after(Optional.empty(), 2));
        int moves = 0;
        while (!keys.get(1).isTooLong()) {
            keys.add(1, between(keys, 1));
            moves++;
        }
        assertThat(moves).isGreaterThan(250);
        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void there_is_room_between_a_place_and_the_one_that_follows_it_closely() {
        for (String[] pair : new String[][] {{"i0000001", "i00000011"}, {"i0000001", "i00000010001"}, {"i0000001z", "i0000002"},
                {"i0000001zzz", "i0000002"}, {"00000000", "00000001"}, {"i00000014", "i00000015"}}) {
            OrderKey low = new OrderKey(pair[0]);
            OrderKey high = new OrderKey(pair[1]);
            OrderKey middle = OrderKey.between(Optional.of(low), Optional.of(high));
            assertThat(List.of(low, middle, high)).as(pair[0] + " " + pair[1]).isSorted().doesNotHaveDuplicates();
        }
        assertThat(OrderKey.between(Optional.empty(), Optional.of(new OrderKey("000000001")))).isLessThan(new OrderKey("000000001"));
    }

    @Test
    void nothing_is_between_a_place_and_itself_or_one_before_it() {
        OrderKey key = new OrderKey("i0000001");
        assertThatThrownBy(() -> OrderKey.between(Optional.of(key), Optional.of(key))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderKey.between(Optional.of(key), Optional.of(new OrderKey("i0000000"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i", "i000000", "i00000010", "I0000001", "i000 001", "i0000001é"})
    void other_texts_are_no_places(String text) {
        assertThatThrownBy(() -> new OrderKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderKey between(List<OrderKey> keys, int gap) {
        Optional<OrderKey> before = gap == 0 ? Optional.empty() : Optional.of(keys.get(gap - 1));
        Optional<OrderKey> after = gap == keys.size() ? Optional.empty() : Optional.of(keys.get(gap));
        return OrderKey.between(before, after);
    }
}
