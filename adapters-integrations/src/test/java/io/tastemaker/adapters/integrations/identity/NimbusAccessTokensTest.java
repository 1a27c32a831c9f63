package io.tastemaker.adapters.integrations.identity;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.AccessTokens.Claims;
import io.tastemaker.application.identity.out.AccessTokens.Verdict;
import io.tastemaker.application.identity.out.AccessTokensContract;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NimbusAccessTokensTest extends AccessTokensContract {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] OTHER = "fedcba9876543210fedcba9876543210".getBytes(UTF_8);
    private static final KeyPair RSA = rsa();
    private static final NimbusAccessTokens TOKENS = new NimbusAccessTokens(List.of(KEY));
    private static final Claims CLAIMS = new Claims(new UserId(UUID.fromString("0195a000-0000-7000-8000-000000000001")),
            new TeamId(UUID.fromString("0195b000-0000-7000-8000-000000000001")), Role.MANAGER,
            new SessionId(UUID.fromString("0195c000-0000-7000-8000-000000000001")), NOON, NOON.plusSeconds(900));
    private static final String GOOD = TOKENS.issue(CLAIMS);
    private static final String HEADER = decoded(GOOD.split("\\.")[0]);
    private static final String PAYLOAD = decoded(GOOD.split("\\.")[1]);
    private static final long SECOND = NOON.getEpochSecond();

    @Override
    protected AccessTokens tokens() {
        return TOKENS;
    }

    @Override
    protected AccessTokens foreign() {
        return new NimbusAccessTokens(List.of(OTHER));
    }

    @Test
    void a_token_says_all_that_is_checked() {
        assertThat(HEADER).contains("\"alg\":\"HS256\"", "\"typ\":\"at+jwt\"", "\"kid\":\"");
        assertThat(PAYLOAD).isEqualTo("{\"iss\":\"tastemaker\",\"aud\":\"tastemaker-api\","
                + "\"sub\":\"0195a000-0000-7000-8000-000000000001\",\"team\":\"0195b000-0000-7000-8000-000000000001\",\"role\":\"manager\","
                + "\"sid\":\"0195c000-0000-7000-8000-000000000001\",\"iat\":" + SECOND + ",\"nbf\":" + SECOND + ",\"exp\":" + (SECOND + 900) + "}");
    }

    @Test
    void the_forger_of_these_tests_forges_well() {
        assertThat(TOKENS.read(forged(HEADER, PAYLOAD), NOON)).isEqualTo(new Verdict.Valid(CLAIMS));
    }

    @Test
    void a_former_key_is_still_read_and_the_first_one_signs() {
        NimbusAccessTokens rotated = new NimbusAccessTokens(List.of(OTHER, KEY));
        assertThat(rotated.read(GOOD, NOON)).isEqualTo(new Verdict.Valid(CLAIMS));
        assertThat(TOKENS.read(rotated.issue(CLAIMS), NOON)).isEqualTo(new Verdict.Invalid());
        assertThat(foreign().read(rotated.issue(CLAIMS), NOON)).isEqualTo(new Verdict.Valid(CLAIMS));
    }

    @Test
    void a_key_below_32_bytes_is_refused() {
        assertThatThrownBy(() -> new NimbusAccessTokens(List.of(new byte[31]))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void broken_tokens_are_invalid(String name, String token) {
        assertThat(TOKENS.read(token, NOON)).isEqualTo(new Verdict.Invalid());
    }

    static Stream<Arguments> broken_tokens_are_invalid() {
        String[] parts = GOOD.split("\\.");
        String unsigned = parts[0] + "." + parts[1];
        return Stream.of(
                Arguments.of("algorithm none", unsigned(HEADER.replace("HS256", "none"))),
                Arguments.of("algorithm None", unsigned(HEADER.replace("HS256", "None"))),
                Arguments.of("algorithm NONE", unsigned(HEADER.replace("HS256", "NONE"))),
                Arguments.of("empty algorithm", unsigned(HEADER.replace("HS256", ""))),
                Arguments.of("no algorithm", forged(HEADER.replace("\"alg\":\"HS256\"", "\"a\":\"b\""), PAYLOAD)),
                Arguments.of("algorithm none, signed all the same", forged(HEADER.replace("HS256", "none"), PAYLOAD)),
                Arguments.of("RS256, signed by somebody's own key", signedByRsa()),
                Arguments.of("HS256 with a public key as the secret", forged(HEADER, PAYLOAD, RSA.getPublic().getEncoded())),
                Arguments.of("HS512 with our key", forged(HEADER.replace("HS256", "HS512"), PAYLOAD)),
                Arguments.of("empty signature", unsigned + "."),
                Arguments.of("third part stripped", unsigned),
                Arguments.of("only a payload", "." + parts[1] + "."),
                Arguments.of("two more dots", GOOD + ".."),
                Arguments.of("five parts, as of an encrypted token", GOOD + ".AAAA.AAAA"),
                Arguments.of("key name that climbs directories", kid("../../../dev/null")),
                Arguments.of("key name with SQL", kid("' union select 'AA' --")),
                Arguments.of("key name that is a URL", kid("https://evil.example/key")),
                Arguments.of("key name of 10 KB", kid("k".repeat(10_240))),
                Arguments.of("key name unknown", kid("another")),
                Arguments.of("no key name", forged("{\"typ\":\"at+jwt\",\"alg\":\"HS256\"}", PAYLOAD)),
                Arguments.of("jku", header("\"jku\":\"https://evil.example/keys\"")),
                Arguments.of("x5u", header("\"x5u\":\"https://evil.example/cert\"")),
                Arguments.of("jwk", header("\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}")),
                Arguments.of("crit", header("\"crit\":[\"exp\"]")),
                Arguments.of("b64 false", header("\"b64\":false,\"crit\":[\"b64\"]")),
                Arguments.of("header twice", forged(HEADER.replace("}", ",\"alg\":\"HS256\"}"), PAYLOAD)),
                Arguments.of("claim twice", payload("\"role\":\"manager\"", "\"role\":\"member\",\"role\":\"owner\"")),
                Arguments.of("end twice", payload("\"exp\":" + (SECOND + 900), "\"exp\":" + (SECOND - 1) + ",\"exp\":" + (SECOND + 900))),
                Arguments.of("end as text", payload("\"exp\":" + (SECOND + 900), "\"exp\":\"" + (SECOND + 900) + "\"")),
                Arguments.of("end as a fraction", payload("\"exp\":" + (SECOND + 900), "\"exp\":" + (SECOND + 900) + ".5")),
                Arguments.of("end at 1e99", payload("\"exp\":" + (SECOND + 900), "\"exp\":1e99")),
                Arguments.of("end beyond time", payload("\"exp\":" + (SECOND + 900), "\"exp\":9223372036854775807")),
                Arguments.of("no end", payload(",\"exp\":" + (SECOND + 900), "")),
                Arguments.of("end that is null", payload("\"exp\":" + (SECOND + 900), "\"exp\":null")),
                Arguments.of("end in an hour", payload("\"exp\":" + (SECOND + 900), "\"exp\":" + (SECOND + 3_600))),
                Arguments.of("not before tomorrow", payload("\"nbf\":" + SECOND, "\"nbf\":" + (SECOND + 86_400))),
                Arguments.of("no beginning", payload("\"nbf\":" + SECOND + ",", "")),
                Arguments.of("other audience", payload("tastemaker-api", "tastemaker-files")),
                Arguments.of("no audience", payload("\"aud\":\"tastemaker-api\",", "")),
                Arguments.of("one of two audiences", payload("\"aud\":\"tastemaker-api\"", "\"aud\":[\"tastemaker-api\",\"x\"]")),
                Arguments.of("other issuer", payload("\"iss\":\"tastemaker\"", "\"iss\":\"https://accounts.google.com\"")),
                Arguments.of("no subject", payload("\"sub\":\"0195a000-0000-7000-8000-000000000001\",", "")),
                Arguments.of("subject that is no id", payload("0195a000-0000-7000-8000-000000000001", "admin")),
                Arguments.of("subject in short groups", payload("0195a000-0000-7000-8000-000000000001", "1-1-1-1-1")),
                Arguments.of("no team", payload("\"team\":\"0195b000-0000-7000-8000-000000000001\",", "")),
                Arguments.of("no session", payload("\"sid\":\"0195c000-0000-7000-8000-000000000001\",", "")),
                Arguments.of("unknown role", payload("\"manager\"", "\"root\"")),
                Arguments.of("refresh token used as access token", "rft_" + "A".repeat(43)),
                Arguments.of("signed refresh token used as access token", forged(HEADER.replace("at+jwt", "rt+jwt"), PAYLOAD)),
                Arguments.of("reset token used as access token", "A".repeat(43)),
                Arguments.of("identity token of OpenID", forged(HEADER.replace("at+jwt", "JWT"), PAYLOAD)),
                Arguments.of("padded payload", signed(parts[0] + "." + padded(parts[1]))),
                Arguments.of("padded signature", GOOD + "="),
                Arguments.of("spare bits of the signature set", GOOD.substring(0, GOOD.length() - 1) + next(GOOD.charAt(GOOD.length() - 1))),
                Arguments.of("trailing byte in the signature", GOOD + "A"),
                Arguments.of("trailing line feed", GOOD + "\n"),
                Arguments.of("trailing NUL", GOOD + "\u0000"),
                Arguments.of("text behind the payload's object", forged(HEADER, PAYLOAD + "{}")),
                Arguments.of("payload that is a list", forged(HEADER, "[" + PAYLOAD + "]")),
                Arguments.of("payload that is no JSON", forged(HEADER, "now")),
                Arguments.of("payload of ten thousand brackets", forged(HEADER, "[".repeat(1_400))),
                Arguments.of("header and payload exchanged", signed(parts[1] + "." + parts[0])),
                Arguments.of("signature of another token", unsigned + "." + forged(HEADER, PAYLOAD + " ").split("\\.")[2]),
                Arguments.of("other key", forged(HEADER, PAYLOAD, OTHER)));
    }

    private static String kid(String name) {
        return forged(HEADER.replaceAll("\"kid\":\"[^\"]*\"", "\"kid\":\"" + name + "\""), PAYLOAD);
    }

    private static String header(String more) {
        return forged(HEADER.replace("}", "," + more + "}"), PAYLOAD);
    }

    private static String payload(String part, String instead) {
        assertThat(PAYLOAD).contains(part);
        return forged(HEADER, PAYLOAD.replace(part, instead));
    }

    private static String unsigned(String header) {
        return encoded(header) + "." + encoded(PAYLOAD) + ".";
    }

    private static String forged(String header, String payload) {
        return forged(header, payload, KEY);
    }

    private static String forged(String header, String payload, byte[] key) {
        return signed(encoded(header) + "." + encoded(payload), key);
    }

    private static String signed(String parts) {
        return signed(parts, KEY);
    }

    private static String signed(String parts, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return parts + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(parts.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signedByRsa() {
        try {
            String parts = encoded(HEADER.replace("HS256", "RS256")) + "." + encoded(PAYLOAD);
            return parts + "." + new RSASSASigner(RSA.getPrivate()).sign(new JWSHeader(JWSAlgorithm.RS256), parts.getBytes(UTF_8));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String padded(String part) {
        return part + "=".repeat(Math.floorMod(-part.length(), 4) == 0 ? 1 : Math.floorMod(-part.length(), 4));
    }

    private static char next(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) ^ 1);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
