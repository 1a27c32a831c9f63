package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.adapters.integrations.identity.HmacOneTimeCodes;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets are planted wherever the program takes, makes or gives one; then none stands in clear where it is not meant to be. It is meant to
 * be in the one answer that shows it, and in the development mailbox, which stands for the mailboxes of people: a mailed token has to get
 * to its person.
 */
class SecretsOfTheProgramTest {

    private static final String PASSWORD = "planted-first-password";
    private static final String NEXT_PASSWORD = "planted-second-password";
    private static final String WRONG = "planted-wrong-password";

    private final Map<String, String> secrets = new TreeMap<>();
    private IsolationDatabase database;
    private PlayedStripe stripe;
    private StandInModels models;
    private StandInCreatorSource source;
    private Server server;
    private LoggedText log;
    private Browser ana;
    private Visitor mailbox;

    @BeforeEach
    void start() {
        log = LoggedText.open();
        database = IsolationDatabase.fresh();
        Map<String, String> settings = database.settings();
        settings.put("TASTEMAKER_OIDC_PROVIDERS", "google");
        settings.put("TASTEMAKER_OIDC_GOOGLE_ISSUER", "http://127.0.0.1:1");
        settings.put("TASTEMAKER_OIDC_GOOGLE_CLIENT_ID", "tastemaker");
        settings.put("TASTEMAKER_OIDC_GOOGLE_CLIENT_SECRET", "planted-client-secret");
        stripe = PlayedStripe.with("sk_test_planted-stripe-key", "whsec_planted-stripe-secret");
        settings.putAll(stripe.settings());
        models = new StandInModels();
        source = new StandInCreatorSource(InstantSource.system());
        settings.putAll(Map.of("TASTEMAKER_ANALYSTS", "chat,inference", "TASTEMAKER_CHAT_KEY", "planted-chat-key",
                "TASTEMAKER_CHAT_URL", models.chat().toString(), "TASTEMAKER_CHAT_MODEL", "stand-in",
                "TASTEMAKER_INFERENCE_KEY", "planted-inference-key", "TASTEMAKER_INFERENCE_URL", models.classifiers().toString(),
                "DECODO_API_KEY", "planted-decodo-key", "DECODO_API_BASE", source.base().toString()));
        settings.forEach((name, value) -> {
            if (name.endsWith("_PASSWORD") || name.endsWith("_KEY") || name.endsWith("_SECRET")) {
                secrets.put(name, value);
            }
        });
        server = Server.start(Settings.from(settings));
        ana = new Browser(server.address(), "a browser");
        mailbox = new Visitor(server);
        secrets.putAll(Map.of("password", PASSWORD, "next password", NEXT_PASSWORD, "wrong password", WRONG));
    }

    @AfterEach
    void stop() {
        server.close();
        stripe.close();
        source.close();
        models.close();
        database.close();
        log.close();
    }

    @Test
    void a_secret_stands_where_it_is_shown_once_and_nowhere_else() throws IOException {
        signUpAndIn();
        makeKeys();
        protect();
        buy();
        read();
        goWrong();
        changeCredentials();
        Map<String, String> places = new TreeMap<>(database.everything());
        places.put("counters", String.join("\n", database.names("select bucket from identity.throttle")));
        places.put("metrics", metrics());
        places.put("problems", text(ana.answers().stream().filter(answer -> answer.statusCode() >= 400)));
        places.put("lists", lists());
        places.put("files", files());
        places.put("log", log.text());

        assertThat(secrets).hasSizeGreaterThan(40).doesNotContainValue("");
        assertThat(models.asked()).anySatisfy(asked -> assertThat(asked.headers().get("authorization")).contains("planted-inference-key"));
        assertThat(places.get("log")).contains("creator source: rejected", "stand-in at 127.0.0.1]: rejected", "listening on", "refused 401", "payments: POST /v1/billing_portal/sessions");
        assertThat(places.get("problems").lines()).hasSizeGreaterThan(7);
        secrets.forEach((name, secret) -> places.forEach((place, text) ->
                assertThat(text).as(name + " in " + place).doesNotContain(secret, hex(secret), base64(secret))));
    }

    private void signUpAndIn() {
        ana.call(202, "POST", "/auth/signup",
                "{\"email\":\"ana@example.com\",\"password\":\"" + PASSWORD + "\",\"full_name\":\"Ana Lima\"}");
        keep("confirmed", ana.call(200, "POST", "/auth/verify-email", token("mailed token", "ana@example.com", "/verify-email#")));
        JsonNode in = keep("signed in", logIn(PASSWORD));
        String refresh = "{\"refresh_token\":\"" + in.get("refresh_token").asText() + "\"}";
        keep("refreshed", ana.call(200, "POST", "/auth/refresh", refresh));
        JsonNode refreshed = keep("refreshed again, the answer was lost", ana.call(200, "POST", "/auth/refresh", refresh));
        ana.signedIn(refreshed.get("access_token").asText());
        ana.call(201, "POST", "/teams/" + in.at("/team/id").asText() + "/invitations",
                "{\"email\":\"ben@example.com\",\"role\":\"member\"}", "Idempotency-Key", "invitation");
        token("invitation", "ben@example.com", "#");
    }

