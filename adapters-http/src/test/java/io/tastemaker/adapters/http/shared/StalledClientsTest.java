package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Row R-API-3: clients that stall do not stall others. */
@Tag("faults")
class StalledClientsTest {

    private static final int STALLED = 400;
    private static final String UPLOAD = "POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + TestServer.KEY
            + "\r\nIdempotency-Key: k%d\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n";
    private static final String BODY = "POST /api/v1/things HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + TestServer.KEY
            + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    private static final String HALF_HEADERS = "GET /api/v1/open HTTP/1.1\r\nHost: a\r\nX-Ha";

    private final List<Socket> sockets = new ArrayList<>();
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(new Specimens().routes(), Path.of("target", "uploads"), 1 << 21, Duration.ofSeconds(3));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    @Tag("figures")
    void stalled_bodies_uploads_and_half_headers_leave_the_others_alone() throws Exception {
        long[] quiet = measure(200);
        List<Socket> bodies = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            bodies.add(open(i % 2 == 0 ? BODY : UPLOAD.formatted(i)));
            open(HALF_HEADERS);
        }
        long[] besieged = measure(400);

        List<String> answers = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> reading = bodies.stream().map(socket -> readers.submit(() -> read(socket))).toList();
            for (Future<String> answer : reading) {
                answers.add(answer.get());
            }
        }
        String figures = ("quiet p50 %d us, p99 %d us; "
                + "under %d stalled bodies and %d half headers p50 %d us, p99 %d us; %d of %d cut with 408")
                .formatted(at(quiet, 50), at(quiet, 99), STALLED, STALLED, at(besieged, 50), at(besieged, 99),
                        answers.stream().filter(answer -> answer.startsWith("HTTP/1.1 408 ")).count(), STALLED);
        LoggerFactory.getLogger(StalledClientsTest.class).warn(figures);

        assertThat(at(besieged, 99)).as(figures).isLessThan(200_000);
        assertThat(answers).as(figures).allMatch(answer -> answer.startsWith("HTTP/1.1 408 "));
    }

    @Test
    void a_drip_of_one_byte_per_half_second_is_cut() throws Exception {
        Socket socket = open(BODY);
        long begin = System.nanoTime();
        boolean cut = false;
        while (!cut && System.nanoTime() - begin < 20_000_000_000L) {
            Thread.sleep(500);
            try {
                socket.getOutputStream().write(' ');
                cut = socket.getInputStream().available() > 0;
            } catch (IOException closed) {
                cut = true;
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
        assertThat(cut).isTrue();
    }

    @Test
    void half_a_header_is_closed_after_ten_seconds_of_silence() throws Exception {
        Socket socket = open(HALF_HEADERS);
        long begin = System.nanoTime();
        read(socket);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(13));
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        sockets.add(socket);
        return socket;
    }

    private static String read(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            return "broken: " + broken.getMessage();
        }
    }

    private long[] measure(int calls) {
        long[] micros = new long[calls];
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = server.send(server.bare("/api/v1/open"));
            micros[i] = (System.nanoTime() - begin) / 1_000;
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        Arrays.sort(micros);
        return micros;
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
