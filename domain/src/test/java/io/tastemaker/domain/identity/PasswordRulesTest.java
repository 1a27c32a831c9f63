package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.identity.PasswordRules.Fault;
import io.tastemaker.domain.identity.PasswordRules.Judgement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress ANA = new EmailAddress("ana.lima@example.com");

    @ParameterizedTest
    @ValueSource(strings = {
        "password1", "Passw0rd!", "PASSWORD", "password", "p@ssw0rd", "P@$$w0rd", "pa55word123", "Password12345678", "passwordpassword",
        "qwerty123", "qwertyuiop", "1q2w3e4r", "1qaz2wsx", "zaq12wsx", "asdfghjkl", "azerty123", "qazwsxedc", "zxcvbnm1",
        "12345678", "87654321", "1234567890", "123456789012", "abcdefgh", "abc12345", "abcd1234", "aaaaaaaa", "11111111", "12121212",
        "abcabcabc", "        ", "iloveyou2", "1loveyou!", "letmein1", "let_me_in_1", "admin1234", "4dm1n123", "adminadmin", "welcome2026",
        "Welcome1!", "football9", "dragon123", "monkey12", "sunshine", "princess1", "superman7", "Michael2024", "liverpool1", "summer2026!",
        "19900131", "31.01.1990", "trustno1", "changeme!", "contrasena1", "motdepasse", "hellokitty", "ichliebedich", "creator2026",
        "!@#$%^&*", "00000000", "starwars99", "qwe12345", "test1234", "computer."})
    void what_anybody_would_try_first_is_refused(String password) {
        assertThat(judged(password)).isEqualTo(new Judgement.Refused(Set.of(Fault.COMMON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "correct horse battery", "correcthorsebatterystaple", "purple monkey dishwasher", "my dog eats pancakes", "Tr0ub4dor&3",
        "love and 74 other drugs", "the dragon sleeps", "kR7#pQ2z", "x9mWq4Lt", "ünïcödé päß", "пароль от сейфа", "长长的密码在这里呢",
        "dragon-48151623421", "wine at seven?", "treehouse party 3", "87236401", "a quiet Tuesday in Lisbon", "🐸🐙🦊🐻🐼🐨🐯🦁", "hunter of stars",
        "password manager inside", " leading and trailing "})
    void what_only_its_owner_would_think_of_is_taken(String password) {
        assertThat(judged(password)).isEqualTo(new Judgement.Acceptable());
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(judged("🐸🐙🦊🐻🐼🐨🐯")).isEqualTo(new Judgement.Refused(Set.of(Fault.TOO_SHORT)));
        assertThat(judged("🐸🐙".repeat(32) + "🦊🐻🐼🐨".repeat(16))).isEqualTo(new Judgement.Acceptable());
        assertThat(judged("🐸🐙".repeat(32) + "🦊🐻🐼🐨".repeat(16) + "!")).isEqualTo(new Judgement.Refused(Set.of(Fault.TOO_LONG)));
    }

    @Test
    void nothing_is_trimmed_before_it_is_counted() {
        assertThat(judged("  k7#Q  ")).isEqualTo(new Judgement.Acceptable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana.lima and friends", "I am Ana.Lima", "xx@na.l1maxx"})
    void the_name_in_the_address_is_no_part_of_it(String password) {
        assertThat(judged(password)).isEqualTo(new Judgement.Refused(Set.of(Fault.NAMES_ADDRESS)));
    }

    @Test
    void a_short_name_in_the_address_may_stand_in_words() {
        assertThat(PasswordRules.judge("banana boat at noon", new EmailAddress("ana@example.com"))).isEqualTo(new Judgement.Acceptable());
        assertThat(PasswordRules.judge("xy 2026!", new EmailAddress("xyq@example.com"))).isEqualTo(new Judgement.Acceptable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tastemaker", "Tastemaker1!", "t4stem4ker", "taste maker"})
    void the_name_of_the_product_is_refused(String password) {
        assertThat(judged(password)).isEqualTo(new Judgement.Refused(Set.of(Fault.NAMES_PRODUCT)));
    }

    @Test
    void every_fault_is_named() {
        assertThat(judged("abc")).isEqualTo(new Judgement.Refused(Set.of(Fault.TOO_SHORT, Fault.COMMON)));
        assertThat(PasswordRules.judge("dragon12", new EmailAddress("dragon@example.com")))
                .isEqualTo(new Judgement.Refused(Set.of(Fault.COMMON, Fault.NAMES_ADDRESS)));
    }

    @Test
    void there_are_many_common_words() {
        assertThat(CommonWords.ALL).hasSizeGreaterThan(1_000).allMatch(word -> word.matches("[a-z]{2,}"));
    }

    private static Judgement judged(String password) {
        return PasswordRules.judge(password, ANA);
    }
}
