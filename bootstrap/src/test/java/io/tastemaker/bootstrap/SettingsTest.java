package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.billing.billing.StripeSettings;
import io.tastemaker.adapters.integrations.identity.OpenIdProvider;
import io.tastemaker.adapters.integrations.operations.SmtpSettings;
import io.tastemaker.domain.content.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN_KEY = "Zk3vQ8xLw2RtYp7NsHd5JcBf9MgAe4Uo1XiKy6Tz";
    private static final String SECRET_KEY = "q1Zt8mKc0VxYpR7sLd3Nf6Hj9WbGa2Eu5TiOy4CvBnM=";

    @Test
    void nothing_set_means_the_embedded_store_on_the_local_address() {
        Settings settings = Settings.from(Map.of("PATH", "/usr/bin"));

        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.uploadLimit()).isEqualTo(1024L * 1024 * 1024);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.cursorSecret()).isEmpty();
        assertThat(settings.jobWorkers()).isEqualTo(1);
    }

    @Test
    void a_database_url_brings_its_three_roles() {
        Settings settings = Settings.from(Map.of(
                "TASTEMAKER_DATABASE_URL", "jdbc:postgresql://db:5432/tastemaker",
                "TASTEMAKER_TOKEN_KEY", TOKEN_KEY, "TASTEMAKER_SECRET_KEY", SECRET_KEY,
                "TASTEMAKER_DATABASE_OWNER_USER", "owner", "TASTEMAKER_DATABASE_OWNER_PASSWORD", "a",
                "TASTEMAKER_DATABASE_APP_USER", "app", "TASTEMAKER_DATABASE_APP_PASSWORD", "b",
                "TASTEMAKER_DATABASE_PLATFORM_USER", "platform", "TASTEMAKER_DATABASE_PLATFORM_PASSWORD", "c"));

        assertThat(settings.database()).hasValueSatisfying(database -> {
            assertThat(database.app()).isEqualTo(new Settings.Login("app", "b"));
            assertThat(database.toString()).doesNotContain(":b");
        });
    }

    @Test
    void without_a_mail_server_letters_stay_in_the_data_directory_and_keys_are_made() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_DATA_DIR", "/somewhere"));

        assertThat(settings.smtp()).isEmpty();
        assertThat(settings.mailDirectory()).isEqualTo(Path.of("/somewhere/mail"));
        assertThat(settings.tokenKeys()).isEmpty();
        assertThat(settings.secretKeys()).isEmpty();
        assertThat(settings.publicUrl()).isEmpty();
    }

    @Test
    void a_provider_is_set_up_by_variables_of_its_own() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_OIDC_PROVIDERS", "google, acme", "TASTEMAKER_OIDC_GOOGLE_CLIENT_ID", "ours",
                "TASTEMAKER_OIDC_GOOGLE_CLIENT_SECRET", "hidden", "TASTEMAKER_OIDC_ACME_ISSUER", "https://login.acme.example",
                "TASTEMAKER_OIDC_ACME_CLIENT_ID", "ours there", "TASTEMAKER_OIDC_ACME_CLIENT_SECRET", "hidden too",
                "TASTEMAKER_OIDC_REDIRECTS", "https://spa.example.com/back"));
        assertThat(settings.providers()).extracting(OpenIdProvider::name).containsExactly("google", "acme");
        assertThat(settings.providers()).extracting(OpenIdProvider::issuer)
                .containsExactly("https://accounts.google.com", "https://login.acme.example");
        assertThat(settings.redirects()).containsExactly(URI.create("https://spa.example.com/back"));
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void every_fault_of_a_provider_is_named() {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_OIDC_PROVIDERS", "acme,Google", "TASTEMAKER_OIDC_ACME_ISSUER",
                "http://login.acme.example", "TASTEMAKER_OIDC_OTHER_CLIENT_ID", "x",
                "TASTEMAKER_OIDC_REDIRECTS", "http://spa.example.com/")))
                .isInstanceOf(Settings.Faulty.class)
                .hasMessageContainingAll("TASTEMAKER_OIDC_ACME_ISSUER must be", "TASTEMAKER_OIDC_ACME_CLIENT_ID is required",
                        "TASTEMAKER_OIDC_ACME_CLIENT_SECRET is required", "TASTEMAKER_OIDC_PROVIDERS lists",
                        "TASTEMAKER_OIDC_OTHER_CLIENT_ID is not",
                        "TASTEMAKER_OIDC_REDIRECTS: must be");
    }

    @Test
    void a_mail_server_has_a_login_and_a_sender() {
        Settings settings = Settings.from(Map.of(
                "TASTEMAKER_SMTP_HOST", "mail.example.com", "TASTEMAKER_SMTP_PORT", "465", "TASTEMAKER_SMTP_TLS", "implicit",
                "TASTEMAKER_SMTP_USER", "robot", "TASTEMAKER_SMTP_PASSWORD", "correct horse",
                "TASTEMAKER_SMTP_FROM", "Tastemaker <no-reply@example.com>"));

        assertThat(settings.smtp()).hasValueSatisfying(smtp -> {
            assertThat(smtp.port()).isEqualTo(465);
            assertThat(smtp.tls()).isEqualTo(SmtpSettings.Tls.IMPLICIT);
            assertThat(smtp.login()).contains(new SmtpSettings.Login("robot", "correct horse"));
        });
    }

    @Test
    void the_first_of_several_keys_is_the_current_one() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_TOKEN_KEY", TOKEN_KEY + "," + SECRET_KEY, "TASTEMAKER_SECRET_KEY", SECRET_KEY));

        assertThat(settings.tokenKeys()).containsExactly(new Secret(TOKEN_KEY), new Secret(SECRET_KEY));
        assertThat(settings.secretKeys().getFirst().decoded()).hasSize(32);
    }

    @Test
    void settings_do_not_show_their_secrets() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_TOKEN_KEY", TOKEN_KEY, "TASTEMAKER_SECRET_KEY", SECRET_KEY,
                "TASTEMAKER_CURSOR_SECRET", "p9ZcT1vYx0sLq7WmE4rUa2Bn6KdJhGf3",
                "TASTEMAKER_SMTP_HOST", "mail.example.com", "TASTEMAKER_SMTP_USER", "robot", "TASTEMAKER_SMTP_PASSWORD", "correct horse",
                "TASTEMAKER_SMTP_FROM", "no-reply@example.com"));

        assertThat(settings.toString()).doesNotContain(TOKEN_KEY, SECRET_KEY, "p9ZcT1vYx0sLq7WmE4rUa2Bn6KdJhGf3", "correct horse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changemechangemechangemechangeme", "secret-secret-secret-secret-secret!", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "R4nd0mW0rdR4nd0mW0rdR4nd0mW0rdR4nd0mW0rd", "0123456789abcdef0123456789abcdef", "your-256-bit-key-goes-here-please-now", "too short"})
    void a_sample_signs_nothing(String key) {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_TOKEN_KEY", key)))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("TASTEMAKER_TOKEN_KEY: ").message().doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "c2hvcnQ=", "no base64 at all, but long enough for 32 bytes"})
    void a_key_that_encrypts_is_32_random_bytes(String key) {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_SECRET_KEY", key)))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("TASTEMAKER_SECRET_KEY: must be 32 random bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.com", "ftp://app.example.com", "https://app.example.com/", "https://app.example.com/app",
        "https://me@app.example.com", "https://app.example.com?x", "https://", "HTTPS://app.example.com", "https://a b"})
    void the_public_address_is_an_exact_origin(String url) {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_PUBLIC_URL", url)))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("TASTEMAKER_PUBLIC_URL: ");
        assertThat(Settings.from(Map.of("TASTEMAKER_PUBLIC_URL", "https://app.example.com:8443")).publicUrl()).contains("https://app.example.com:8443");
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "TASTEMAKER_HTTP_PORT", "eighty",
                        "TASTEMAKER_JOB_WORKERS", "65",
                        "TASTEMAKER_TRUSTED_PROXIES", "10.0.0.0/8, proxy",
                        "TASTEMAKER_CORS_ORIGINS", "*",
                        "TASTEMAKER_HSTS", "yes",
                        "TASTEMAKER_DATABASE_URL", "mysql://db",
                        "TASTEMAKER_CURSOR_SECRET", "short",
                        "TASTEMAKER_HTTP_PROT", "1")))
                .isInstanceOf(Settings.Faulty.class)
                .hasMessageContaining("TASTEMAKER_HTTP_PORT must be a whole number from 0 to 65535")
                .hasMessageContaining("TASTEMAKER_JOB_WORKERS must be a whole number from 0 to 64")
                .hasMessageContaining("TASTEMAKER_TRUSTED_PROXIES: 'proxy' is no network")
                .hasMessageContaining("TASTEMAKER_CORS_ORIGINS: '*' is no origin")
                .hasMessageContaining("TASTEMAKER_HSTS: must be on or off")
                .hasMessageContaining("TASTEMAKER_DATABASE_URL must begin with jdbc:postgresql://")
                .hasMessageContaining("TASTEMAKER_DATABASE_OWNER_USER is required")
                .hasMessageContaining("TASTEMAKER_TOKEN_KEY is required with TASTEMAKER_DATABASE_URL")
                .hasMessageContaining("TASTEMAKER_SECRET_KEY is required with TASTEMAKER_DATABASE_URL")
                .hasMessageContaining("TASTEMAKER_CURSOR_SECRET must have at least 32 characters")
                .hasMessageContaining("TASTEMAKER_HTTP_PROT is not a setting");
    }

    @Test
    void nothing_is_sold_without_a_key_of_stripe() {
        Settings settings = Settings.from(Map.of("STRIPE_TRIAL_DAYS", "14"));

        assertThat(settings.billing().stripe()).isEmpty();
        assertThat(settings.billing().trialDays()).isEqualTo(14);
    }

    @Test
    void stripe_is_set_up_by_the_names_that_are_usual_for_it() {
        Settings settings = Settings.from(Map.of("STRIPE_SECRET_KEY", " sk_test_hidden ", "STRIPE_WEBHOOK_SECRET", "whsec_hidden, whsec_hidden_too",
                "STRIPE_PRICE_STANDARD", "price_1", "STRIPE_PRICE_PREMIUM", "price_2", "STRIPE_PRICE_LATER", " ",
                "STRIPE_API_BASE", "http://127.0.0.1:12111", "STRIPE_SUCCESS_URL", "https://app.example.com/done?from=stripe"));

        assertThat(settings.billing().stripe()).contains(new StripeSettings("sk_test_hidden", Optional.of(URI.create("http://127.0.0.1:12111")),
                Map.of("standard", List.of("price_1"), "premium", List.of("price_2")), List.of("whsec_hidden", "whsec_hidden_too")));
        assertThat(settings.billing().trialDays()).isEqualTo(7);
        assertThat(settings.billing().success()).contains(URI.create("https://app.example.com/done?from=stripe"));
        assertThat(settings.billing().cancel()).isEmpty();
        assertThat(settings.toString()).contains("price_1").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRIPE_WEBHOOK_SECRET", "STRIPE_PRICE_STANDARD"})
    void what_goes_with_a_key_of_stripe_is_of_no_use_without_one(String variable) {
        assertThatThrownBy(() -> Settings.from(Map.of(variable, "hidden"))).isInstanceOf(Settings.Faulty.class)
                .hasMessageContaining("STRIPE_SECRET_KEY is missing").message().doesNotContain("hidden");
    }

    @Test
    void every_fault_of_selling_is_named_and_no_secret_is() {
        assertThatThrownBy(() -> Settings.from(Map.of("STRIPE_SECRET_KEY", "sk_test_hidden", "STRIPE_WEBHOOK_SECRET", "whsec_hidden",
                "STRIPE_PRICE_STANDARD", "price_1", "STRIPE_PRICE_PREMIUM", "price_1", "STRIPE_TRIAL_DAYS", "366",
                "STRIPE_API_BASE", "https://api.example.com/v1", "STRIPE_SUCCESS_URL", "/done", "STRIPE_CANCEL_URL", "ftp://app.example.com/back")))
                .isInstanceOf(Settings.Faulty.class)
                .hasMessageContainingAll("STRIPE_SECRET_KEY: each plan needs a price of its own",
                        "STRIPE_TRIAL_DAYS must be a whole number from 0 to 365", "STRIPE_API_BASE: must be an origin",
                        "STRIPE_SUCCESS_URL: must be an address", "STRIPE_CANCEL_URL: must be an address")
                .message().doesNotContain("hidden");
    }

    @Test
    void a_blank_secret_among_several_is_a_fault() {
        assertThatThrownBy(() -> Settings.from(Map.of("STRIPE_SECRET_KEY", "sk_test_hidden", "STRIPE_WEBHOOK_SECRET", "whsec_hidden,,whsec_other")))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("is blank").message().doesNotContain("hidden");
    }

    @Test
    void the_rules_read_and_nothing_is_fetched_unless_something_else_is_set() {
        assertThat(Settings.from(Map.of()).content()).isEqualTo(ContentSettings.RULES);
        assertThat(Settings.from(Map.of("TASTEMAKER_ANALYSTS", " rules ")).content().analysts()).isEmpty();
    }

    @Test
    void briefs_are_understood_by_the_rules_unless_a_model_is_chosen_and_set_up() {
        assertThat(Settings.from(Map.of("TASTEMAKER_BRIEFING", "rules")).content().interpreter()).isEmpty();
        assertThat(Settings.from(Map.of("TASTEMAKER_BRIEFING", "chat", "TASTEMAKER_CHAT_URL", "http://127.0.0.1/v1", "TASTEMAKER_CHAT_MODEL", "mini"))
                .content().interpreter()).isPresent();
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_BRIEFING", "chat"))).isInstanceOf(Settings.Faulty.class)
                .hasMessageContaining("TASTEMAKER_CHAT_URL").hasMessageContaining("TASTEMAKER_CHAT_MODEL");
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_BRIEFING", "magic"))).isInstanceOf(Settings.Faulty.class)
                .hasMessageContaining("TASTEMAKER_BRIEFING: must be rules or chat");
    }

    @Test
    void analysts_are_asked_in_the_order_in_which_they_are_named_and_keys_are_not_shown() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_ANALYSTS", "inference, chat,rules",
                "TASTEMAKER_CHAT_URL", "http://127.0.0.1:11434/v1", "TASTEMAKER_CHAT_KEY", " hidden-chat ", "TASTEMAKER_CHAT_MODEL", "small",
                "TASTEMAKER_INFERENCE_URL", "https://models.example.com?token=hidden-query", "TASTEMAKER_INFERENCE_KEY", "hidden-inference",
                "TASTEMAKER_INFERENCE_CATEGORY_MODEL", "none", "DECODO_API_KEY", "hidden-decodo", "DECODO_API_BASE", "http://127.0.0.1:9"));

        ContentSettings content = settings.content();
        assertThat(content.analysts()).containsExactly(ContentSettings.Kind.INFERENCE, ContentSettings.Kind.CHAT);
        assertThat(content.chat()).contains(new Endpoint(URI.create("http://127.0.0.1:11434/v1"), Optional.of("hidden-chat"), "small"));
        assertThat(content.inference().keySet()).containsExactlyInAnyOrder(Task.SENTIMENT, Task.LANGUAGE);
        assertThat(content.decodo()).isPresent();
        assertThat(settings.toString()).contains("small").doesNotContain("hidden");
    }

    @Test
    void every_fault_of_reading_is_named_once_and_no_key_is() {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_ANALYSTS", "local,chat", "TASTEMAKER_CHAT_KEY", "hidden",
                "TASTEMAKER_INFERENCE_URL", "ftp://hidden@models.example.com", "DECODO_API_KEY", "hid den", "DECODO_API_BASE", "http://a b/hidden")))
                .isInstanceOf(Settings.Faulty.class).hasMessageContainingAll("have 6 faults",
                        "TASTEMAKER_CHAT_URL is required for the analyst chat", "TASTEMAKER_CHAT_MODEL is required for the analyst chat",
                        "TASTEMAKER_MODELS_DIR is required for the analyst local", "TASTEMAKER_INFERENCE_URL: the address of a model",
                        "DECODO_API_KEY: ", "DECODO_API_BASE: must be an address").message().doesNotContain("hidden", "hid den");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "chat,chat", "rules,chat", "chat,,rules", "Chat", "chat;local"})
    void analysts_are_named_once_each_and_the_rules_last(String analysts) {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_ANALYSTS", analysts, "TASTEMAKER_CHAT_URL", "http://127.0.0.1/v1",
                "TASTEMAKER_CHAT_MODEL", "small", "TASTEMAKER_MODELS_DIR", "/models")))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("TASTEMAKER_ANALYSTS: must be some of chat, inference and local");
    }

    @Test
    void an_analyst_without_any_model_is_a_fault() {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_ANALYSTS", "inference", "TASTEMAKER_INFERENCE_URL", "http://127.0.0.1",
                "TASTEMAKER_INFERENCE_SENTIMENT_MODEL", "none", "TASTEMAKER_INFERENCE_LANGUAGE_MODEL", "none",
                "TASTEMAKER_INFERENCE_CATEGORY_MODEL", "none")))
                .isInstanceOf(Settings.Faulty.class).hasMessageContaining("TASTEMAKER_ANALYSTS: inference needs a model for one task at least");
    }

    @Test
    void limits_and_keystores_that_make_no_sense_are_named() {
        assertThatThrownBy(() -> Settings.from(Map.of("TASTEMAKER_RATE_READING", "many", "TASTEMAKER_TLS_KEYSTORE", "server.p12")))
                .hasMessageContaining("TASTEMAKER_RATE_READING: must be calls per second and per minute such as 50,1200")
                .hasMessageContaining("TASTEMAKER_TLS_KEYSTORE and TASTEMAKER_TLS_KEYSTORE_PASSWORD are given together or not at all");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void readme_lists_every_setting_with_its_default(Setting setting) throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("project.root"), "README.md"));

        assertThat(readme).contains("| `" + setting.variable() + "` | " + setting.byDefault().map(value -> "`" + value + "`").orElse("") + " | "
                + setting.meaning() + " |");
    }
}
