package io.tastemaker.adapters.http.shared;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * The outermost layer: names every request, puts the security headers on every answer, hides headers that would change the method, and
 * guards against bodies that do not come. It also answers, as a problem, whatever the server refuses on its own.
 */
final class Edge extends Handler.Wrapper {

    /** A body that brings less is cut off; the least rate of section R-API-3 of the reliability requirements. */
    static final int LEAST_BYTES_PER_SECOND = 100;

    private static final String REQUEST_ID = Edge.class.getName() + ".id";

    /** What pages of known origins may read besides the body. */
    private static final HttpField EXPOSED = new PreEncodedHttpField("Access-Control-Expose-Headers",
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotent-Replayed, "
                    + "X-Credits-Charged, X-Credits-Source, X-Credits-Remaining, X-Credits-Reserved, Content-Disposition");
    private static final HttpField STAY_A_YEAR = new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Cache-Control", "no-store"),
            // Also where nobody asked: a cache must not hand the answer for one origin to a page of another.
            new PreEncodedHttpField("Vary", "Origin"));

    private final Duration bodyWindow;
    private final Origins origins;
    private final boolean secureTransport;

    Edge(HttpSettings settings) {
        this.bodyWindow = settings.bodyWindow();
        this.origins = settings.protection().origins();
        this.secureTransport = settings.protection().secureTransport();
    }

    static String requestId(Object attribute) {
        return attribute instanceof String id ? id : RequestIds.of(null);
    }

    static String requestIdAttribute() {
        return REQUEST_ID;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        request.setAttribute(REQUEST_ID, id);
        stamp(request, id, response.getHeaders()::add); // there are none yet, so that none has to be looked for
        MDC.put(RequestIds.MDC_KEY, id);
        try {
            return super.handle(new Guarded(request, bodyWindow), response, callback);
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
    }

    private void stamp(Request request, String id, Consumer<HttpField> headers) {
        headers.accept(new HttpField(RequestIds.HEADER, id));
        ALWAYS.forEach(headers);
        if (secureTransport) {
            headers.accept(STAY_A_YEAR);
        }
        List<String> named = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (origins.allow(named)) {
            headers.accept(new HttpField("Access-Control-Allow-Origin", named.getFirst()));
            headers.accept(EXPOSED);
        }
    }

    /** Answers what the server refuses before a route is reached. */
    boolean refuse(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer known ? known : response.getStatus();
        ProblemCode code = Problems.ofStatus(status);
        Object named = request.getAttribute(REQUEST_ID);
        String id = named instanceof String known ? known : RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        byte[] body = Problems.document(Problem.of(code), id);
        response.setStatus(code.status());
        stamp(request, id, response.getHeaders()::put);
        // Whatever was wrong, nobody knows any more where the next request would begin.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** A request without method override, whose body must keep coming. */
    private static final class Guarded extends SteadyBody {
        private final HttpFields headers;

        Guarded(Request request, Duration window) {
            super(request, window);
            HttpFields given = request.getHeaders();
            this.headers = overrides(given) ? without(given) : given;
        }

        private static boolean overrides(HttpFields given) {
            for (HttpField field : given) {
                if (isOverride(field)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        private static HttpFields without(HttpFields given) {
            HttpFields.Mutable kept = HttpFields.build();
            given.stream().filter(field -> !isOverride(field)).forEach(kept::add);
            return kept.asImmutable();
        }

        private static boolean isOverride(HttpField field) {
            String name = field.getLowerCaseName();
            return name.equals("x-http-method-override") || name.equals("x-http-method") || name.equals("x-method-override");
        }
    }
}
