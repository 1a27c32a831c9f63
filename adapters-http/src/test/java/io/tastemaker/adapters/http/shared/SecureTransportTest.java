package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureTransportTest {

    private static final String PASSWORD = "only for this test";

    @TempDir
    private static Path directory;
    private static Path keystore;

    @BeforeAll
    static void certify() throws Exception {
        keystore = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
                "-validity", "2", "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static Protection protection(boolean behindTls, Optional<Tls> tls) {
        return new Protection(RateLimits.all(Rate.MOST), TrustedProxies.NONE, Origins.NONE, behindTls, tls);
    }

    @Test
    void the_server_speaks_tls_and_tells_browsers_to_stay_with_it() throws Exception {
        try (TestServer server = new TestServer(new Specimens().routes(), protection(false, Optional.of(new Tls(keystore, PASSWORD))));
                HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/api/v1/open")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(server.raw("GET /api/v1/open HTTP/1.1\r\nHost: a\r\n\r\n")).doesNotContain("200 OK");
        }
    }

    private static SSLContext trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void behind_a_proxy_that_speaks_tls_it_says_so_when_told_to() {
        try (TestServer told = new TestServer(new Specimens().routes(), protection(true, Optional.empty()));
                TestServer untold = new TestServer(new Specimens().routes(), protection(false, Optional.empty()))) {
            assertThat(List.of("/api/v1/open", "/nothing-here", "/%00")).allSatisfy(path -> {
                assertThat(told.send(told.bare(path)).headers().firstValue("Strict-Transport-Security")).isPresent();
                assertThat(untold.send(untold.bare(path)).headers().firstValue("Strict-Transport-Security")).isEmpty();
            });
        }
    }

    @Test
    void a_keystore_that_cannot_be_opened_is_refused_and_its_password_never_told() throws IOException {
        Path text = Files.writeString(directory.resolve("no.p12"), "text");

        assertThatIllegalArgumentException().isThrownBy(() -> new Tls(keystore, "wrong")).withMessageContaining("cannot be opened");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tls(text, PASSWORD)).withMessageContaining("cannot be opened");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tls(directory.resolve("gone"), PASSWORD)).withMessageContaining("read");
        assertThat(new Tls(keystore, PASSWORD).toString()).doesNotContain(PASSWORD);
    }
}
