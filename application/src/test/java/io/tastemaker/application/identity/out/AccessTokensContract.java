package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.AccessTokens.Claims;
import io.tastemaker.application.identity.out.AccessTokens.Verdict;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all access tokens do. */
public abstract class AccessTokensContract {

    private static final Instant END = NOON.plus(Duration.ofMinutes(15));

    protected abstract AccessTokens tokens();

    /** The same of another deployment, with a key of its own. */
    protected abstract AccessTokens foreign();

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_token_says_what_it_was_issued_with(Role role) {
        Claims claims = claims(role, NOON, END);
        AccessTokens tokens = tokens();
        assertThat(tokens.read(tokens.issue(claims), NOON)).isEqualTo(new Verdict.Valid(claims));
    }

    @Test
    void a_token_holds_until_the_second_it_expires() {
        AccessTokens tokens = tokens();
        String text = tokens.issue(claims(Role.MEMBER, NOON, END));
        assertThat(tokens.read(text, END.minusMillis(1))).isInstanceOf(Verdict.Valid.class);
        assertThat(tokens.read(text, END)).isEqualTo(new Verdict.Expired());
        assertThat(tokens.read(text, END.plusSeconds(1_000_000))).isEqualTo(new Verdict.Expired());
    }

    @Test
    void clocks_may_differ_by_a_minute() {
        AccessTokens tokens = tokens();
        String text = tokens.issue(claims(Role.MEMBER, NOON, END));
        assertThat(tokens.read(text, NOON.minusSeconds(60))).isInstanceOf(Verdict.Valid.class);
        assertThat(tokens.read(text, NOON.minusSeconds(61))).isEqualTo(new Verdict.Invalid());
    }

    @Test
    void a_token_of_another_deployment_is_invalid_before_and_after_its_end() {
        String text = foreign().issue(claims(Role.OWNER, NOON, END));
        AccessTokens tokens = tokens();
        assertThat(tokens.read(text, NOON)).isEqualTo(new Verdict.Invalid());
        assertThat(tokens.read(text, END)).isEqualTo(new Verdict.Invalid());
    }

    @Test
    void a_changed_character_makes_a_token_invalid() {
        AccessTokens tokens = tokens();
        String text = tokens.issue(claims(Role.OWNER, NOON, END));
        for (int place = 0; place < text.length(); place++) {
            char other = text.charAt(place) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, place) + other + text.substring(place + 1);
            assertThat(tokens.read(changed, NOON)).as("place %d of %d", place, text.length()).isEqualTo(new Verdict.Invalid());
        }
    }

    @Test
    void a_shortened_or_lengthened_token_is_invalid() {
        AccessTokens tokens = tokens();
        String text = tokens.issue(claims(Role.OWNER, NOON, END));
        for (int length = 0; length < text.length(); length++) {
            assertThat(tokens.read(text.substring(0, length), NOON)).isEqualTo(new Verdict.Invalid());
        }
        assertThat(tokens.read(text + "A", NOON)).isEqualTo(new Verdict.Invalid());
        assertThat(tokens.read(" " + text, NOON)).isEqualTo(new Verdict.Invalid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "null", "a.b.c", "\u0000", "Bearer x", "{\"alg\":\"none\"}", "\uD83D", "e30.e30.e30"})
    void any_other_text_is_invalid(String text) {
        assertThat(tokens().read(text, NOON)).isEqualTo(new Verdict.Invalid());
        assertThat(tokens().read(text.repeat(10_000), NOON)).isEqualTo(new Verdict.Invalid());
    }

    @Test
    void a_token_lives_for_fifteen_minutes_at_most_and_for_whole_seconds() {
        assertThatThrownBy(() -> tokens().issue(claims(Role.MEMBER, NOON, END.plusSeconds(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens().issue(claims(Role.MEMBER, NOON, NOON))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens().issue(claims(Role.MEMBER, NOON.plusMillis(1), END))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Claims claims(Role role, Instant issued, Instant expires) {
        return new Claims(new UserId(SeededIds.next()), new TeamId(SeededIds.next()), role, new SessionId(SeededIds.next()), issued, expires);
    }
}
