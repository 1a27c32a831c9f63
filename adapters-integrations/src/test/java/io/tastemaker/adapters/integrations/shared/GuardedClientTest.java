package io.tastemaker.adapters.integrations.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.shared.GuardedClient.Fetched;
import io.tastemaker.adapters.integrations.shared.GuardedClient.Limits;
import io.tastemaker.adapters.integrations.shared.GuardedClient.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedClientTest {

    private static final Limits SHORT = new Limits(Duration.ofSeconds(5), 1_000);

    private Listener listener;

    @BeforeEach
    void listen() {
        listener = Listener.on("127.0.0.1");
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @ParameterizedTest
    @MethodSource("hostileUrls")
    void a_hostile_url_connects_to_nothing(String url) {
        UrlRules rules = UrlRules.strict(Set.of());
        try (GuardedClient client = new GuardedClient(rules, GuardedClientTest::names, PublicAddress::isPublic, SHORT)) {
            assertThat(client.get(url.replace("PORT", "443"), Map.of())).isInstanceOf(Fetched.Refused.class);
        }
        assertThat(listener.connections()).isZero();
    }

    /** With every other rule relaxed, so that only the look at the address stands between the URL and the listener. */
    @ParameterizedTest
    @MethodSource("hostileUrls")
    void a_hostile_url_connects_to_nothing_though_scheme_and_port_are_allowed(String url) {
        UrlRules rules = new UrlRules(Set.of("http", "https"), Set.of(listener.port(), 80, 443), Set.of());
        try (GuardedClient client = new GuardedClient(rules, GuardedClientTest::names, PublicAddress::isPublic, SHORT)) {
            String here = url.replace("PORT", Integer.toString(listener.port()));
            assertThat(client.get(here, Map.of())).isNotInstanceOf(Fetched.Answered.class);
            assertThat(client.get(here.replace("https:", "http:"), Map.of())).isNotInstanceOf(Fetched.Answered.class);
        }
        assertThat(listener.connections()).isZero();
    }

    static Stream<String> hostileUrls() {
        return Stream.of(
                "https://127.0.0.1:PORT/", "https://127.1:PORT/", "https://127.0.1:PORT/", "https://0:PORT/", "https://0.0.0.0:PORT/",
                "https://2130706433:PORT/", "https://0x7f000001:PORT/", "https://0x7f.0.0.1:PORT/", "https://0x7f.1:PORT/",
                "https://0177.0.0.1:PORT/", "https://0177.1:PORT/", "https://017700000001:PORT/", "https://127.0.0.01:PORT/",
                "https://127.0.0.1.:PORT/", "https://127.0.0.1%2e:PORT/", "https://127.000.000.001:PORT/", "https://127.255.255.254:PORT/",
                "https://[::1]:PORT/", "https://[0:0:0:0:0:0:0:1]:PORT/", "https://[::ffff:127.0.0.1]:PORT/",
                "https://[::ffff:7f00:1]:PORT/",
                "https://[::127.0.0.1]:PORT/", "https://[::]:PORT/", "https://[fd00::1]:PORT/", "https://[fe80::1]:PORT/",
                "https://[fe80::1%25lo]:PORT/", "https://[fec0::1]:PORT/", "https://[ff02::1]:PORT/", "https://[64:ff9b::7f00:1]:PORT/",
                "https://[64:ff9b:1::7f00:1]:PORT/", "https://[2002:7f00:1::]:PORT/", "https://[2001:0:7f00:1::]:PORT/",
                "https://[2001:db8::1]:PORT/", "https://10.0.0.1:PORT/", "https://172.16.0.1:PORT/", "https://172.31.255.255:PORT/",
                "https://192.168.0.1:PORT/", "https://169.254.169.254:PORT/latest/meta-data/", "https://100.64.0.1:PORT/",
                "https://198.18.0.1:PORT/", "https://192.0.2.1:PORT/", "https://203.0.113.1:PORT/", "https://224.0.0.1:PORT/",
                "https://255.255.255.255:PORT/", "https://localhost:PORT/", "https://localhost.:PORT/", "https://LOCALHOST:PORT/",
                "https://loopback.test:PORT/", "https://mixed.test:PORT/", "https://mapped.test:PORT/", "https://loopback.test.:PORT/",
                "https://user@127.0.0.1:PORT/", "https://public.test@127.0.0.1:PORT/", "https://127.0.0.1:PORT@public.test/",
                "https://public.test\\@127.0.0.1:PORT/", "https://public.test%23@127.0.0.1:PORT/",
                "https:\\\\127.0.0.1:PORT\\", "https:/127.0.0.1:PORT/", "https:127.0.0.1:PORT", "//127.0.0.1:PORT/", "127.0.0.1:PORT",
                "https://127.0.0.1\t:PORT/", "https://127.0.0.1\r\n:PORT/", " https://127.0.0.1:PORT/",
                "https://127.0.0.1:PORT/\r\nHost: a",
                "https://127\u30020\u30020\u30021:PORT/", "https://\u2460\u2461\u2466.0.0.1:PORT/", "https://l\u00f6calhost:PORT/",
                "https://%6c%6f%63%61%6c%68%6f%73%74:PORT/", "https:///127.0.0.1:PORT/", "https://127.0.0.1:PORT:443/",
                "https://127.0.0.1:-1/",
                "ftp://127.0.0.1:PORT/", "file:///etc/passwd", "gopher://127.0.0.1:PORT/_", "jar:https://127.0.0.1:PORT/!/", "data:,a",
                "javascript:alert(1)", "", "https://", "https://" + "a".repeat(3_000) + ".test/");
    }

    private static InetAddress[] names(String host) throws UnknownHostException {
        return switch (host) {
            case "loopback.test" -> addresses("127.0.0.1");
            case "mixed.test" -> addresses("93.184.216.34", "127.0.0.1");
            case "mapped.test" -> addresses("::ffff:127.0.0.1");
            default -> InetAddress.getAllByName(host);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://public.test/", "HTTP://public.test:443/"})
    void without_tls_nothing_is_called(String url) {
        assertThat(strict().get(url, Map.of())).isEqualTo(new Fetched.Refused(Reason.SCHEME));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 25, 80, 5432, 8080, 9200, 65_535})
    void other_ports_are_not_called(int port) {
        assertThat(strict().get("https://public.test:" + port + "/", Map.of())).isEqualTo(new Fetched.Refused(Reason.PORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450::1"})
    void addresses_of_the_internet_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void what_the_operator_vouches_for_is_called() {
        listener.answers("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello");
        try (GuardedClient client = new GuardedClient(Set.of(listener.origin()))) {
            Fetched.Answered answered = (Fetched.Answered) client.get(listener.origin() + "/a?b=c#d", Map.of("Accept", "text/html"));
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.contentType()).contains("text/html");
            assertThat(answered.body()).asString(UTF_8).isEqualTo("hello");
        }
        assertThat(listener.requests()).singleElement().asString().startsWith("GET /a?b=c HTTP/1.1").contains("Accept: text/html");
    }

    @Test
    void a_body_is_sent_as_it_is() {
        listener.answers("HTTP/1.1 204 No Content\r\n\r\n");
        try (GuardedClient client = new GuardedClient(Set.of(listener.origin()))) {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "X-Signature", "abc");
            Fetched answer = client.post(listener.origin() + "/hook", headers, "{}".getBytes(UTF_8));
            assertThat(answer).isInstanceOfSatisfying(Fetched.Answered.class, answered -> assertThat(answered.status()).isEqualTo(204));
        }
        assertThat(listener.requests()).singleElement().asString().startsWith("POST /hook HTTP/1.1")
                .contains("Content-Type: application/json", "X-Signature: abc", "Content-Length: 2").endsWith("{}");
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        try (Listener inner = Listener.on("127.0.0.1"); GuardedClient client = new GuardedClient(Set.of(listener.origin()))) {
            listener.answers("HTTP/1.1 302 Found\r\nLocation: " + inner.origin() + "/\r\nContent-Length: 0\r\n\r\n");
            Fetched answer = client.get(listener.origin() + "/", Map.of());
            assertThat(answer).isInstanceOfSatisfying(Fetched.Answered.class, answered -> assertThat(answered.status()).isEqualTo(302));
            assertThat(inner.connections()).isZero();
        }
    }

    @Test
    void a_name_is_looked_up_once_and_what_was_checked_is_what_is_connected_to() throws UnknownHostException {
        try (Listener outside = Listener.on("127.0.0.2", listener.port())) {
            outside.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            Deque<InetAddress[]> answers = new ArrayDeque<>(List.of(addresses("127.0.0.2"), addresses("127.0.0.1")));
            UrlRules rules = new UrlRules(Set.of("http"), Set.of(listener.port()), Set.of());
            try (GuardedClient client = new GuardedClient(rules, host -> answers.removeFirst(),
                    address -> address.getHostAddress().equals("127.0.0.2"), SHORT)) {
                String url = "http://rebinding.test:" + listener.port() + "/";
                assertThat(client.get(url, Map.of())).isInstanceOf(Fetched.Answered.class);
                assertThat(client.get(url, Map.of())).isEqualTo(new Fetched.Refused(Reason.ADDRESS));
            }
            assertThat(outside.connections()).isEqualTo(1);
            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void an_answer_that_is_too_long_is_dropped_whether_it_says_so_or_not() {
        UrlRules rules = UrlRules.strict(Set.of(listener.origin()));
        try (GuardedClient client = new GuardedClient(rules, InetAddress::getAllByName, PublicAddress::isPublic, SHORT)) {
            listener.answers("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + "x".repeat(1_001));
            assertThat(client.get(listener.origin(), Map.of())).isInstanceOf(Fetched.Failed.class);
            listener.answers("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + "x".repeat(100_000));
            assertThat(client.get(listener.origin(), Map.of())).isInstanceOf(Fetched.Failed.class);
            listener.answers("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1_000));
            assertThat(client.get(listener.origin(), Map.of())).isInstanceOf(Fetched.Answered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"})
    void a_server_that_stalls_is_left_in_time(String beginning) {
        listener.stallsAfter(beginning);
        UrlRules rules = UrlRules.strict(Set.of(listener.origin()));
        Limits hasty = new Limits(Duration.ofMillis(300), 1_000);
        try (GuardedClient client = new GuardedClient(rules, InetAddress::getAllByName, PublicAddress::isPublic, hasty)) {
            assertThat(client.get(listener.origin(), Map.of())).isInstanceOf(Fetched.Failed.class);
        }
    }

    @Test
    void a_name_that_nobody_knows_is_a_failure_and_no_fault() {
        UrlRules rules = UrlRules.strict(Set.of());
        try (GuardedClient client = new GuardedClient(rules, host -> {
            throw new UnknownHostException(host);
        }, PublicAddress::isPublic, SHORT)) {
            assertThat(client.get("https://nowhere.test/", Map.of())).isEqualTo(new Fetched.Failed("the name is not known"));
        }
    }

    @Test
    void an_answer_of_endless_headers_is_a_failure() {
        listener.answers("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(200) + "\r\n");
        try (GuardedClient client = new GuardedClient(Set.of(listener.origin()))) {
            assertThat(client.get(listener.origin(), Map.of())).isInstanceOf(Fetched.Failed.class);
        }
    }

    private static GuardedClient strict() {
        return new GuardedClient(UrlRules.strict(Set.of()), host -> {
            throw new AssertionError("looked up " + host);
        }, PublicAddress::isPublic, SHORT);
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int index = 0; index < texts.length; index++) {
            addresses[index] = InetAddress.getByName(texts[index]);
        }
        return addresses;
    }

    @Test
    void what_is_sent_needs_no_more_than_the_head_of_an_answer() {
        listener.stallsAfter("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 1000000000\r\n\r\nthe beginning of a lot");
        try (GuardedClient client = new GuardedClient(Set.of(listener.origin()), 1)) {
            assertThat(client.send(listener.origin() + "/hook", Map.of("Content-Type", "application/json"), "{}".getBytes(UTF_8)))
                    .isEqualTo(new GuardedClient.Sent.Answered(429, Optional.of("30")));
        }
        assertThat(listener.requests()).singleElement().asString().startsWith("POST /hook HTTP/1.1").endsWith("{}");
    }

    @Test
    void what_is_sent_to_somebody_who_says_nothing_fails_in_time() {
        listener.stallsAfter("");
        UrlRules rules = UrlRules.strict(Set.of(listener.origin()));
        Limits brief = new Limits(Duration.ofMillis(200), 1_000);
        try (GuardedClient client = new GuardedClient(rules, GuardedClientTest::names, PublicAddress::isPublic, brief)) {
            assertThat(client.send(listener.origin() + "/", Map.of(), new byte[0])).isInstanceOf(GuardedClient.Sent.Failed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("hostileUrls")
    void a_hostile_url_is_objected_to_and_sent_nothing(String url) {
        UrlRules rules = UrlRules.strict(Set.of());
        try (GuardedClient client = new GuardedClient(rules, GuardedClientTest::names, PublicAddress::isPublic, SHORT)) {
            String here = url.replace("PORT", "443");
            assertThat(client.objection(here)).isPresent();
            assertThat(client.send(here, Map.of(), new byte[0])).isInstanceOf(GuardedClient.Sent.Refused.class);
        }
        assertThat(listener.connections()).isZero();
    }

    @Test
    void a_name_that_is_not_known_now_is_not_objected_to() {
        UrlRules rules = UrlRules.strict(Set.of());
        Names unknown = host -> {
            throw new UnknownHostException(host);
        };
        try (GuardedClient client = new GuardedClient(rules, unknown, PublicAddress::isPublic, SHORT)) {
            assertThat(client.objection("https://hooks.example.com/")).isEmpty();
        }
    }
}
