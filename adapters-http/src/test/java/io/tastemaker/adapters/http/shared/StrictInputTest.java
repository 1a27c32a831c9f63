package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 1 of the reliability requirements, as far as it concerns bodies and parameters. */
class StrictInputTest {

    private static final Specimens SPECIMENS = new Specimens();
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(SPECIMENS.routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        nothing              |                                              | malformed_json | -            | empty
        null                 | null                                         | invalid_field  | #            | must be an object
        an array             | []                                           | invalid_field  | #            | must be an object
        a string             | "x"                                          | invalid_field  | #            | must be an object
        broken               | {"name":                                     | malformed_json | -            | cannot be read
        single quotes        | {'name':'a','amount':1}                      | malformed_json | -            | cannot be read
        a comment            | {"name":"a","amount":1/*x*/}                 | malformed_json | -            | cannot be read
        NaN                  | {"name":"a","amount":NaN}                    | malformed_json | -            | cannot be read
        a leading zero       | {"name":"a","amount":01}                     | malformed_json | -            | cannot be read
        duplicate key        | {"name":"a","name":"b","amount":1}           | malformed_json | -            | twice
        trailing text        | {"name":"a","amount":1} xxxx                 | malformed_json | -            | cannot be read
        two documents        | {"name":"a","amount":1}{"name":"b"}          | malformed_json | -            | more after
        unknown field        | {"name":"a","amount":1,"id":7}               | unknown_field  | #/id         | allowed: amount, at, color
        missing field        | {"name":"a"}                                 | invalid_field  | #/amount     | is required
        null field           | {"name":"a","amount":null}                   | invalid_field  | #/amount     | must not be null
        decimal for whole    | {"name":"a","amount":1.9}                    | invalid_field  | #/amount     | whole number
        1.0 for whole        | {"name":"a","amount":1.0}                    | invalid_field  | #/amount     | whole number
        1e1 for whole        | {"name":"a","amount":1e1}                    | invalid_field  | #/amount     | whole number
        string for number    | {"name":"a","amount":"7"}                    | invalid_field  | #/amount     | whole number
        blank for number     | {"name":"a","amount":" "}                    | invalid_field  | #/amount     | whole number
        true for number      | {"name":"a","amount":true}                   | invalid_field  | #/amount     | whole number
        number for string    | {"name":7,"amount":1}                        | invalid_field  | #/name       | must be a string
        true for string      | {"name":true,"amount":1}                     | invalid_field  | #/name       | must be a string
        number for boolean   | {"name":"a","amount":1,"flag":1}             | invalid_field  | #/flag       | true or false
        text for boolean     | {"name":"a","amount":1,"flag":"true"}        | invalid_field  | #/flag       | true or false
        number for a word    | {"name":"a","amount":1,"color":1}            | invalid_field  | #/color      | red, green
        unknown word         | {"name":"a","amount":1,"color":"RED"}        | invalid_field  | #/color      | red, green
        unknown platform     | {"name":"a","amount":1,"platforms":["x","y"]} | invalid_field | #/platforms/1 | instagram
        null in a list       | {"name":"a","amount":1,"platforms":[null]}   | invalid_field  | #/platforms/0 | must not be null
        object for a list    | {"name":"a","amount":1,"platforms":{}}       | invalid_field  | #/platforms  | must be an array
        too many entries     | {"name":"a","amount":1,"platforms":["x","x","x","x"]} | invalid_field | #/platforms | 0 to 3
        above the bound      | {"name":"a","amount":11}                     | invalid_field  | #/amount     | must be 0..10
        overflow             | {"name":"a","amount":99999999999999999999}   | invalid_field  | #/amount     | must be 0..10
        1e400                | {"name":"a","amount":1,"share":1e400}        | invalid_field  | #/share      | at most 40 digits
        1E+999999999         | {"name":"a","amount":1,"share":1E+999999999} | invalid_field  | #/share      | at most 40 digits
        1E-999999999         | {"name":"a","amount":1,"share":1E-999999999} | invalid_field  | #/share      | at most 40 digits
        exponent overflow    | {"name":"a","amount":1,"share":1E99999999999} | invalid_field | #/share      | at most 40 digits
        too many decimals    | {"name":"a","amount":1,"share":0.1234567}    | invalid_field  | #/share      | at most 6 decimals
        too long a string    | {"name":"123456789012345678901","amount":1}  | invalid_field  | #/name       | 1 to 20 characters
        empty string         | {"name":"","amount":1}                       | invalid_field  | #/name       | 1 to 20 characters
        blank string         | {"name":"  ","amount":1}                     | invalid_field  | #/name       | blank
        NUL in a string      | {"name":"a\\u0000b","amount":1}              | invalid_field  | #/name       | U+0000
        NUL in a key         | {"name":"a","amount":1,"config":{"\\u0000":1}} | invalid_field | #/config   | U+0000
        lone high surrogate  | {"name":"a\\ud800","amount":1}               | invalid_field  | #/name       | surrogate
        lone low surrogate   | {"name":"\\udc00b","amount":1}               | invalid_field  | #/name       | surrogate
        no calendar date     | {"name":"a","amount":1,"day":"2026-02-30"}   | invalid_field  | #/day        | date
        a year without end   | {"name":"a","amount":1,"day":"+999999-01-01"} | invalid_field | #/day        | date
        no time              | {"name":"a","amount":1,"at":"yesterday"}     | invalid_field  | #/at         | time
        a crossed range      | {"name":"a","amount":1,"range":{"min":2,"max":1}} | invalid_field | #/range  | min must not exceed max
        no data yet          | {"name":"a","amount":1,"keywords":["vegan"]} | not_available_yet | #/keywords | no data
        """)
    void a_body_is_read_strictly(String name, String body, String code, String pointer, String detail) {
        HttpResponse<String> answer = server.post("/api/v1/things", body == null ? "" : body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains(detail);
        if (pointer != null) {
            assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
        }
    }

    static Stream<Arguments> bytes() {
        String good = "{\"name\":\"a\",\"amount\":1}";
        return Stream.of(
                Arguments.of("UTF-16", good.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("UTF-16LE", good.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("byte order mark", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("Latin-1", "{\"name\":\"é\",\"amount\":1}".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("overlong UTF-8", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}),
                Arguments.of("surrogate as UTF-8", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}),
                Arguments.of("depth 1100", ("[".repeat(1_100) + "]".repeat(1_100)).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("depth 65", ("{\"a\":".repeat(65) + "1" + "}".repeat(65)).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("1001 digits", ("{\"amount\":" + "1".repeat(1_001) + "}").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("41 digits", ("{\"amount\":" + "1".repeat(41) + "}").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a key of 2 KB", ("{\"" + "k".repeat(2_000) + "\":1}").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("an array of 10,001", ("{\"config\":[" + "1,".repeat(10_000) + "1]}").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytes")
    void bytes_that_are_not_plain_json_in_utf_8_are_400(String name, byte[] body) {
        HttpResponse<String> answer = server.post("/api/v1/things", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("com.fasterxml", "Exception");
    }

    @Test
    void all_faults_of_a_request_come_together() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/things?x=1")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a b")
                .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":\"7\",\"a/b~c\":1,\"keywords\":[]}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"title\":\"The request has 6 faults\"", "\"code\":\"invalid_request\"", "\"?x\"", "\"#/name\"",
                "\"#/amount\"", "\"#/a~1b~0c\"", "\"#/keywords\"", "\"header:Idempotency-Key\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/things?pageSize=10&limit=500 | invalid_request   | unknown; allowed: cursor, limit, status | must be 1..100
        /api/v1/things?limit=abc             | invalid_parameter | ?limit                                  | whole number
        /api/v1/things?limit=1.5             | invalid_parameter | ?limit                                  | whole number
        /api/v1/things?limit=                | invalid_parameter | ?limit                                  | whole number
        /api/v1/things?limit=1&limit=2       | invalid_parameter | ?limit                                  | must stand once
        /api/v1/things?status=gone           | invalid_parameter | ?status                                 | draft, active
        /api/v1/things?cursor=abc            | invalid_cursor    | cursor                                  | cursor
        /api/v1/things/1-1-1-1-1             | invalid_parameter | {thing_id}                              | UUID in lower case
        /api/v1/things/0195B000-0000-7000-8000-000000000001 | invalid_parameter | {thing_id}               | UUID
        /api/v1/open?x=1                     | unknown_parameter | ?x                                      | allowed: nothing
        """)
    void parameters_are_read_strictly(String path, String code, String pointer, String detail) {
        HttpResponse<String> answer = server.get(path.strip());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", pointer, detail);
    }

    @Test
    void a_right_body_is_bound_and_a_patch_tells_absent_from_null() {
        HttpResponse<String> made = server.post("/api/v1/things", """
                {"name":"Ação 🌱","amount":10,"share":0.35,"color":"red","platforms":["instagram"],"day":"2026-10-01",
                 "at":"2026-09-01T11:30:00+02:00",
                 "range":{"min":1},"config":{"a":[1,null,{"b":false}]},"flag":null,"keywords":null}""");
        String thing = "/api/v1/things/0195b000-0000-7000-8000-000000000001";
        HttpResponse<String> changed = server.send(server.request(thing).header("Content-Type", "application/json; charset=UTF-8")
                .header("If-Match", "\"3\"").method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\":null}")));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"name\":\"Ação 🌱\"", "\"share\":0.35", "\"at\":\"2026-09-01T09:30:00.000Z\"");
        assertThat(changed.body()).isEqualTo("{\"name\":\"Cleared\",\"amount\":\"Absent\"}");
    }

    @Test
    void other_media_types_and_encodings_are_415() {
        assertThat(status("text/xml", null)).isEqualTo(415);
        assertThat(status("application/json; charset=utf-16", null)).isEqualTo(415);
        assertThat(status("application/json", "gzip")).isEqualTo(415);
        assertThat(status(null, null)).isEqualTo(415);
        assertThat(status("Application/JSON ; charset=\"utf-8\"", "identity")).isEqualTo(201);
    }

    private static int status(String contentType, String encoding) {
        HttpRequest.Builder request = server.request("/api/v1/things")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\",\"amount\":1}"));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return server.send(request).statusCode();
    }

    @Test
    void each_limit_holds_exactly() {
        String space = " ".repeat(Reader.MOST_BODY - 23);
        String query = "/api/v1/things?status=draft&cursor=";

        assertThat(server.post("/api/v1/things", "{\"name\":\"a\",\"amount\":1}" + space).statusCode()).isEqualTo(201);
        assertThat(server.post("/api/v1/things", "{\"name\":\"a\",\"amount\":1}" + space + " ").statusCode()).isEqualTo(413);
        assertThat(server.get(query + "a".repeat(Reader.MOST_QUERY - 20)).statusCode()).isEqualTo(400);
        assertThat(server.get(query + "a".repeat(Reader.MOST_QUERY)).statusCode()).isEqualTo(414);
    }
}
