package io.tastemaker.adapters.ai.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static final URI BASE = URI.create("https://api.example.com/v1");

    private static Endpoint at(String base) {
        return new Endpoint(URI.create(base), Optional.empty(), "model");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1//, https://api.example.com/v1/chat/completions",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/chat/completions",
        "http://[::1]:8080/, http://[::1]:8080/chat/completions",
        "https://a.example/o%2Fp?api-version=2, https://a.example/o%2Fp/chat/completions?api-version=2"
    })
    void questions_are_asked_below_the_base(String base, URI address) {
        assertThat(at(base).at("/chat/completions")).isEqualTo(address);
    }

    @Test
    void the_host_is_the_provider() {
        assertThat(at("https://API.Example.com:8443/v1").provider()).isEqualTo("api.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "file:///etc/passwd", "/v1", "http:a", "https://user:secret@a.example", "https://a.example/#secret"})
    void another_address_is_refused_and_not_repeated(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(base)).withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sk-secret\r\nX-Other: 1", "sk secret", "sk-secretß"})
    void a_key_that_cannot_be_sent_is_refused_and_not_repeated(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(BASE, Optional.of(key), "model")).withMessageNotContaining("secret");
    }

    @Test
    void a_model_has_a_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(BASE, Optional.empty(), " "));
    }

    @Test
    void neither_the_key_nor_a_query_is_printed() {
        Endpoint endpoint = new Endpoint(URI.create("https://a.example/v1?key=secret"), Optional.of("sk-secret"), "model");

        assertThat(endpoint).hasToString("Endpoint[model at a.example]");
    }
}
