package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Observed.Kind;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void an_unknown_fact_is_learned_even_from_an_older_source() {
        Facts merged = followers(100, "b", JUNE).mergedWith(name("Ana", "a", MAY));

        assertThat(merged.value(Fact.FOLLOWERS)).contains(100L);
        assertThat(merged.value(Fact.NAME)).contains("Ana");
    }

    @Test
    void the_newer_of_two_different_values_wins_in_either_order() {
        Facts older = followers(100, "a", MAY);
        Facts newer = followers(200, "b", JUNE);

        assertThat(older.mergedWith(newer).value(Fact.FOLLOWERS)).contains(200L);
        assertThat(newer.mergedWith(older).value(Fact.FOLLOWERS)).contains(200L);
    }

    @Test
    void a_confirmed_value_is_known_as_of_the_later_time() {
        Facts confirmed = followers(100, "a", MAY).mergedWith(followers(100, "c", JUNE));

        assertThat(confirmed.get(Fact.FOLLOWERS)).contains(observed(100L, "c", JUNE));
        assertThat(confirmed.agreesWith(followers(100, "a", MAY))).isTrue();
        assertThat(confirmed.mergedWith(followers(90, "b", MAY.plusSeconds(1))).value(Fact.FOLLOWERS)).contains(100L);
    }

    @Test
    void at_one_time_the_first_that_came_stays() {
        Facts first = followers(100, "a", MAY);

        assertThat(first.mergedWith(followers(200, "a", MAY))).isSameAs(first);
        assertThat(first.mergedWith(followers(200, "b", MAY))).isSameAs(first);
    }

    @Test
    void no_count_is_so_large_that_sums_overflow() {
        assertThatIllegalArgumentException().isThrownBy(() -> followers(Fact.MOST_COUNT + 1, "a", MAY));
        assertThatIllegalArgumentException().isThrownBy(() -> followers(-1, "a", MAY));
        Facts huge = followers(1, "a", MAY).with(Fact.AVERAGE_LIKES, observed(Fact.MOST_COUNT, "a", MAY))
                .with(Fact.AVERAGE_COMMENTS, observed(Fact.MOST_COUNT, "a", MAY));
        assertThat(creator(huge).engagementRate()).map(Observed::value).contains(new EngagementRate(1_000_000_000));
    }

    @Test
    void reading_the_same_source_twice_ends_where_reading_it_once_did() {
        Facts rows = followers(100, "a", MAY).mergedWith(name("Ana", "a", MAY)).mergedWith(followers(300, "a", MAY));

        assertThat(rows.mergedWith(followers(100, "a", MAY)).mergedWith(followers(300, "a", MAY))).isSameAs(rows);
    }

    @Test
    void the_engagement_rate_is_computed_before_it_is_believed() {
        Facts facts = followers(1_000, "a", JUNE)
                .with(Fact.AVERAGE_LIKES, observed(30L, "a", MAY))
                .with(Fact.AVERAGE_COMMENTS, observed(4L, "b", JUNE))
                .with(Fact.DECLARED_ENGAGEMENT_RATE, observed(new EngagementRate(990_000), "c", JUNE));

        assertThat(creator(facts).engagementRate()).contains(new Observed<>(new EngagementRate(34_000), Kind.IMPORTED, "a", MAY));
    }

    @Test
    void likes_alone_give_an_estimate() {
        Facts facts = followers(1_000, "a", JUNE).with(Fact.AVERAGE_LIKES, observed(30L, "a", JUNE));

        assertThat(creator(facts).engagementRate()).hasValueSatisfying(rate -> {
            assertThat(rate.value()).isEqualTo(new EngagementRate(30_000));
            assertThat(rate.kind()).isEqualTo(Kind.ESTIMATED);
        });
    }

    @Test
    void without_followers_only_a_declared_rate_is_known() {
        Facts declared = Facts.NONE.with(Fact.DECLARED_ENGAGEMENT_RATE, observed(new EngagementRate(13_900), "c", JUNE))
                .with(Fact.AVERAGE_LIKES, observed(30L, "a", JUNE));

        assertThat(creator(declared).engagementRate()).map(Observed::value).contains(new EngagementRate(13_900));
        assertThat(creator(followers(0, "a", JUNE)).engagementRate()).isEmpty();
    }

    private static Facts followers(long count, String source, Instant at) {
        return Facts.NONE.with(Fact.FOLLOWERS, observed(count, source, at));
    }

    private static Facts name(String name, String source, Instant at) {
        return Facts.NONE.with(Fact.NAME, observed(name, source, at));
    }

    private static <T> Observed<T> observed(T value, String source, Instant at) {
        return new Observed<>(value, Kind.IMPORTED, source, at);
    }

    private static Creator creator(Facts facts) {
        return new Creator(new CreatorId(new UUID(1, 1)), TeamId.CATALOGUE, 1, new Handle(Platform.TIKTOK, "ana"), Kind.IMPORTED, facts,
                Map.of());
    }
}
