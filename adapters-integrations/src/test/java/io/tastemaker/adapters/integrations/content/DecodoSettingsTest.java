package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodoSettingsTest {

    @Test
    void decodo_is_where_it_is() {
        assertThat(new DecodoSettings("abc", Optional.empty()).scrape()).isEqualTo(URI.create("https://scraper-api.decodo.com/v2/scrape"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9/, http://127.0.0.1:9/v2/scrape",
        "https://proxy.example/decodo, https://proxy.example/decodo/v2/scrape"})
    void it_may_be_elsewhere(URI base, URI scrape) {
        assertThat(new DecodoSettings("abc", Optional.of(base)).scrape()).isEqualTo(scrape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "mailto:a@b.example", "/v2", "https://user:secret@a.example", "https://a.example?x=1"})
    void what_is_no_address_of_a_server_is_refused(URI base) {
        assertThatThrownBy(() -> new DecodoSettings("abc", Optional.of(base))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"VTAxOnB3, Basic VTAxOnB3", "Basic VTAxOnB3, Basic VTAxOnB3", "U01:pw, Basic VTAxOnB3"})
    void a_key_is_taken_in_every_form_that_it_has(String key, String authorization) {
        assertThat(new DecodoSettings(key, Optional.empty()).authorization()).isEqualTo(authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "a\r\nHost: evil", "schlüssel"})
    void a_key_that_is_none_is_refused_and_not_shown(String key) {
        assertThatThrownBy(() -> new DecodoSettings(key, Optional.empty())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("evil").hasMessageNotContaining("schl");
    }

    @Test
    void the_key_is_not_printed() {
        assertThat(new DecodoSettings("VTAxOnB3", Optional.empty())).asString().doesNotContain("VTAx").contains("scraper-api.decodo.com");
    }
}
