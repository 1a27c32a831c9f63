package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.integrations.identity.HmacOneTimeCodes;
import io.tastemaker.adapters.integrations.identity.OpenIdStandIn;
import io.tastemaker.application.identity.out.IdentityProvidersContract;
import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second factors and another provider, with the whole program on its own store. */
class WaysInOfTheProgramTest {

    private static final String ANA = "ana@example.com";
    private static final String EVIDENCE = "{\"password\":\"" + Visitor.PASSWORD + "\"}";

    @TempDir
    Path directory;

    @Test
    void somebody_protects_the_account_with_an_authenticator() {
        try (Server server = Server.start(Settings.from(Map.of("TASTEMAKER_PLAN_OF_NEW_TEAMS", "standard")).forScratch(directory.resolve("data")))) {
            Visitor visitor = new Visitor(server);
            String token = Api.tree(visitor.member(ANA)).get("access_token").asText();
            JsonNode added = Api.tree(visitor.as(token, "POST", "/auth/mfa/factors",
                    "{\"name\":\"phone\",\"password\":\"" + Visitor.PASSWORD + "\"}"));
            TotpSecret secret = secret(added.get("secret").asText());
            String factor = "/auth/mfa/factors/" + added.at("/factor/id").asText();
            Instant start = Instant.now();
            JsonNode confirmed = Api.tree(visitor.as(token, "POST", factor + "/confirm", "{\"code\":\"" + shown(secret, start) + "\"}"));
            assertThat(confirmed.get("recovery_codes")).hasSize(10);

            JsonNode challenge = Api.tree(visitor.logIn(ANA, Visitor.PASSWORD));
            assertThat(challenge.get("mfa_required").asBoolean()).isTrue();
            assertThat(verify(visitor, challenge, "code", shown(secret, start)).statusCode()).as("a step is used once").isEqualTo(401);
            HttpResponse<String> in = verify(visitor, challenge, "code", shown(secret, start.plus(OneTimeCode.STEP)));
            assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
            String paper = confirmed.at("/recovery_codes/0").asText();
            assertThat(verify(visitor, Api.tree(visitor.logIn(ANA, Visitor.PASSWORD)), "recovery_code", paper).statusCode()).isEqualTo(200);
            assertThat(verify(visitor, Api.tree(visitor.logIn(ANA, Visitor.PASSWORD)), "recovery_code", paper).statusCode()).isEqualTo(401);

            assertThat(visitor.as(token, "DELETE", factor, EVIDENCE).statusCode()).isEqualTo(204);
            assertThat(Api.tree(visitor.logIn(ANA, Visitor.PASSWORD)).has("access_token")).isTrue();
        }
    }

    @Test
    void somebody_comes_in_with_google_and_somebody_links_it() {
        try (OpenIdStandIn google = new OpenIdStandIn(InstantSource.system());
                Server server = Server.start(withGoogle(google))) {
            Visitor visitor = new Visitor(server);
            google.person(new Person("7", Optional.of("eva@example.com"), true, Optional.of("Eva Sol")));
            JsonNode eva = Api.tree(back(visitor, visitor.post("/auth/oauth/google/start", "{}")));
            assertThat(eva.at("/user/full_name").asText()).isEqualTo("Eva Sol");
            String token = eva.get("access_token").asText();
            assertThat(visitor.as(token, "POST", "/campaigns", "{\"name\":\"Serum\"}").statusCode()).isEqualTo(201);

            String ana = Api.tree(visitor.member(ANA)).get("access_token").asText();
            google.person(new Person("8", Optional.of("private@example.com"), false, Optional.empty()));
            HttpResponse<String> begun = visitor.as(ana, "POST", "/auth/oauth/google/start",
                    "{\"link\":true,\"password\":\"" + Visitor.PASSWORD + "\"}");
            HttpResponse<String> linked = visitor.as(ana, "POST", "/auth/oauth/google/callback", returned(begun));
            assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
            JsonNode again = Api.tree(back(visitor, visitor.post("/auth/oauth/google/start", "{}")));
            assertThat(again.at("/user/email").asText()).isEqualTo(ANA);
        }
    }

    @Test
    void other_keys_than_those_of_the_store_are_refused_at_the_start() throws IOException {
        Settings settings = Settings.from(Map.of()).forScratch(directory.resolve("data"));
        Server.start(settings).close();
        Files.delete(directory.resolve("data/secret.key"));
        assertThatThrownBy(() -> Server.start(settings)).isInstanceOf(Server.ForeignKeys.class)
                .hasMessageContaining("TASTEMAKER_SECRET_KEY");
    }

    private Settings withGoogle(OpenIdStandIn google) {
        return Settings.from(Map.of("TASTEMAKER_HTTP_PORT", "0", "TASTEMAKER_DATA_DIR", directory.resolve("data").toString(),
                "TASTEMAKER_PLAN_OF_NEW_TEAMS", "standard",
                "TASTEMAKER_OIDC_PROVIDERS", "google", "TASTEMAKER_OIDC_GOOGLE_ISSUER", google.issuer(),
                "TASTEMAKER_OIDC_GOOGLE_CLIENT_ID", OpenIdStandIn.CLIENT,
                "TASTEMAKER_OIDC_GOOGLE_CLIENT_SECRET", OpenIdStandIn.SECRET));
    }

    private static HttpResponse<String> back(Visitor visitor, HttpResponse<String> begun) {
        HttpResponse<String> in = visitor.post("/auth/oauth/google/callback", returned(begun));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        return in;
    }

    /** Opens the provider's page, which agrees at once, and reads where it sends the person back to. */
    private static String returned(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI page = URI.create(Api.tree(begun).get("authorization_url").asText());
            HttpResponse<String> sent = browser.send(HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.ofString());
            URI callback = URI.create(sent.headers().firstValue("Location").orElseThrow());
            assertThat(callback.getPath()).isEqualTo("/oauth-callback/google");
            Map<String, String> query = IdentityProvidersContract.query(callback);
            return "{\"code\":\"" + query.get("code") + "\",\"state\":\"" + query.get("state") + "\"}";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> verify(Visitor visitor, JsonNode challenge, String kind, String text) {
        return visitor.post("/auth/mfa/challenges/" + challenge.get("challenge_id").asText() + "/verify", "{\"challenge_token\":\""
                + challenge.get("challenge_token").asText() + "\",\"" + kind + "\":\"" + text + "\"}");
    }

    private static String shown(TotpSecret secret, Instant at) {
        return new HmacOneTimeCodes().at(secret, OneTimeCode.stepAt(at)).digits();
    }

    static TotpSecret secret(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] digits = number.toByteArray();
        byte[] bytes = new byte[TotpSecret.BYTES];
        int length = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        return new TotpSecret(bytes);
    }
}
