package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {

    @TempDir
    private Path uploads;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(new Specimens().routes(), uploads, 1 << 21, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        try (Stream<Path> left = Files.list(uploads)) {
            assertThat(left).as("nothing stays behind").isEmpty();
        }
    }

    private HttpResponse<String> upload(String key, String... parts) {
        String body = Stream.of(parts).map(part -> "--frontier\r\n" + part + "\r\n").reduce("", String::concat) + "--frontier--\r\n";
        return send(key, body);
    }

    private HttpResponse<String> send(String key, String body) {
        return server.send(server.request("/api/v1/imports").header("Content-Type", "multipart/form-data; boundary=frontier")
                .header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String file(String content) {
        return "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\dir\\\\../a \\\"b\\\".csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content;
    }

    private static String options(String json) {
        return "Content-Disposition: form-data; name=\"options\"\r\nContent-Type: application/json\r\n\r\n" + json;
    }

    @Test
    void a_file_is_streamed_to_disk_and_its_options_are_bound() {
        String content = "handle,followers\r\nana,10\r\n--frontie\r\n";
        HttpResponse<String> answer = upload("a", file(content), options("{\"platform\":\"instagram\"}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"a \\\"b\\\".csv\"", "\"bytes\":" + content.length(), "\"platform\":\"instagram\"")
                .containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
    }

    @Test
    void the_file_belongs_to_the_command_that_is_repeated() {
        HttpResponse<String> first = upload("b", file("one"));
        HttpResponse<String> again = upload("b", file("one"), options("{}"));
        HttpResponse<String> other = upload("b", file("two"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.body()).contains("idempotency_key_reused");
    }

    @Test
    void faults_of_all_parts_come_together() {
        HttpResponse<String> answer = upload("c", options("{\"platform\":\"myspace\",\"x\":1}"),
                "Content-Disposition: form-data; name=\"other\"\r\n\r\nx");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"#/platform\"", "\"#/x\"", "\"#/file\"", "\"#/other\"", "allowed: file, options");
    }

    @Test
    void a_file_over_the_limit_is_413_whether_announced_or_not() {
        String large = file("x".repeat(1 << 21));
        HttpResponse<String> announced = upload("d", large);
        HttpResponse<String> chunked = server.send(server.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=frontier").header("Idempotency-Key", "e")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("--frontier\r\n" + large + "\r\n--frontier--\r\n"))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void broken_multiparts_are_400() {
        assertThat(send("f", "--frontier\r\n" + file("x")).body()).contains("malformed_multipart");
        assertThat(send("g", "rubbish").body()).contains("malformed_multipart");
        assertThat(upload("m", "no header\r\n\r\nx").body()).contains("malformed_multipart");
        String[] many = IntStream.range(0, 20).mapToObj(i -> "Content-Disposition: form-data; name=\"" + i + "\"\r\n\r\nx")
                .toArray(String[]::new);
        assertThat(upload("n", many).body()).contains("malformed_multipart");
        assertThat(upload("h", file("x"), file("y")).body()).contains("must come once");
        assertThat(upload("i", file("x"), options("{\"platform\":\"x\",\"platform\":\"x\"}")).body()).contains("twice");
    }

    @Test
    void the_key_and_the_media_type_are_needed() {
        HttpResponse<String> keyless = server.send(server.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=frontier").POST(HttpRequest.BodyPublishers.ofString("")));
        HttpResponse<String> json = server.send(server.request("/api/v1/imports").header("Idempotency-Key", "j")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")));
        HttpResponse<String> boundless = server.send(server.request("/api/v1/imports").header("Idempotency-Key", "k")
                .header("Content-Type", "multipart/form-data").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(keyless.body()).contains("idempotency_key_missing");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(boundless.body()).contains("\"status\":400", "malformed_multipart");
    }
}
