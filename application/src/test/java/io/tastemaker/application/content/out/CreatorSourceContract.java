package io.tastemaker.application.content.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every source of profiles does; this one knows Instagram. */
public abstract class CreatorSourceContract {

    /** An account that the source shows, as far as all sources show it. */
    public record Account(String handle, String name, String biography, long followers, long postsCount, boolean verified, boolean hidden,
            List<Shown> posts, List<String> similar) {

        public static final Account MARA = new Account("mara.bakes", "Mara Weiss", "Bread and cake from Leipzig", 48_200, 311, true, false,
                List.of(new Shown("Cq1rye", Instant.parse("2026-02-27T17:30:00Z"), "Rye bread on a Friday #baking", 1_200, 31),
                        new Shown("Cq2plum", Instant.parse("2026-03-01T08:05:00Z"), "Plum cake, the long way", 1_901, 60)),
                List.of("otto.cooks"));

        public static final Account PRIVATE = new Account("quiet.one", "Quiet One", "For friends", 310, 12, false, true, List.of(),
                List.of());

        /** What it is asked for by. */
        public Handle asked() {
            return new Handle(Platform.INSTAGRAM, handle);
        }
    }

    /** A post that the source shows. */
    public record Shown(String code, Instant at, String caption, long likes, long comments) {}

    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Handle NOBODY = new Handle(Platform.INSTAGRAM, "nobody.at.all");

    protected abstract CreatorSource source();

    /** The clock that the source looks at. */
    protected abstract HandClock clock();

    /** From now on the source has this account, too. */
    protected abstract void shows(Account account);

    /** From now on every call ends like this, if it is made. */
    protected abstract void fails(Reason reason);

    /** From now on calls are answered again. */
    protected abstract void recovers();

    /** How often somebody has been asked behind the source. */
    protected abstract int timesAsked();

    @Test
    void it_has_a_name_and_knows_instagram() {
        assertThat(source().name()).matches("[a-z_]+");
        assertThat(source().platforms()).containsExactly(Platform.INSTAGRAM);
        assertThat(source().isUp()).isTrue();
    }

    @Test
    void an_account_is_found_with_what_is_known_of_it() {
        shows(Account.MARA);

        Profile profile = found(Account.MARA.asked());

        assertThat(profile.handle()).isEqualTo(Account.MARA.asked());
        assertThat(profile.observedAt()).isEqualTo(clock().instant());
        assertThat(profile.faults()).isEmpty();
        assertThat(profile.facts().value(Fact.NAME)).contains("Mara Weiss");
        assertThat(profile.facts().value(Fact.BIOGRAPHY)).contains("Bread and cake from Leipzig");
        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(48_200L);
        assertThat(profile.facts().value(Fact.POSTS_COUNT)).contains(311L);
        assertThat(profile.facts().value(Fact.VERIFIED)).contains(true);
        assertThat(profile.related()).extracting(other -> other.handle().name()).containsExactly("otto.cooks");
    }

    @Test
    void every_fact_says_that_it_was_measured_by_this_source_and_when() {
        shows(Account.MARA);

        Profile profile = found(Account.MARA.asked());

        assertThat(profile.facts().kinds()).isNotEmpty().allSatisfy(kind -> {
            Observed<?> observed = profile.facts().get(kind).orElseThrow();
            assertThat(observed.kind()).isEqualTo(Observed.Kind.MEASURED);
            assertThat(observed.source()).isEqualTo("source:" + source().name());
            assertThat(observed.observedAt()).isEqualTo(profile.observedAt());
        });
    }

    @Test
    void posts_come_in_the_order_in_which_they_are_shown() {
        shows(Account.MARA);

        List<PostDraft> posts = found(Account.MARA.asked()).posts();

        assertThat(posts).extracting(PostDraft::key).containsExactly("Cq1rye", "Cq2plum");
        assertThat(posts.getFirst().caption()).isEqualTo("Rye bread on a Friday #baking");
        assertThat(posts.getFirst().postedAt()).contains(Instant.parse("2026-02-27T17:30:00Z"));
        assertThat(posts.getFirst().counts().likes()).contains(1_200L);
        assertThat(posts.getFirst().counts().comments()).contains(31L);
        assertThat(posts.getFirst().counts().views()).isEmpty();
        assertThat(posts.getFirst().url()).isPresent();
    }

