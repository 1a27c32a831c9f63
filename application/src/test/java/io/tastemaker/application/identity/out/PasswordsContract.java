package io.tastemaker.application.identity.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all slow hashes of passwords do. */
public abstract class PasswordsContract {

    private static final String PASSWORD = "correct horse battery staple";

    protected abstract Passwords passwords();

    /** Hashes with lesser parameters, as they were made in former years. */
    protected abstract Passwords former();

    @Test
    void a_password_matches_its_hash() {
        assertThat(passwords().matches(PASSWORD, passwords().hash(PASSWORD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse battery stapl", "correct horse battery staple ", "Correct horse battery staple"})
    void another_password_does_not_match(String other) {
        assertThat(passwords().matches(other, passwords().hash(PASSWORD))).isFalse();
    }

    @Test
    void a_hash_has_the_form_of_phc_and_shows_nothing_of_the_password() {
        assertThat(passwords().hash(PASSWORD))
                .matches("\\$[a-z0-9]+\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+")
                .doesNotContain("horse");
    }

    @Test
    void equal_passwords_have_different_hashes() {
        assertThat(passwords().hash(PASSWORD)).isNotEqualTo(passwords().hash(PASSWORD));
    }

    @Test
    void every_code_point_counts_up_to_the_last_of_128() {
        String longest = "\uD83C\uDF3F".repeat(127);
        String hash = passwords().hash(longest + "a");
        assertThat(passwords().matches(longest + "a", hash)).isTrue();
        assertThat(passwords().matches(longest + "b", hash)).isFalse();
    }

    @Test
    void nothing_is_trimmed_or_folded() {
        String hash = passwords().hash(" geheimnisvoll\u0301 ");
        assertThat(passwords().matches("geheimnisvoll\u0301", hash)).isFalse();
        assertThat(passwords().matches(" geheimnisvoll\u0301 ", hash)).isTrue();
    }

    @Test
    void a_password_that_is_too_long_is_not_hashed_and_matches_nothing() {
        String longest = "x".repeat(128);
        String hash = passwords().hash(longest);
        assertThatThrownBy(() -> passwords().hash(longest + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(passwords().matches(longest + "x", hash)).isFalse();
        assertThat(passwords().matches("x".repeat(1_000_000), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse battery staple", "$argon2id$", "$2a$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1,t=1,p=1$$",
            "$argon2id$v=19$m=99999999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_text_that_is_no_hash_matches_nothing_and_is_outdated(String noHash) {
        assertThat(passwords().matches(PASSWORD, noHash)).isFalse();
        assertThat(passwords().isOutdated(noHash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse battery staple"})
    void work_for_nothing_is_done_with_any_password(String password) {
        assertThatCode(() -> passwords().matchNothing(password)).doesNotThrowAnyException();
        assertThatCode(() -> passwords().matchNothing(password.repeat(10_000))).doesNotThrowAnyException();
    }

    @Test
    void a_hash_of_former_years_matches_and_is_outdated() {
        String old = former().hash(PASSWORD);
        assertThat(passwords().matches(PASSWORD, old)).isTrue();
        assertThat(passwords().matches(PASSWORD + "!", old)).isFalse();
        assertThat(passwords().isOutdated(old)).isTrue();
    }

    @Test
    void a_hash_of_today_is_not_outdated() {
        assertThat(passwords().isOutdated(passwords().hash(PASSWORD))).isFalse();
    }
}
