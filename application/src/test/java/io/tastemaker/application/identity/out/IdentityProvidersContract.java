package io.tastemaker.application.identity.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.IdentityProviders.Answer;
import io.tastemaker.application.identity.out.IdentityProviders.Beginning;
import io.tastemaker.application.identity.out.IdentityProviders.Return;
import io.tastemaker.application.identity.out.IdentityProviders.Start;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What all providers that vouch for people do. One is set up as {@code google}, another, {@code silent}, does not answer. */
public abstract class IdentityProvidersContract {

    /** Somebody with an account at a provider. */
    public record Person(String subject, Optional<String> email, boolean emailVerified, Optional<String> name) {

        public static final Person ANA = new Person("1080", Optional.of("ana@example.com"), true, Optional.of("Ana Lima"));
    }

    protected static final URI REDIRECT = URI.create("https://app.example.com/oauth-callback");
    /** RFC 7636, appendix B. */
    protected static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    protected static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Start START = new Start("google", REDIRECT, "the state", "the nonce", CHALLENGE);

    protected abstract IdentityProviders providers();

    /** The person opens the page and agrees; gives the code that the provider sends back. */
    protected abstract String consent(URI page, Person person);

    @Test
    void the_providers_are_named_in_the_order_of_the_settings() {
        assertThat(providers().names()).containsExactly("google", "silent");
    }

    @Test
    void a_sign_in_begins_on_the_providers_page_with_all_it_needs() {
        assertThat(query(begin(START)))
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsEntry("state", "the state")
                .containsEntry("nonce", "the nonce")
                .containsEntry("code_challenge", CHALLENGE)
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying("scope", scope -> assertThat(scope.split(" ")).contains("openid", "email"));
    }

    @Test
    void the_verifier_does_not_travel_with_the_person() {
        assertThat(begin(START).toString()).doesNotContain(VERIFIER);
    }

    @Test
    void the_provider_vouches_for_who_agreed() {
        assertThat(exchange(consent(begin(START), Person.ANA))).isInstanceOfSatisfying(Answer.Verified.class, verified -> {
            assertThat(verified.issuer()).startsWith("http");
            assertThat(verified.subject()).isEqualTo("1080");
            assertThat(verified.email()).contains("ana@example.com");
            assertThat(verified.emailVerified()).isTrue();
            assertThat(verified.name()).contains("Ana Lima");
        });
    }

    @Test
    void what_the_provider_does_not_know_it_does_not_say() {
        Person nameless = new Person("1081", Optional.empty(), false, Optional.empty());
        assertThat(exchange(consent(begin(START), nameless))).isInstanceOfSatisfying(Answer.Verified.class, verified -> {
            assertThat(verified.email()).isEmpty();
            assertThat(verified.emailVerified()).isFalse();
            assertThat(verified.name()).isEmpty();
        });
    }

    @Test
    void a_code_is_good_once() {
        String code = consent(begin(START), Person.ANA);
        exchange(code);
        assertThat(exchange(code)).isEqualTo(new Answer.Refused());
    }

    @Test
    void an_unknown_code_is_refused() {
        assertThat(exchange("unknown")).isEqualTo(new Answer.Refused());
    }

    @Test
    void a_code_is_refused_with_another_verifier() {
        String code = consent(begin(START), Person.ANA);
        assertThat(providers().exchange(new Return("google", REDIRECT, code, VERIFIER.replace('d', 'e'), "the nonce")))
                .isEqualTo(new Answer.Refused());
    }

    @Test
    void a_code_is_refused_with_another_redirect() {
        String code = consent(begin(START), Person.ANA);
        assertThat(providers().exchange(new Return("google", URI.create("https://evil.example.com/"), code, VERIFIER, "the nonce")))
                .isEqualTo(new Answer.Refused());
    }

    @Test
    void a_code_of_another_sign_in_is_refused() {
        String code = consent(begin(START), Person.ANA);
        assertThat(providers().exchange(new Return("google", REDIRECT, code, VERIFIER, "another nonce"))).isEqualTo(new Answer.Refused());
    }

    @Test
    void a_provider_that_is_not_set_up_is_unknown() {
        assertThat(providers().begin(new Start("acme", REDIRECT, "state", "nonce", CHALLENGE))).isEqualTo(new Beginning.Unknown());
        assertThat(providers().exchange(new Return("acme", REDIRECT, "code", VERIFIER, "nonce"))).isEqualTo(new Answer.Refused());
    }

    @Test
    void a_provider_that_does_not_answer_is_unavailable() {
        assertThat(providers().begin(new Start("silent", REDIRECT, "state", "nonce", CHALLENGE))).isEqualTo(new Beginning.Unavailable());
        assertThat(providers().exchange(new Return("silent", REDIRECT, "code", VERIFIER, "nonce"))).isEqualTo(new Answer.Unavailable());
    }

    @Test
    void nothing_shows_itself() {
        assertThat(START.toString() + new Return("google", REDIRECT, "the code", VERIFIER, "the nonce"))
                .doesNotContain("the state", "the nonce", "the code", VERIFIER);
    }

    protected URI begin(Start start) {
        Beginning beginning = providers().begin(start);
        assertThat(beginning).isInstanceOf(Beginning.At.class);
        return ((Beginning.At) beginning).address();
    }

    protected Answer exchange(String code) {
        return providers().exchange(new Return("google", REDIRECT, code, VERIFIER, "the nonce"));
    }

    /** The parameters of an address. */
    public static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8), pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
