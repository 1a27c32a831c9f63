package io.tastemaker.benchmarks;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Authenticator;
import io.tastemaker.adapters.http.shared.HttpApi;
import io.tastemaker.adapters.http.shared.HttpSettings;
import io.tastemaker.adapters.http.shared.Protection;
import io.tastemaker.adapters.http.shared.Rate;
import io.tastemaker.adapters.http.shared.RateLimits;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The program's HTTP server with one route that does nothing: who calls is known and counted as on every route, what is sent is read and
 * not looked at, and the same bytes come back each time. It is what a cached search is measured by.
 */
public final class BareServer {

    private static final String PATH = "/bare";

    /** Where the bytes are. */
    static final String PATH_ON_SERVER = Route.BASE + PATH;

    private BareServer() {}

    /**
     * Serves until it is stopped.
     *
     * @param arguments the file with the bytes, and the only key
     * @throws IOException when it cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Answer answer = new Answer(200, Map.of(), Files.readAllBytes(file), "application/json");
        Route route = Route.of(Route.Method.POST, PATH, Access.needs(Permission.SEARCH_CREATORS)).says("bare", "Give some bytes")
                .document(answer.contentType(), "The bytes").handle(call -> answer);
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, new byte[32], file.resolveSibling("incoming"), HttpSettings.UPLOAD_LIMIT,
                Duration.ofSeconds(15), Duration.ofSeconds(3), "bare", Protection.of(RateLimits.all(Rate.MOST)));
        HttpApi http = new HttpApi(settings, List.of(List.of(route)), new OneKey(arguments[1]), new NoCalls(), InstantSource.system(), new Origin.Trail());
        Runtime.getRuntime().addShutdownHook(new Thread(http::close));
        ServerProcess.ready("http://127.0.0.1:" + http.start().port());
    }

    private record OneKey(String known) implements Authenticator {
        @Override
        public Verdict key(String key) {
            return key.equals(known) ? new Verdict.Known(new Actor.Operator("benchmark", TeamId.CATALOGUE)) : new Verdict.Unknown();
        }

        @Override
        public Verdict token(String token) {
            return new Verdict.Unknown();
        }
    }

    /** The route takes no idempotency key. */
    private record NoCalls() implements IdempotentCalls {
        @Override
        public Entry begin(CallKey call, String fingerprint, Instant now, Duration lease, Duration keep) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void complete(CallKey call, long token, Answer answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(CallKey call, long token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int purge(Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
