package io.tastemaker.adapters.integrations.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.content.DecodoSettings;
import io.tastemaker.adapters.integrations.content.DecodoSource;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in with an account for every handle, as a whole program meets it. */
class StandInCreatorSourceTest {

    private final HandClock clock = new HandClock();
    private final StandInCreatorSource standIn = new StandInCreatorSource(clock);
    private final DecodoSource source = new DecodoSource(standIn.settings(), clock);

    @AfterEach
    void close() {
        source.close();
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "b", "the_real.one", "x.y.z", "0815", "_", "mara.bakes"})
    void whoever_is_asked_for_is_there_and_can_be_read_without_fault(String name) {
        Profile profile = ((Answer.Found) fetch(name)).profile();

        assertThat(profile.faults()).isEmpty();
        assertThat(profile.posts()).hasSize(12).allSatisfy(post -> assertThat(post.caption()).isNotBlank());
        assertThat(profile.facts().kinds()).contains(Fact.NAME, Fact.BIOGRAPHY, Fact.FOLLOWERS, Fact.POSTS_COUNT, Fact.VERIFIED,
                Fact.CATEGORIES, Fact.AVATAR_URL, Fact.AVERAGE_LIKES, Fact.AVERAGE_COMMENTS, Fact.AVERAGE_VIEWS, Fact.LAST_POST_ON);
    }

    @Test
    void whoever_is_asked_for_twice_is_the_same_all_day() {
        Answer first = fetch("ana");
        assertThat(fetch("ana")).isEqualTo(first);
        assertThat(fetch("ben")).isNotEqualTo(first);
    }

    @Test
    void some_are_missing_and_some_are_private() {
        assertThat(fetch("missing.ana")).isEqualTo(new Answer.Unknown());
        assertThat(((Answer.Found) fetch("private.ana")).profile().posts()).isEmpty();
    }

    @Test
    void it_asks_for_its_key() {
        try (DecodoSource stranger = new DecodoSource(new DecodoSettings("another", Optional.of(standIn.base())), clock)) {
            assertThat(stranger.fetch(new Handle(Platform.INSTAGRAM, "ana"), Duration.ofSeconds(20)))
                    .isInstanceOfSatisfying(Answer.Unavailable.class, none -> assertThat(none.reason()).isEqualTo(Reason.REJECTED));
        }
    }

    private Answer fetch(String name) {
        return source.fetch(new Handle(Platform.INSTAGRAM, name), Duration.ofSeconds(20));
    }
}
