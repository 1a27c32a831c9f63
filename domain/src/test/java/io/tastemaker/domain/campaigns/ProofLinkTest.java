package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "https://www.instagram.com/reel/Cx1/", "https://example.com", "https://EXAMPLE.com:443/a?b=c#d", "HTTPS://xn--bcher-kva.example/x",
        "https://a.b.c.example.com/?q=user@host", "https://3com.example/7"})
    void a_public_address_is_a_proof(String text) {
        assertThat(ProofLink.read(text)).hasValueSatisfying(link -> assertThat(link).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "http://example.com/a", "ftp://example.com/a", "javascript:alert(1)", "//example.com", "https:/example.com", "https://",
        "https://user@example.com/", "https://user:pass@example.com/", "https://example.com@10.0.0.1/", "https://example.com:8080/",
        "https://127.0.0.1/", "https://10.1.2.3/a", "https://192.168.0.1", "https://169.254.169.254/latest", "https://[::1]/", "https://[fd00::1]/a",
        "https://8.8.8.8/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://example.0x7f/",
        "https://localhost/", "https://a.localhost/", "https://printer.local/x", "https://db.internal/", "https://router.home.arpa/", "https://intranet/",
        "https://example.com./", "https://.example.com/", "https://ex ample.com/", "https://exa\nmple.com/", "https://example.com/ü", "https://exämple.com/",
        "https://example.com\\@10.0.0.1/", "https://-a.example.com/", "https://example.com/\u0000", "https://a_b.example.com/"})
    void anything_else_is_none(String text) {
        assertThat(ProofLink.read(text)).isEmpty();
        assertThatThrownBy(() -> new ProofLink(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_is_too_long_is_none() {
        String start = "https://example.com/";
        assertThat(ProofLink.read(start + "a".repeat(ProofLink.MOST_LENGTH - start.length()))).isPresent();
        assertThat(ProofLink.read(start + "a".repeat(ProofLink.MOST_LENGTH - start.length() + 1))).isEmpty();
        assertThat(ProofLink.read("https://" + "a.".repeat(200) + "example.com/")).isEmpty();
    }
}
