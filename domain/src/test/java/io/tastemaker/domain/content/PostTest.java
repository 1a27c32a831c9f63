package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final TeamId TEAM = new TeamId(new UUID(7, 7));
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private static PostDraft draft(String caption, Optional<Long> likes, Map<String, String> raw) {
        return new PostDraft("k", Optional.empty(), Optional.empty(), caption,
                new Counts(likes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), raw);
    }

    private static Post post(PostDraft content, String source, Instant at) {
        return new Post(new PostId(new UUID(1, 1)), TEAM, TEAM, new CreatorId(new UUID(2, 2)), content, source, at);
    }

    @Test
    void a_later_observation_wins_and_leaves_open_what_it_does_not_say() {
        Post before = post(draft("Sea", Optional.of(5L), Map.of("a", "1", "b", "2")), "first", JUNE);

        Post after = before.learned(draft("", Optional.of(9L), Map.of("b", "3")), "second", JUNE.plusSeconds(1));

        assertThat(after).isEqualTo(post(draft("Sea", Optional.of(9L), Map.of("a", "1", "b", "3")), "second", JUNE.plusSeconds(1)));
    }

    @Test
    void an_earlier_observation_and_a_second_at_one_time_only_fill_gaps() {
        Post before = post(draft("Sea", Optional.empty(), Map.of("a", "1")), "first", JUNE);
        Post filled = post(draft("Sea", Optional.of(9L), Map.of("a", "1", "b", "3")), "first", JUNE);

        for (Duration later : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(999)}) {
            assertThat(before.learned(draft("Sky", Optional.of(9L), Map.of("a", "2", "b", "3")), "second", JUNE.plus(later)))
                    .isEqualTo(filled);
        }
        assertThat(filled.learned(draft("Sky", Optional.of(1L), Map.of()), "second", JUNE)).isSameAs(filled);
    }

    @Test
    void what_is_confirmed_later_is_known_as_of_then() {
        Post before = post(draft("Sea", Optional.of(5L), Map.of()), "first", JUNE);

        assertThat(before.learned(before.content(), "second", JUNE.plusSeconds(1))).isEqualTo(post(before.content(), "second",
                JUNE.plusSeconds(1)));
    }

    @Test
    void learning_twice_is_learning_once_and_two_times_may_come_in_either_order() {
        Random random = new Random(9);
        for (int round = 0; round < 2_000; round++) {
            PostDraft older = random(random);
            PostDraft newer = random(random);
            Post first = post(older, "older", JUNE);
            Post last = post(newer, "newer", JUNE.plusSeconds(1));

            Post learned = first.learned(newer, "newer", JUNE.plusSeconds(1));
            assertThat(learned).isEqualTo(last.learned(older, "older", JUNE));
            assertThat(learned.learned(newer, "newer", JUNE.plusSeconds(1))).isSameAs(learned);
            assertThat(learned.learned(older, "older", JUNE)).isSameAs(learned);
            assertThat(learned.content().key()).isEqualTo("k");
            assertThat(newer.contradicts(learned.content())).isFalse();
        }
    }

    private static PostDraft random(Random random) {
        Supplier<Optional<Long>> count = () -> random.nextBoolean() ? Optional.empty() : Optional.of(random.nextLong(3));
        return new PostDraft("k", random.nextBoolean() ? Optional.empty() : Optional.of("https://example.org/" + random.nextInt(2)),
                random.nextBoolean() ? Optional.empty() : Optional.of(JUNE.minusSeconds(random.nextInt(2))),
                random.nextBoolean() ? "" : "c" + random.nextInt(2),
                new Counts(count.get(), count.get(), count.get(), count.get(), count.get()),
                random.nextBoolean() ? Map.of() : Map.of("r" + random.nextInt(2), "v" + random.nextInt(2)));
    }

    @Test
    void drafts_contradict_each_other_where_both_say_something_and_not_the_same() {
        PostDraft sea = draft("Sea", Optional.of(5L), Map.of("a", "1"));

        assertThat(sea.contradicts(sea)).isFalse();
        assertThat(sea.contradicts(draft("", Optional.empty(), Map.of("a", "2")))).isFalse();
        assertThat(sea.contradicts(draft("Sky", Optional.of(5L), Map.of()))).isTrue();
        assertThat(sea.contradicts(draft("Sea", Optional.of(6L), Map.of()))).isTrue();
        PostDraft dated = new PostDraft("k", Optional.empty(), Optional.of(JUNE), "", Counts.UNKNOWN, Map.of());
        assertThat(dated.contradicts(new PostDraft("k", Optional.empty(), Optional.of(JUNE.plusSeconds(1)), "", Counts.UNKNOWN, Map.of())))
                .isTrue();
        assertThat(dated.contradicts(sea)).isFalse();
    }

    @Test
    void times_are_kept_in_microseconds() {
        PostDraft draft = new PostDraft("k", Optional.empty(), Optional.of(JUNE.plusNanos(1_999)), "", Counts.UNKNOWN, Map.of());

        assertThat(draft.postedAt()).contains(JUNE.plusNanos(1_000));
        assertThat(post(draft, "x", JUNE.plusNanos(1_999)).observedAt()).isEqualTo(JUNE.plusNanos(1_000));
    }

    @Test
    void a_post_has_a_key_counts_within_their_range_and_a_creator_that_its_owner_may_see() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PostDraft(" ", Optional.empty(), Optional.empty(), "", Counts.UNKNOWN,
                Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostDraft("k".repeat(201), Optional.empty(), Optional.empty(), "", Counts.UNKNOWN, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("", Optional.of(-1L), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("", Optional.of(Counts.MOST + 1), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Post(new PostId(new UUID(1, 1)), TEAM, new TeamId(new UUID(8, 8)),
                new CreatorId(new UUID(2, 2)), draft("", Optional.empty(), Map.of()), "x", JUNE));
        assertThat(new Post(new PostId(new UUID(1, 1)), TEAM, TeamId.CATALOGUE, new CreatorId(new UUID(2, 2)),
                draft("", Optional.empty(), Map.of()), "x", JUNE).creatorOwner()).isEqualTo(TeamId.CATALOGUE);
    }
}
