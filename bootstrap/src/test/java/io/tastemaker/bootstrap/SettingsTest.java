package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

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
                "TASTEMAKER_DATABASE_OWNER_USER", "owner", "TASTEMAKER_DATABASE_OWNER_PASSWORD", "a",
                "TASTEMAKER_DATABASE_APP_USER", "app", "TASTEMAKER_DATABASE_APP_PASSWORD", "b",
                "TASTEMAKER_DATABASE_PLATFORM_USER", "platform", "TASTEMAKER_DATABASE_PLATFORM_PASSWORD", "c"));

        assertThat(settings.database()).hasValueSatisfying(database -> {
            assertThat(database.app()).isEqualTo(new Settings.Login("app", "b"));
            assertThat(database.toString()).doesNotContain(":b");
        });
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
                .hasMessageContaining("TASTEMAKER_CURSOR_SECRET must have at least 32 characters")
                .hasMessageContaining("TASTEMAKER_HTTP_PROT is not a setting");
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
