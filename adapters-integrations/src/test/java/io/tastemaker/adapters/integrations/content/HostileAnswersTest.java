package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.domain.creators.Fact;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that may come instead of a profile. */
class HostileAnswersTest {

    private Decodo decodo = new Decodo(Decodo.TWICE);

    private void meet(Mischief mischief) {
        decodo.close();
        decodo = Decodo.meeting(mischief);
    }

    @AfterEach
    void close() {
        decodo.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED,   REJECTED,        1",
        "FORBIDDEN,      REJECTED,        1",
        "REDIRECT,       REJECTED,        1",
        "TOO_MANY,       RATE_LIMITED,    1",
        "ERROR,          FAILED,          2",
        "FAULTED,        FAILED,          2",
        "HANG,           TIMEOUT,         2",
        "DRIP,           TIMEOUT,         2",
        "RESET,          UNREACHABLE,     2",
        "CUT_OFF,        UNREACHABLE,     2",
        "HTML,           UNUSABLE_ANSWER, 1",
        "TRUNCATED,      UNUSABLE_ANSWER, 1",
        "BAD_CHARSET,    UNUSABLE_ANSWER, 1",
        "HUGE,           UNUSABLE_ANSWER, 1",
        "ANOTHER_HANDLE, UNUSABLE_ANSWER, 1",
        "NULLS,          UNUSABLE_ANSWER, 1",
        "EMPTY,          UNUSABLE_ANSWER, 2",
        "PENDING,        UNUSABLE_ANSWER, 2"})
    void there_is_a_reason_and_no_more_attempts_than_may_help(Mischief mischief, Reason reason, int attempts) {
        meet(mischief);
        decodo.standIn.retryAfter("7200");

        Answer.Unavailable none = decodo.none();

        assertThat(none.reason()).isEqualTo(reason);
        assertThat(none.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(decodo.standIn.asked()).hasSize(attempts);
    }

    @ParameterizedTest
    @EnumSource(Mischief.class)
    void nothing_is_thrown_and_nothing_that_was_said_is_repeated(Mischief mischief) {
        meet(mischief);

        String told = switch (decodo.fetch()) {
            case Answer.Found found -> String.join(";", found.profile().faults());
            case Answer.Unknown unknown -> "";
            case Answer.Unavailable none -> none.detail();
        };

        assertThat(told).doesNotContain(StandInCreatorSource.KEY, "many", "html", "somebody", "log in", "come again");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "GONE"})
    void an_account_that_is_not_there_is_unknown_whoever_says_so(Mischief mischief) {
        meet(mischief);
        assertThat(decodo.fetch()).isEqualTo(new Answer.Unknown());
        assertThat(decodo.standIn.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_TYPES, it is no number", "NOT_A_NUMBER, it is no number", "NEGATIVE, it is negative"})
    void counts_that_are_none_are_left_out_and_named(Mischief mischief, String why) {
        meet(mischief);

        Profile profile = decodo.found();

        assertThat(profile.facts().value(Fact.BIOGRAPHY)).contains("Says mara.bakes");
        assertThat(profile.facts().value(Fact.FOLLOWERS)).isEmpty();
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).isEmpty();
        assertThat(profile.posts()).hasSize(1).allSatisfy(post -> assertThat(post.counts().likes()).isEmpty());
        assertThat(profile.faults()).contains("followers: " + why, "likes of a post: " + why);
    }

    @Test
    void redirects_are_not_followed_since_the_key_would_go_along() {
        decodo.standIn.first(Mischief.REDIRECT);
        assertThat(decodo.none().detail()).isEqualTo("status 302");
        assertThat(decodo.standIn.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRIP", "HUGE"})
    @Timeout(20)
    void a_connection_that_nobody_listens_to_any_more_is_closed(Mischief mischief) {
        meet(mischief);
        decodo.none();
        while (decodo.standIn.busy() > 0) {
            Thread.onSpinWait();
        }
        assertThat(decodo.standIn.asked()).isNotEmpty();
    }

    @Test
    void a_profile_is_no_longer_than_eight_megabytes() {
        String padding = " ".repeat(8 * 1024 * 1024 - 200);
        String profile = "{\"data\":{\"user\":{\"username\":\"mara.bakes\",\"edge_followed_by\":{\"count\":7}}}}";
        decodo.standIn.says(profile + padding);
        assertThat(decodo.found().facts().value(Fact.FOLLOWERS)).contains(7L);

        decodo.standIn.says(profile + padding + " ".repeat(200));
        assertThat(decodo.none().reason()).isEqualTo(Reason.UNUSABLE_ANSWER);
    }

    @Test
    void millions_of_empty_objects_are_not_read_to_the_end() {
        decodo.standIn.says("[" + "{},".repeat(2_000_000) + "{}]");
        assertThat(decodo.none().reason()).isEqualTo(Reason.UNUSABLE_ANSWER);
        decodo.standIn.says("[".repeat(3_000_000));
        assertThat(decodo.none().reason()).isEqualTo(Reason.UNUSABLE_ANSWER);
        decodo.standIn.says("{\"user\":{\"username\":\"mara.bakes\",\"edge_followed_by\":{\"count\":1" + "0".repeat(3_000_000) + "}}}");
        assertThat(decodo.none().reason()).isEqualTo(Reason.UNUSABLE_ANSWER);
    }
}