    private void makeKeys() {
        String robot = "{\"name\":\"robot\",\"role\":\"manager\",\"scopes\":[\"creators:read\"]}";
        JsonNode made = ana.call(201, "POST", "/api-keys", robot, "Idempotency-Key", "robot");
        key("key", made);
        assertThat(ana.call(201, "POST", "/api-keys", robot, "Idempotency-Key", "robot")).as("the answer was lost").isEqualTo(made);
        JsonNode rotated = ana.call(200, "POST", "/api-keys/" + made.at("/api_key/id").asText() + "/rotate", "{}");
        key("rotated key", rotated);
        assertThat(new Api(server.address(), secrets.get("rotated key")).get("/creators/search/filters").statusCode()).isEqualTo(200);
    }

    private void protect() {
        JsonNode added = ana.call(200, "POST", "/auth/mfa/factors", "{\"name\":\"phone\",\"password\":\"" + PASSWORD + "\"}");
        TotpSecret secret = WaysInOfTheProgramTest.secret(added.get("secret").asText());
        secrets.put("TOTP secret", added.get("secret").asText());
        secrets.put("TOTP secret as bytes", HexFormat.of().formatHex(secret.bytes()));
        String code = new HmacOneTimeCodes().at(secret, OneTimeCode.stepAt(Instant.now())).digits();
        JsonNode codes = ana.call(200, "POST", "/auth/mfa/factors/" + added.at("/factor/id").asText() + "/confirm",
                "{\"code\":\"" + code + "\"}").get("recovery_codes");
        for (int i = 0; i < codes.size(); i++) {
            secrets.put("recovery code " + i, codes.get(i).asText());
        }
        keep("protected", enter(PASSWORD, "recovery code 0"));
    }

    private JsonNode enter(String password, String recoveryCode) {
        JsonNode challenge = logIn(password);
        String token = challenge.get("challenge_token").asText();
        secrets.put("challenge token for " + recoveryCode, token);
        return ana.call(200, "POST", "/auth/mfa/challenges/" + challenge.get("challenge_id").asText() + "/verify",
                "{\"challenge_token\":\"" + token + "\",\"recovery_code\":\"" + secrets.get(recoveryCode) + "\"}");
    }

    /** Whoever knows where something is paid can pay it, and whoever knows where it is looked after is in. */
    private void buy() {
        stripe.tell(server);
        String plan = "{\"kind\":\"subscription\",\"plan\":\"premium\"}";
        JsonNode opened = ana.call(201, "POST", "/billing/checkout-sessions", plan, "Idempotency-Key", "plan");
        assertThat(ana.call(201, "POST", "/billing/checkout-sessions", plan, "Idempotency-Key", "plan")).as("the answer was lost").isEqualTo(opened);
        secrets.put("checkout URL", opened.get("url").asText());
        stripe.pay(opened.get("url").asText());
        secrets.put("portal URL", ana.call(201, "POST", "/billing/portal-sessions", "{}").get("url").asText());
        stripe.awaitTold();
        stripe.simulator().faults().answerNext(1, 400, "/v1/billing_portal");
        ana.call(402, "POST", "/billing/portal-sessions", "{}");
        stripe.simulator().faults().answerNext(2, 500, "/v1/billing_portal");
        ana.call(503, "POST", "/billing/portal-sessions", "{}");
        SignedEvent signed = stripe.simulator().signed("{\"planted\":\"planted-event\"}");
        secrets.putAll(Map.of("signature", signed.header(), "event", "planted-event"));
        ana.call(400, "POST", "/webhooks/stripe", signed.body() + " ", "Stripe-Signature", signed.header());
        ana.call(200, "POST", "/webhooks/stripe", signed.body(), "Stripe-Signature", signed.header());
    }