    @Test
    void what_the_posts_got_is_averaged_and_the_youngest_tells_the_last_day() {
        shows(Account.MARA);

        Profile profile = found(Account.MARA.asked());

        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).contains(1_551L);
        assertThat(profile.facts().value(Fact.AVERAGE_COMMENTS)).contains(46L);
        assertThat(profile.facts().value(Fact.AVERAGE_VIEWS)).isEmpty();
        assertThat(profile.facts().value(Fact.LAST_POST_ON)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void of_a_private_account_there_are_facts_and_no_posts() {
        shows(Account.PRIVATE);

        Profile profile = found(Account.PRIVATE.asked());

        assertThat(profile.posts()).isEmpty();
        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(310L);
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).isEmpty();
        assertThat(profile.facts().value(Fact.LAST_POST_ON)).isEmpty();
    }

    @Test
    void an_account_that_does_not_exist_is_unknown() {
        shows(Account.MARA);
        assertThat(fetch(NOBODY)).isEqualTo(new Answer.Unknown());
    }

    @Test
    void accounts_of_another_platform_are_not_asked_for() {
        assertThat(none(new Handle(Platform.TIKTOK, "mara.bakes")).reason()).isEqualTo(Reason.NOT_CONFIGURED);
        assertThat(timesAsked()).isZero();
    }

    @Test
    void without_time_nothing_is_asked() {
        shows(Account.MARA);
        assertThat(source().fetch(Account.MARA.asked(), Duration.ZERO)).isInstanceOfSatisfying(Answer.Unavailable.class,
                none -> assertThat(none.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(timesAsked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "UNREACHABLE", "FAILED", "RATE_LIMITED", "REJECTED", "UNUSABLE_ANSWER"})
    void a_failure_is_an_answer_with_its_reason(Reason reason) {
        shows(Account.MARA);
        fails(reason);

        Answer.Unavailable none = none(Account.MARA.asked());

        assertThat(none.reason()).isEqualTo(reason);
        assertThat(none.detail()).isNotBlank();
        assertThat(none.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void after_five_failures_in_a_row_it_is_left_alone_for_a_minute() {
        shows(Account.MARA);
        fails(Reason.FAILED);
        for (int call = 0; call < 5; call++) {
            assertThat(none(Account.MARA.asked()).reason()).isEqualTo(Reason.FAILED);
        }
        int before = timesAsked();
        clock().advance(Duration.ofSeconds(20));

        Answer.Unavailable none = none(Account.MARA.asked());

        assertThat(none.reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(none.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(timesAsked()).isEqualTo(before);
        assertThat(source().isUp()).isFalse();
    }

    @Test
    void a_minute_later_it_is_asked_again() {
        shows(Account.MARA);
        fails(Reason.FAILED);
        for (int call = 0; call < 5; call++) {
            fetch(Account.MARA.asked());
        }
        recovers();
        clock().advance(Duration.ofSeconds(61));

        assertThat(source().isUp()).isTrue();
        assertThat(found(Account.MARA.asked()).facts().value(Fact.FOLLOWERS)).contains(48_200L);
    }

    @Test
    void what_it_refuses_is_no_failure_of_its_own() {
        shows(Account.MARA);
        fails(Reason.REJECTED);
        for (int call = 0; call < 8; call++) {
            assertThat(none(Account.MARA.asked()).reason()).isEqualTo(Reason.REJECTED);
        }
        assertThat(source().isUp()).isTrue();
    }

    protected Answer fetch(Handle handle) {
        return source().fetch(handle, PATIENCE);
    }

    protected Profile found(Handle handle) {
        Answer answer = fetch(handle);
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).profile();
    }

    protected Answer.Unavailable none(Handle handle) {
        Answer answer = fetch(handle);
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        return (Answer.Unavailable) answer;
    }
}
