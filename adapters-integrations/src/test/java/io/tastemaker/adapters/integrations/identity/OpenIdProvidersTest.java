package io.tastemaker.adapters.integrations.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tastemaker.application.identity.out.IdentityProviders;
import io.tastemaker.application.identity.out.IdentityProviders.Answer;
import io.tastemaker.application.identity.out.IdentityProviders.Beginning;
import io.tastemaker.application.identity.out.IdentityProvidersContract;
import io.tastemaker.application.shared.HandClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdProvidersTest extends IdentityProvidersContract {

    /** Nobody listens on the port of discarded bytes. */
    private static final OpenIdProvider SILENT = new OpenIdProvider("silent", "http://127.0.0.1:9", "tastemaker", "secret");

    private static final RSAKey STRANGER = OpenIdStandIn.rsa("stranger");

    private final HandClock clock = new HandClock();
    private final OpenIdStandIn standIn = new OpenIdStandIn(clock);
    private final OpenIdProviders providers =
            new OpenIdProviders(List.of(standIn.provider("google"), SILENT), Duration.ofSeconds(5), clock);

    /** A bad token, made from the claims of a good one. */
    @FunctionalInterface
    private interface BadToken {
        String of(OpenIdStandIn standIn, Map<String, Object> claims) throws JOSEException;
    }

    @AfterEach
    void close() {
        providers.close();
        standIn.close();
    }

    @Override
    protected IdentityProviders providers() {
        return providers;
    }

    @Override
    protected String consent(URI page, Person person) {
        return standIn.consent(page, person);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("unsigned, with the algorithm none", (by, claims) -> unsigned("none", claims)),
                bad("unsigned, with the algorithm None", (by, claims) -> unsigned("None", claims)),
                bad("unsigned, with an empty algorithm", (by, claims) -> unsigned("", claims)),
                bad("HS256 with the public key as the secret", (by, claims) -> hs256(publicKey(by), claims)),
                bad("HS256 with the client's secret", (by, claims) -> hs256((OpenIdStandIn.SECRET + "..........").getBytes(StandardCharsets.UTF_8), claims)),
                bad("RS512", (by, claims) -> by.signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("first").build(), claims)),
                bad("PS256", (by, claims) -> by.signed(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("first").build(), claims)),
                bad("another key under the name of a known one", (by, claims) -> OpenIdStandIn.signed(header("first"), STRANGER, claims)),
                bad("an unknown key", (by, claims) -> OpenIdStandIn.signed(header("stranger"), STRANGER, claims)),
                bad("a name of a key that is a path", (by, claims) -> OpenIdStandIn.signed(header("../../etc/passwd"), STRANGER, claims)),
                bad("a key that the token brings along", (by, claims) -> OpenIdStandIn.signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(STRANGER.toPublicJWK()).keyID("stranger").build(), STRANGER, claims)),
                bad("a place to fetch the key from", (by, claims) -> OpenIdStandIn.signed(new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwkURL(URI.create(by.issuer() + "/evil")).keyID("stranger").build(), STRANGER, claims)),
                bad("a critical header", (by, claims) -> by.signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first")
                        .criticalParams(Set.of("x")).customParam("x", 1).build(), claims)),
                bad("another type of token", (by, claims) -> by.signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first")
                        .type(new JOSEObjectType("at+jwt")).build(), claims)),
                bad("no signature", (by, claims) -> by.signed(claims).replaceFirst("\\.[^.]*$", ".")),
                bad("two parts", (by, claims) -> by.signed(claims).replaceFirst("\\.[^.]*$", "")),
                bad("other claims under the signature", (by, claims) -> swapped(by.signed(claims), with(claims, "sub", "1"))),
                bad("no JSON in it", (by, claims) -> text(by, "hello")),
                bad("a list in it", (by, claims) -> text(by, "[]")),
                bad("an empty text", (by, claims) -> ""),
                bad("a very long text", (by, claims) -> by.signed(with(claims, "x", "x".repeat(20_000)))),
                bad("no token at all", (by, claims) -> "<html>"),
                changed("another issuer", "iss", "https://accounts.google.com"),
                changed("an issuer with a slash more", "iss", "/"),
                changed("no issuer", "iss", null),
                changed("another audience", "aud", "another"),
                changed("no audience", "aud", null),
                changed("an audience that is a number", "aud", 7),
                changed("a second audience without an authorized party", "aud", List.of(OpenIdStandIn.CLIENT, "another")),
                changed("another authorized party", "azp", "another"),
                changed("no subject", "sub", null),
                changed("a subject that is a number", "sub", 7),
                changed("an empty subject", "sub", ""),
                changed("a subject of 256 characters", "sub", "s".repeat(256)),
                changed("another nonce", "nonce", "another"),
                changed("no nonce", "nonce", null),
                changed("expired 61 seconds ago", "exp", HandClock.START.getEpochSecond() - 61),
                changed("expired 60 seconds ago", "exp", HandClock.START.getEpochSecond() - 60),
                changed("an end as text", "exp", "9999999999"),
                changed("an end as a fraction", "exp", 9999999999.5),
                changed("an end beyond all time", "exp", Long.MAX_VALUE),
                changed("no end", "exp", null),
                changed("made 61 seconds from now", "iat", HandClock.START.getEpochSecond() + 61),
                changed("no beginning", "iat", null),
                changed("not valid yet", "nbf", HandClock.START.getEpochSecond() + 61),
                changed("valid from a text on", "nbf", "0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused(String what, BadToken bad) {
        standIn.forge(claims -> bad.of(standIn, claims));
        assertThat(signIn()).isEqualTo(new Answer.Refused());
        assertThat(standIn.visits("/evil")).isZero();
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                bad("ES256", (by, claims) -> OpenIdStandIn.signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(), by.curveKey(), claims)),
                bad("without the name of a key, when there is one of its kind", (by, claims) -> by.signed(new JWSHeader(JWSAlgorithm.RS256), claims)),
                changed("expired 59 seconds ago", "exp", HandClock.START.getEpochSecond() - 59),
                changed("made 60 seconds from now", "iat", HandClock.START.getEpochSecond() + 60),
                changed("a list of one audience", "aud", List.of(OpenIdStandIn.CLIENT)),
                bad("two audiences and our name as the authorized party", (by, claims) -> by.signed(
                        with(with(claims, "aud", List.of("another", OpenIdStandIn.CLIENT)), "azp", OpenIdStandIn.CLIENT))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void a_good_token_is_taken(String what, BadToken good) {
        standIn.forge(claims -> good.of(standIn, claims));
        assertThat(signIn()).isInstanceOf(Answer.Verified.class);
    }

    @Test
    void a_key_that_was_changed_is_fetched_and_the_old_one_is_worth_nothing() {
        assertThat(signIn()).isInstanceOf(Answer.Verified.class);
        RSAKey old = standIn.rsa();
        standIn.rotate();
        clock.advance(Duration.ofSeconds(10));
        assertThat(signIn()).isInstanceOf(Answer.Verified.class);
        standIn.forge(claims -> OpenIdStandIn.signed(header("first"), old, claims));
        assertThat(signIn()).isEqualTo(new Answer.Refused());
    }

    @Test
    void unknown_keys_do_not_make_us_ask_over_and_over() {
        standIn.forge(claims -> OpenIdStandIn.signed(header("stranger"), STRANGER, claims));
        for (int number = 0; number < 5; number++) {
            signIn();
        }
        assertThat(standIn.visits("/keys")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        signIn();
        assertThat(standIn.visits("/keys")).isEqualTo(2);
    }

    @Test
    void what_the_provider_publishes_is_kept_for_an_hour() {
        signIn();
        signIn();
        assertThat(standIn.visits("/.well-known/openid-configuration")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        signIn();
        assertThat(standIn.visits("/.well-known/openid-configuration")).isEqualTo(2);
        assertThat(standIn.visits("/keys")).isEqualTo(2);
    }

    @Test
    void a_client_that_must_not_use_basic_authentication_puts_its_secret_into_the_form() {
        standIn.discovery(Map.of("token_endpoint_auth_methods_supported", List.of("client_secret_post")));
        assertThat(signIn()).isInstanceOf(Answer.Verified.class);
    }

    @Test
    void another_secret_than_the_providers_is_our_fault_and_not_the_persons() {
        try (OpenIdProviders mistaken = new OpenIdProviders(
                List.of(new OpenIdProvider("google", standIn.issuer(), OpenIdStandIn.CLIENT, "mistyped")), Duration.ofSeconds(5), clock)) {
            assertThat(signIn(mistaken)).isEqualTo(new Answer.Unavailable());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/keys", "/token"})
    void garbage_is_no_answer(String path) {
        for (OpenIdStandIn.Fault fault : List.<OpenIdStandIn.Fault>of(
                exchange -> OpenIdStandIn.answer(exchange, 200, "text/html", "<html>busy</html>".getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", new byte[0]),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", "[]".getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", "{\"a\":".getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 200, "application/json", ("{\"x\":\"" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8)),
                exchange -> OpenIdStandIn.answer(exchange, 503, "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", standIn.issuer() + "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                },
                exchange -> exchange.close())) {
            standIn.heal();
            try (OpenIdProviders fresh = new OpenIdProviders(List.of(standIn.provider("google")), Duration.ofSeconds(5), clock)) {
                URI page = begin(START);
                standIn.fault(path, fault);
                assertThat(exchange(fresh, standIn.consent(page, Person.ANA))).isEqualTo(new Answer.Unavailable());
            }
        }
        assertThat(standIn.visits("/elsewhere")).isZero();
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        standIn.fault("/.well-known/openid-configuration", standIn::stall);
        try (OpenIdProviders hasty = new OpenIdProviders(List.of(standIn.provider("google")), Duration.ofMillis(200), clock)) {
            assertThat(hasty.begin(START)).isEqualTo(new Beginning.Unavailable());
        }
    }

    @Test
    void a_provider_that_says_it_is_another_is_not_believed() {
        standIn.discovery(Map.of("issuer", "https://accounts.google.com"));
        assertThat(providers.begin(START)).isEqualTo(new Beginning.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void an_endpoint_without_encryption_is_not_used(String endpoint) {
        standIn.discovery(Map.of(endpoint, "http://accounts.example.com/"));
        assertThat(providers.begin(START)).isEqualTo(new Beginning.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://accounts.google.com", "ftp://accounts.google.com", "accounts.google.com", "https://", "", "https://a.example/?x",
            "https://a.example/#x", "https://me@a.example", "http://127.0.0.1.example.com"})
    void an_issuer_is_set_up_with_encryption_only(String issuer) {
        assertThatThrownBy(() -> new OpenIdProvider("google", issuer, "id", "secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private static final IdentityProviders.Start START = new IdentityProviders.Start("google", REDIRECT, "the state", "the nonce", CHALLENGE);

    private Answer signIn() {
        return signIn(providers);
    }

    private Answer signIn(IdentityProviders asked) {
        return exchange(asked, standIn.consent(((Beginning.At) asked.begin(START)).address(), Person.ANA));
    }

    private static Answer exchange(IdentityProviders asked, String code) {
        return asked.exchange(new IdentityProviders.Return("google", REDIRECT, code, VERIFIER, "the nonce"));
    }

    private static Arguments bad(String what, BadToken token) {
        return Arguments.of(what, token);
    }

    private static Arguments changed(String what, String claim, Object value) {
        return bad(what, (by, claims) -> by.signed(with(claims, claim, "/".equals(value) ? by.issuer() + value : value)));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        if (value == null) {
            changed.remove(claim);
        }
        return changed;
    }

    private static JWSHeader header(String key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build();
    }

    private static String unsigned(String algorithm, Map<String, Object> claims) {
        return Base64URL.encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"first\"}") + "." + Base64URL.encode(JSONObjectUtils.toJSONString(claims)) + ".";
    }

    private static String hs256(byte[] secret, Map<String, Object> claims) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                new Payload(JSONObjectUtils.toJSONString(claims)));
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static byte[] publicKey(OpenIdStandIn by) throws JOSEException {
        return by.rsa().toRSAPublicKey().getEncoded();
    }

    private static String text(OpenIdStandIn by, String payload) throws JOSEException {
        JWSObject token = new JWSObject(header("first"), new Payload(payload));
        token.sign(new RSASSASigner(by.rsa()));
        return token.serialize();
    }

    private static String swapped(String token, Map<String, Object> claims) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + Base64URL.encode(JSONObjectUtils.toJSONString(claims)) + "." + parts[2];
    }
}