    /** Models and the source say back what they were shown, as some do in their errors. */
    private void read() {
        String texts = "{\"items\":[{\"text\":\"this is fine\"}]}";
        ana.call(200, "POST", "/content/classify", texts, "Idempotency-Key", "texts");
        models.answers(StandInReply.json(401, "{\"error\":\"no such key: planted-chat-key, planted-inference-key\"}"));
        ana.call(200, "POST", "/content/classify", texts.replace("fine", "as fine"), "Idempotency-Key", "more-texts");
        ana.call(202, "POST", "/creators/lookups", "{\"platform\":\"instagram\",\"handle\":\"somebody\"}");
        RunNextJob.Command command = new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), () -> false);
        assertThat(server.application().operations().runNextJob().handle(command)).isInstanceOf(RunNextJob.Outcome.Finished.class);
        assertThat(ana.call(200, "GET", "/jobs", "").at("/items/0/failure").asText()).contains("status 401");
        ana.call(200, "GET", "/content/models", "");
    }

    /** Secrets in wrong places, and wrong ones in right places. */
    private void goWrong() {
        ana.call(401, "POST", "/auth/login", "{\"email\":\"ana@example.com\",\"password\":\"" + WRONG + "\"}");
        ana.call(400, "POST", "/auth/login", "{\"email\":\"ana@example.com\",\"password\":[\"" + WRONG + "\"]}");
        ana.call(400, "POST", "/auth/login", "{\"email\":\"ana@example.com\",\"pass_word\":\"" + WRONG + "\"}");
        ana.call(400, "POST", "/auth/login", "{\"email\":\"ana@example.com\",\"password\":\"" + WRONG);
        ana.call(400, "POST", "/auth/verify-email", "{\"token\":\"" + WRONG + "\"}");
        ana.call(401, "POST", "/auth/refresh", "{\"refresh_token\":\"rt_" + WRONG + "\"}");
        ana.call(400, "POST", "/auth/password/change",
                "{\"current_password\":\"" + WRONG + "\",\"new_password\":\"" + NEXT_PASSWORD + "\"}");
        ana.call(400, "POST", "/users/me/email", "{\"email\":\"moved@example.com\",\"password\":\"" + WRONG + "\"}");
        Browser stranger = new Browser(server.address(), "a browser");
        stranger.signedIn(secrets.get("signed in access_token") + "x");
        stranger.call(401, "GET", "/users/me", "");
        assertThat(new Api(server.address(), secrets.get("key") + "x").get("/campaigns").statusCode()).isEqualTo(401);
    }

    private void changeCredentials() {
        ana.call(202, "POST", "/auth/password/forgot", "{\"email\":\"ana@example.com\"}");
        String token = token("reset token", "ana@example.com", "/reset-password#");
        ana.call(204, "POST", "/auth/password/reset", token.replace("}", ",\"password\":\"" + NEXT_PASSWORD + "\"}"));
        ana.signedIn(enter(NEXT_PASSWORD, "recovery code 1").get("access_token").asText());
        ana.call(202, "POST", "/users/me/email", "{\"email\":\"moved@example.com\",\"password\":\"" + NEXT_PASSWORD + "\"}");
        ana.call(204, "POST", "/auth/email/confirm", token("change token", "moved@example.com", "#"));
    }

    /** What is listed later of what was shown once. */
    private String lists() {
        Stream.of("/users/me", "/billing/orders", "/billing/payments", "/billing/invoices", "/billing/subscription", "/api-keys", "/auth/mfa/factors", "/auth/sessions", "/auth/providers", "/audit-log", "/teams")
                .forEach(path -> ana.call(200, "GET", path, ""));
        return text(ana.answers().stream().filter(answer -> answer.request().method().equals("GET")));
    }

    /** The data directory without the mailbox; the keys are given by the settings here, else they are files that only their owner reads. */
    private String files() throws IOException {
        Settings settings = server.application().settings();
        try (Stream<Path> files = Files.walk(settings.dataDirectory())) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.startsWith(settings.mailDirectory())).toList()) {
                text.append(file).append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }

    private JsonNode logIn(String password) {
        return ana.call(200, "POST", "/auth/login", "{\"email\":\"ana@example.com\",\"password\":\"" + password + "\"}");
    }

    private JsonNode keep(String name, JsonNode signedIn) {
        for (String token : List.of("access_token", "refresh_token")) {
            secrets.put(name + " " + token, signedIn.get(token).asText());
        }
        return signedIn;
    }

    /** The whole key, and the half that nobody may see. */
    private void key(String name, JsonNode made) {
        String key = made.get("key").asText();
        secrets.put(name, key);
        secrets.put(name + "'s secret", key.substring(key.length() - 32));
    }

    /** The token of a mailed link. */
    private String token(String name, String email, String page) {
        String link = mailbox.link(email, page);
        secrets.put(name, link.substring(link.indexOf('#') + 1));
        return "{\"token\":\"" + secrets.get(name) + "\"}";
    }

    private String metrics() {
        Actor operator = new Actor.Operator("test", TeamId.CATALOGUE);
        return switch (server.application().people().apiKeys().createApiKey()
                .handle(new CreateApiKey.Command(operator, "metrics", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
            case CreateApiKey.Outcome.Created created -> {
                HttpResponse<String> metrics = new Api(server.address(), created.text()).get("/metrics");
                assertThat(metrics.statusCode()).as(metrics.body()).isEqualTo(200);
                yield metrics.body();
            }
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the catalogue is there");
        };
    }

    private static String text(Stream<HttpResponse<String>> answers) {
        return answers.map(answer -> answer.headers().map() + " " + answer.body()).collect(Collectors.joining("\n"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
