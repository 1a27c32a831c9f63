package io.tastemaker.adapters.http.shared;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.domain.access.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server over a route table. */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    static final int MOST_HEADER_BYTES = 8_192;
    /** Requests served at once; each costs a virtual thread, and a stalled body keeps its own for one body window. */
    private static final int MOST_CONCURRENT = 4_096;
    /** Connections that wait to be accepted; with the 50 of the JDK a burst of clients is reset. */
    private static final int MOST_WAITING = 1_024;
    /** A connection that sends no complete header, or nothing, is closed after this. */
    private static final long CONNECTION_IDLE_MILLIS = 10_000;
    /** A request whose client neither sends nor takes is given up after this; longer than the heartbeat of event streams. */
    private static final long REQUEST_IDLE_MILLIS = 30_000;

    private static final List<String> SAYING_WHY = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern AHEAD = Pattern.compile("(?i)prefetch|prerender|preview");

    private final HttpSettings settings;
    private final List<Route> routes;
    private final Admission admission;
    private final Reader reader;
    private final Repeats repeats;
    private final Responder responder;
    private final Cursors cursors;
    private final Origin.Trail trail;
    private final Streams streams = new Streams();
    private final Javalin javalin;

    /**
     * Builds the server; nothing listens yet.
     *
     * @param settings what the server needs to know
     * @param contexts the routes of each context
     * @param authenticator finds out whose credential was presented
     * @param calls keeps what repeatable calls were answered
     * @param clock the time
     * @param trail is told where the work of each request comes from
     */
    public HttpApi(
            HttpSettings settings,
            List<List<Route>> contexts,
            Authenticator authenticator,
            IdempotentCalls calls,
            InstantSource clock,
            Origin.Trail trail) {
        this.settings = settings;
        List<Route> api = contexts.stream().flatMap(List::stream).toList();
        this.routes = new ArrayList<>(api);
        this.routes.addAll(Documents.routes(api, settings.version()));
        refuseDuplicates(routes);
        this.admission = new Admission(
                new Credentials(authenticator), new RateLimiter(settings.protection().limits(), System::nanoTime));
        this.reader = new Reader(settings);
        this.repeats = new Repeats(calls, clock);
        this.responder = new Responder(settings.heartbeat());
        this.cursors = new Cursors(settings.cursorKey());
        this.trail = trail;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @return this server
     * @throws UncheckedIOException when another program has the port, or the address is not of this machine
     */
    public HttpApi start() {
        try {
            javalin.start();
        } catch (JavalinException failure) {
            throw new UncheckedIOException("Cannot listen on " + settings.host() + ":" + settings.port() + ": " + failure.getMessage(),
                    new IOException(failure));
        }
        LOG.info("listening on {}://{}:{}", settings.protection().tls().isPresent() ? "https" : "http", settings.host(), port());
        return this;
    }

    /**
     * The port it listens on.
     *
     * @return the port given, or the free one that was taken
     */
    public int port() {
        return javalin.port();
    }

    /** The whole route table, documents included. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Stops listening and ends what runs. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.generateEtags = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = new VirtualThreadPool(MOST_CONCURRENT);
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> {
            Edge edge = new Edge(settings);
            server.setHandler(edge);
            server.setErrorHandler(edge::refuse);
        });
        config.jetty.addConnector(this::connector);
        for (Route route : routes) {
            config.routes.addHttpHandler(HandlerType.findOrCreate(route.method().name()), route.path(), context -> serve(route, context));
            if (route.method() == Route.Method.GET) {
                // Without a row of its own, Javalin answers a HEAD with 200 to anybody; the server leaves the body out.
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> serve(route, context));
            }
        }
        config.routes.exception(HttpResponseException.class, this::refused);
        config.routes.exception(Exception.class, this::ended);
    }

    private ServerConnector connector(Server server, HttpConfiguration inherited) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        http.setHeaderCacheSize(0); // it takes 98 kB of each connection, and answers came no faster with it
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setIdleTimeout(REQUEST_IDLE_MILLIS);
        List<ConnectionFactory> protocols = new ArrayList<>();
        settings.protection().tls().ifPresent(tls -> {
            // A probe or a proxy may call by address; which host was meant is of no importance here.
            http.addCustomizer(new SecureRequestCustomizer(false));
            protocols.add(new SslConnectionFactory(tls.context(), HttpVersion.HTTP_1_1.asString()));
        });
        protocols.add(new HttpConnectionFactory(http));
        ServerConnector connector = new ServerConnector(server, protocols.toArray(ConnectionFactory[]::new));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        connector.setAcceptQueueSize(MOST_WAITING);
        return connector;
    }

    private void serve(Route route, Context context) throws IOException {
        Reply reply;
        try {
            reply = reply(route, context);
        } catch (RuntimeException ended) {
            reply = Problems.of(ended, context.header("If-Match") != null);
        } catch (SteadyBody.TooSlow slow) {
            reply = Problem.of(ProblemCode.REQUEST_TOO_SLOW).header("Connection", "close");
        }
        responder.write(route.charges() ? Credits.onEvery(reply) : reply, context.req(), context.res());
    }

    private Reply reply(Route route, Context context) throws IOException {
        String source = settings.protection().proxies().source(context.req());
        Optional<Actor> caller = admission.admit(route, source, context.req(), context.res());
        if (route.streamsEvents() && context.method() == HandlerType.HEAD) {
            return notAllowed(context.path());
        }
        Input input = reader.read(route, context.req(), context.pathParamMap());
        String userAgent = Optional.ofNullable(context.req().getHeader("User-Agent")).orElse("");
        Call call = new Call(
                route, Edge.requestId(context.req().getAttribute(Edge.requestIdAttribute())), source, userAgent, isPreliminary(context), caller,
                input, cursors);
        Origin origin = new Origin(Optional.of(call.requestId()), Optional.of(source));
        try {
            Reply reply = trail.within(origin, () -> caller.isPresent() && route.idempotency() != Route.Idempotency.KEPT_BY_HANDLER
                    ? repeats.once(route, caller.get(), input, () -> route.handle(call))
                    : route.handle(call));
            return caller.isPresent() ? streams.admit(caller.get().team(), reply) : reply;
        } finally {
            input.upload().ifPresent(Multipart::discard);
        }
    }

    /** HEAD, and what browsers and makers of previews send when they fetch a page before anybody asked for it. */
    private static boolean isPreliminary(Context context) {
        if (context.method() == HandlerType.HEAD) {
            return true;
        }
        for (String name : SAYING_WHY) {
            String purpose = context.header(name);
            if (purpose != null && AHEAD.matcher(purpose).find()) {
                return true;
            }
        }
        return false;
    }

    /** What Javalin refuses: mostly paths that lead nowhere, or nowhere with this method. */
    private void refused(HttpResponseException refused, Context context) {
        ProblemCode code = Problems.ofStatus(refused.getStatus());
        Problem problem = Problem.of(code);
        if (code == ProblemCode.NOT_FOUND || code == ProblemCode.METHOD_NOT_ALLOWED) {
            problem = allowed(context.path()).isEmpty() ? Problem.of(ProblemCode.NOT_FOUND) : notAllowed(context.path());
            if (problem.code() == ProblemCode.METHOD_NOT_ALLOWED && isPreflight(context)) {
                answer(Preflight.of(allowed(context.path()), at(context.path()).toList()), context);
                return;
            }
        }
        answer(problem, context);
    }

    /** The edge has said already whether the origin is known. */
    private static boolean isPreflight(Context context) {
        return context.method() == HandlerType.OPTIONS && context.req().getHeader(Preflight.ASKS) != null
                && context.res().getHeader("Access-Control-Allow-Origin") != null;
    }

    private Problem notAllowed(String path) {
        return Problem.of(ProblemCode.METHOD_NOT_ALLOWED).header("Allow", String.join(", ", allowed(path)));
    }

    private void ended(Exception ended, Context context) {
        if (ended instanceof IOException || ended instanceof Responder.ClientGone) {
            LOG.debug("the client went away", ended);
            return;
        }
        Problem problem = Problems.of(ended, context.header("If-Match") != null);
        if (context.res().isCommitted()) {
            // What broke off must not look whole: without this, the server would end the body properly.
            ServletContextRequest.getServletContextRequest(context.req()).getServletChannel().abort(ended);
        }
        answer(problem, context);
    }

    private void answer(Reply reply, Context context) {
        if (context.res().isCommitted()) {
            return;
        }
        try {
            responder.write(reply, context.req(), context.res());
        } catch (IOException gone) {
            LOG.debug("the client went away", gone);
        }
    }

    private Set<String> allowed(String path) {
        Set<String> methods = new TreeSet<>();
        at(path).forEach(route -> {
            methods.add(route.method().name());
            if (route.method() == Route.Method.GET && !route.streamsEvents()) {
                methods.add("HEAD");
            }
        });
        return methods;
    }

    private Stream<Route> at(String path) {
        return routes.stream().filter(route -> Pattern.matches(route.path().replaceAll("\\{[a-z_]+}", "[^/]+"), path));
    }

    private static void refuseDuplicates(List<Route> routes) {
        Set<String> seen = new HashSet<>();
        for (Route route : routes) {
            if (!seen.add(route.method() + " " + route.path().replaceAll("\\{[a-z_]+}", "{}"))) {
                throw new IllegalArgumentException(route + " stands twice in the route table");
            }
        }
    }
}
