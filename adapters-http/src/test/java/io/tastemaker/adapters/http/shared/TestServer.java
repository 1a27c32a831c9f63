package io.tastemaker.adapters.http.shared;

import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The real server on a free port, and two ways to talk to it: a client, and a bare socket. */
public final class TestServer implements AutoCloseable {

    static final String KEY = "tmk_a_reader";
    static final TeamId TEAM = TeamId.of("0195b000-0000-7000-8000-000000000001");
    static final TeamId OTHER_TEAM = TeamId.of("0195b000-0000-7000-8000-000000000002");

    static final Protection UNLIMITED = Protection.of(RateLimits.all(Rate.MOST));

    private static final Map<String, Actor> KEYS = Map.of(
            KEY, key(1, TEAM, EnumSet.allOf(Scope.class)),
            "tmk_b_other", key(2, OTHER_TEAM, EnumSet.allOf(Scope.class)),
            "tmk_c_narrow", key(3, TEAM, EnumSet.of(Scope.JOBS_READ)));

    private final String key;
    private final HttpApi api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A server over routes that anybody may call, or that the keys here open.
     *
     * @param routes what it serves
     */
    public TestServer(List<Route> routes) {
        this(routes, Path.of("target", "uploads"), 1 << 21, Duration.ofSeconds(1));
    }

    TestServer(List<Route> routes, Path uploads, long uploadLimit, Duration window) {
        this(routes, uploads, uploadLimit, window, UNLIMITED);
    }

    TestServer(List<Route> routes, Protection protection) {
        this(routes, Path.of("target", "uploads"), 1 << 21, Duration.ofSeconds(1), protection);
    }

    private TestServer(List<Route> routes, Path uploads, long uploadLimit, Duration window, Protection protection) {
        this.key = KEY;
        HttpSettings settings = settings(uploads, uploadLimit, window, protection);
        IdempotentCalls calls = new InMemoryIdempotentCalls(new InMemoryTransactions());
        api = new HttpApi(settings, List.of(routes), keys(key -> Optional.ofNullable(KEYS.get(key))), calls, InstantSource.system(),
                new Origin.Trail())
                .start();
    }

    /**
     * A server over other use cases.
     *
     * @param routes what it serves
     * @param authenticator whose keys it knows
     * @param key the key that requests carry
     * @param calls keeps repeatable calls
     * @param clock the time
     * @param trail is told where requests come from
     */
    public TestServer(
            List<Route> routes, Authenticator authenticator, String key, IdempotentCalls calls, InstantSource clock, Origin.Trail trail) {
        this.key = key;
        this.api = new HttpApi(settings(Path.of("target", "uploads"), 1 << 22, Duration.ofSeconds(1), UNLIMITED), List.of(routes),
                authenticator, calls, clock, trail)
                .start();
    }

    /**
     * Knows keys, and no access tokens.
     *
     * @param known whose key it is
     * @return an authenticator
     */
    public static Authenticator keys(Function<String, Optional<Actor>> known) {
        return new Authenticator() {
            @Override
            public Verdict key(String key) {
                return known.apply(key).<Verdict>map(Verdict.Known::new).orElseGet(Verdict.Unknown::new);
            }

            @Override
            public Verdict token(String token) {
                return new Verdict.Unknown();
            }
        };
    }

    private static HttpSettings settings(Path uploads, long uploadLimit, Duration window, Protection protection) {
        return new HttpSettings("127.0.0.1", 0, new byte[32], uploads, uploadLimit, Duration.ofMillis(200), window, "1.0.0-test",
                protection);
    }

    private static Actor key(int number, TeamId team, Set<Scope> scopes) {
        ApiKeyId id = ApiKeyId.of("0195f000-0000-7000-8000-00000000000" + number);
        return new Actor.Key(id, team, Role.MANAGER, scopes);
    }

    public int port() {
        return api.port();
    }

    public HttpRequest.Builder request(String path) {
        return bare(path).header("X-Api-Key", key);
    }

    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Sends bytes as they are and reads until the server closes. */
    public String raw(String bytes) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        client.close();
        api.close();
    }
}
