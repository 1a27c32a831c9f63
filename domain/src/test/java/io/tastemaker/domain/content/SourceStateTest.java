package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceStateTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final SourceState UNSEEN = new SourceState(TeamId.CATALOGUE, new CreatorId(new UUID(2, 2)), "decodo", Optional.empty(),
            NOON,
            Optional.empty(), List.of());
    private static final List<SourceState.RelatedAccount> RELATED =
            List.of(new SourceState.RelatedAccount(new Handle(Platform.INSTAGRAM, "ben"), Optional.of("Ben")));
    private static final SourceState.Failure TIMEOUT = new SourceState.Failure("timeout", "took too long", NOON, NOON.plusSeconds(60));

    @Test
    void what_was_fetched_is_fresh_for_its_lifetime() {
        SourceState fetched = UNSEEN.fetched(NOON, List.of());

        assertThat(UNSEEN.isFresh(SourceState.PROFILE_LIFETIME, NOON)).isFalse();
        assertThat(fetched.isFresh(SourceState.PROFILE_LIFETIME, NOON.plus(SourceState.PROFILE_LIFETIME).minusNanos(1))).isTrue();
        assertThat(fetched.isFresh(SourceState.PROFILE_LIFETIME, NOON.plus(SourceState.PROFILE_LIFETIME))).isFalse();
        assertThat(fetched.isFresh(SourceState.POSTS_LIFETIME, NOON.plus(SourceState.POSTS_LIFETIME))).isFalse();
    }

    @Test
    void a_failure_leaves_what_was_fetched_and_the_next_success_ends_it() {
        SourceState failed = UNSEEN.fetched(NOON, RELATED).failed(TIMEOUT);

        assertThat(failed.fetchedAt()).contains(NOON);
        assertThat(failed.related()).isEqualTo(RELATED);
        assertThat(failed.failure()).contains(TIMEOUT);
        assertThat(failed.wanted(NOON.plusSeconds(5)).wantedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(failed.wanted(NOON.plusSeconds(5)).failure()).contains(TIMEOUT);
        assertThat(failed.fetched(NOON.plusSeconds(9), List.of()).failure()).isEmpty();
        assertThat(failed.fetched(NOON.plusSeconds(9), List.of()).related()).isEmpty();
    }

    @Test
    void after_a_failure_the_source_is_left_alone_as_long_as_it_wants() {
        SourceState failed = UNSEEN.failed(TIMEOUT);

        assertThat(UNSEEN.mayBeAsked(NOON)).isTrue();
        assertThat(failed.mayBeAsked(NOON.plusSeconds(60).minusNanos(1_000))).isFalse();
        assertThat(failed.mayBeAsked(NOON.plusSeconds(60))).isTrue();
        assertThat(failed.fetched(NOON, List.of()).mayBeAsked(NOON)).isTrue();
    }

    @Test
    void times_are_kept_in_microseconds() {
        Instant fine = NOON.plusNanos(1_999);
        SourceState state = UNSEEN.wanted(fine).fetched(fine, List.of()).failed(new SourceState.Failure("timeout", "", fine, fine));
        Instant kept = NOON.plusNanos(1_000);

        assertThat(state).isEqualTo(new SourceState(UNSEEN.owner(), UNSEEN.creator(), "decodo", Optional.of(kept), kept,
                Optional.of(new SourceState.Failure("timeout", "", kept, kept)), List.of()));
    }
}
