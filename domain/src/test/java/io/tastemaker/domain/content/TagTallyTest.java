package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagTallyTest {

    @Test
    void as_many_as_are_remembered_are_counted_exactly() {
        TagTally tally = new TagTally();
        IntStream.range(0, TagTally.MOST).forEach(i -> tally.add(List.of("tag" + i)));
        tally.add(List.of("tag7"));

        assertThat(tally.top(TagTally.MOST + 1, TagTally.MOST)).hasSize(TagTally.MOST).startsWith(new Share<>("tag7", 0, 2));
    }

    @Test
    void frequent_ones_are_counted_whole_among_any_number_of_rare_ones() {
        TagTally tally = new TagTally();
        for (int post = 0; post < 20_000; post++) {
            tally.add(List.of("each", "rare.a" + post, "rare.b" + post, "rare.c" + post, post % 10 == 0 ? "tenth" : "rare.d" + post));
        }

        assertThat(tally.top(2, 20_000)).containsExactly(new Share<>("each", 1, 20_000), new Share<>("tenth", 0.1, 2_000));
        assertThat(tally.top(Integer.MAX_VALUE, 20_000)).hasSizeLessThanOrEqualTo(TagTally.MOST);
    }

    @Test
    void those_that_are_equally_rare_are_forgotten_together() {
        TagTally tally = new TagTally();
        IntStream.rangeClosed(0, TagTally.MOST).forEach(i -> tally.add(List.of("tag" + i)));

        assertThat(tally.top(1, 1)).isEmpty();
    }
}
