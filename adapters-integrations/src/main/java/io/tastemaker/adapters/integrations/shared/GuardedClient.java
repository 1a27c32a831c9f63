package io.tastemaker.adapters.integrations.shared;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls URLs that users give, and only such as lead to the public internet: over HTTPS, on the usual ports, to addresses that were all
 * checked and are the ones connected to. Redirects are not followed, nothing is remembered between calls, and a call takes no more than
 * its time and its bytes. What comes back is for the program; to answer a user with it would let him read what only we can reach.
 */
public final class GuardedClient implements AutoCloseable {

    /** How many calls run at once unless told otherwise. */
    private static final int MOST_AT_ONCE = 16;
    private static final Logger LOG = LoggerFactory.getLogger(GuardedClient.class);
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 16_384;

    /** Why a URL was not called. */
    public enum Reason {
        /** It cannot be read as an absolute URL, in one way only. */
        NOT_A_URL,
        /** It is not HTTPS. */
        SCHEME,
        /** Its port is not 443 or 8443. */
        PORT,
        /** It carries a name or a password. */
        USERINFO,
        /** Its host is neither a full name nor an address in its common form. */
        HOST,
        /** One of the addresses of its host is not public. */
        ADDRESS
    }

    /**
     * How much a call may take.
     *
     * @param time from the first look-up to the last byte
     * @param mostBytes of the answer's body
     */
    public record Limits(Duration time, int mostBytes) {
        /** Five seconds and a megabyte. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(5), 1_048_576);
    }

    /** What became of a call. */
    public sealed interface Fetched {
        /**
         * An answer came, of whatever status; 3xx is an answer too.
         *
         * @param status 200 to 599
         * @param contentType the media type without parameters, in lower case
         * @param body the whole body
         */
        record Answered(int status, Optional<String> contentType, byte[] body) implements Fetched {
            /** Says nothing of the body. */
            @Override
            public String toString() {
                return "Answered[" + status + ", " + body.length + " bytes]";
            }
        }

        /**
         * The URL may not be called, and nothing was connected to.
         *
         * @param reason why
         */
        record Refused(Reason reason) implements Fetched {}

        /**
         * No whole answer came; another call may have more luck.
         *
         * @param reason why, without the URL
         */
        record Failed(String reason) implements Fetched {}
    }

    /** What became of something that was sent and whose answer nobody reads. */
    public sealed interface Sent {
        /**
         * An answer came, of whatever status; 3xx is an answer too.
         *
         * @param status 200 to 599
         * @param retryAfter the header of that name, as it was sent
         */
        record Answered(int status, Optional<String> retryAfter) implements Sent {}

        /**
         * The URL may not be called, and nothing was connected to.
         *
         * @param reason why
         */
        record Refused(Reason reason) implements Sent {}

        /**
         * No answer came; another call may have more luck.
         *
         * @param reason why, without the URL
         */
        record Failed(String reason) implements Sent {}
    }

    /** An address that is not public, met while connecting. */
    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("an address is not public");
        }
    }

    private final UrlRules rules;
    private final Limits limits;
    private final Checked names;
    private final WhenNeeded<CloseableHttpClient> client;
    private final ExecutorService threads;

    /**
     * A client of the usual limits.
     *
     * @param allowedOrigins what the operator vouches for: called whatever its scheme, port and addresses; such as
     *     {@code http://127.0.0.1:9000}, always with the port
     */
    public GuardedClient(Set<String> allowedOrigins) {
        this(allowedOrigins, MOST_AT_ONCE);
    }

    /**
     * A client of the usual limits, for more or fewer calls at once.
     *
     * @param allowedOrigins what the operator vouches for
     * @param atOnce how many calls run at once, at least 1; what comes besides fails
     */
    public GuardedClient(Set<String> allowedOrigins, int atOnce) {
        this(UrlRules.strict(allowedOrigins), InetAddress::getAllByName, PublicAddress::isPublic, Limits.USUAL, atOnce);
    }

    GuardedClient(UrlRules rules, Names names, Predicate<InetAddress> isPublic, Limits limits) {
        this(rules, names, isPublic, limits, MOST_AT_ONCE);
    }

    private GuardedClient(UrlRules rules, Names names, Predicate<InetAddress> isPublic, Limits limits, int atOnce) {
        this.rules = rules;
        this.limits = limits;
        this.names = new Checked(rules, names, isPublic);
        this.client = new WhenNeeded<>(() -> client(this.names, limits, atOnce));
        this.threads = new ThreadPoolExecutor(0, atOnce, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                Thread.ofPlatform().name("fetch-", 1).daemon().factory());
    }

    private static CloseableHttpClient client(DnsResolver names, Limits limits, int atOnce) {
        Timeout time = Timeout.of(limits.time());
        Http1Config lines = Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(time).setSocketTimeout(time).build())
                        .setMaxConnTotal(atOnce)
                        .setMaxConnPerRoute(atOnce)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(time)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Tastemaker")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Gives only addresses that may be connected to, or none at all when one of them may not. */
    private record Checked(UrlRules rules, Names names, Predicate<InetAddress> isPublic) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            boolean exempt = rules.isExempt(host, port);
            InetAddress[] addresses = names.addresses(host);
            if (!exempt && !Arrays.stream(addresses).allMatch(isPublic)) {
                throw new NotPublic();
            }
            return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = names.addresses(host);
            if (!Arrays.stream(addresses).allMatch(isPublic)) {
                throw new NotPublic();
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Reads what is at a URL.
     *
     * @param url as the user gave it
     * @param headers of the program's own making
     * @return what became of it
     */
    public Fetched get(String url, Map<String, String> headers) {
        return call("GET", url, headers, Optional.empty());
    }

    /**
     * Sends something to a URL.
     *
     * @param url as the user gave it
     * @param headers of the program's own making; the content type among them
     * @param body what is sent
     * @return what became of it
     */
    public Fetched post(String url, Map<String, String> headers, byte[] body) {
        return call("POST", url, headers, Optional.of(body));
    }

    /**
     * Sends something to a URL, and reads no more of the answer than its head.
     *
     * @param url as the user gave it
     * @param headers of the program's own making; the content type among them
     * @param body what is sent
     * @return what became of it
     */
    public Sent send(String url, Map<String, String> headers, byte[] body) {
        return switch (rules.check(url)) {
            case UrlRules.Verdict.Refused refused -> new Sent.Refused(refused.reason());
            case UrlRules.Verdict.Allowed allowed -> {
                HttpUriRequestBase request = request("POST", allowed.url(), headers, Optional.of(body));
                yield inTime(() -> head(request, allowed.url()), request::cancel, Sent.Failed::new);
            }
        };
    }

    /**
     * Looks whether a URL may be called, without calling it. What a name leads to may change, so each call looks anew.
     *
     * @param url as the user gave it
     * @return why not; empty when it may, or when its name is not known now
     */
    public Optional<Reason> objection(String url) {
        return switch (rules.check(url)) {
            case UrlRules.Verdict.Refused refused -> Optional.of(refused.reason());
            case UrlRules.Verdict.Allowed allowed -> inTime(() -> objection(allowed.url()), () -> false, reason -> Optional.empty());
        };
    }

    private Optional<Reason> objection(URI url) {
        try {
            names.resolve(url.getHost(), url.getPort());
            return Optional.empty();
        } catch (NotPublic refused) {
            return Optional.of(Reason.ADDRESS);
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    private Fetched call(String method, String url, Map<String, String> headers, Optional<byte[]> body) {
        return switch (rules.check(url)) {
            case UrlRules.Verdict.Refused refused -> new Fetched.Refused(refused.reason());
            case UrlRules.Verdict.Allowed allowed -> {
                HttpUriRequestBase request = request(method, allowed.url(), headers, body);
                yield inTime(() -> exchange(request, allowed.url()), request::cancel, Fetched.Failed::new);
            }
        };
    }

    private static HttpUriRequestBase request(String method, URI url, Map<String, String> headers, Optional<byte[]> body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        headers.forEach(request::setHeader);
        body.ifPresent(bytes -> request.setEntity(new ByteArrayEntity(bytes, contentType(headers))));
        return request;
    }

    private static ContentType contentType(Map<String, String> headers) {
        return Optional.ofNullable(headers.get(HttpHeaders.CONTENT_TYPE)).map(ContentType::parse)
                .orElse(ContentType.APPLICATION_OCTET_STREAM);
    }

    /** Looking names up cannot be interrupted, and a server that drips keeps every timeout of a socket: so the whole call has an end. */
    private <T> T inTime(Callable<T> work, BooleanSupplier cancel, Function<String, T> failed) {
        try {
            Future<T> running = threads.submit(work);
            try {
                return running.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                cancel.getAsBoolean();
                return failed.apply("no whole answer within " + limits.time().toMillis() + " ms");
            } catch (InterruptedException interrupted) {
                cancel.getAsBoolean();
                Thread.currentThread().interrupt();
                return failed.apply("interrupted");
            }
        } catch (RejectedExecutionException busy) {
            return failed.apply("too many calls at once");
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a call met a fault", fault.getCause());
        }
    }

    private Sent head(HttpUriRequestBase request, URI url) {
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        try {
            ClassicHttpResponse response = client.get().executeOpen(target, request, null);
            Optional<String> retryAfter = Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER)).map(Header::getValue);
            hangUp(request, response);
            return new Sent.Answered(response.getCode(), retryAfter);
        } catch (NotPublic refused) {
            return new Sent.Refused(Reason.ADDRESS);
        } catch (UnknownHostException unknown) {
            return new Sent.Failed("the name is not known");
        } catch (IOException broken) {
            return new Sent.Failed("no answer: " + broken.getClass().getSimpleName());
        }
    }

    /** Closing the answer alone would read its body to the end first; after the call is canceled there is nothing left to be read. */
    private static void hangUp(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException hungUp) {
            LOG.trace("the rest of an answer was cut off", hungUp);
        }
    }

    private Fetched exchange(HttpUriRequestBase request, URI url) {
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        try (ClassicHttpResponse response = client.get().executeOpen(target, request, null)) {
            Optional<byte[]> body = body(response);
            if (body.isEmpty()) {
                request.cancel(); // otherwise the rest would be read before the connection is closed
                return new Fetched.Failed("the answer has more than " + limits.mostBytes() + " bytes");
            }
            return new Fetched.Answered(response.getCode(), contentType(response), body.get());
        } catch (NotPublic refused) {
            return new Fetched.Refused(Reason.ADDRESS);
        } catch (UnknownHostException unknown) {
            return new Fetched.Failed("the name is not known");
        } catch (IOException broken) {
            return new Fetched.Failed("no whole answer: " + broken.getClass().getSimpleName());
        }
    }

    private Optional<byte[]> body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return Optional.of(new byte[0]);
        }
        InputStream content = entity.getContent();
        byte[] bytes = content.readNBytes(limits.mostBytes() + 1);
        return Optional.of(bytes).filter(read -> read.length <= limits.mostBytes());
    }

    private static Optional<String> contentType(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.CONTENT_TYPE)).map(Header::getValue)
                .map(value -> value.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.ifMade(made -> made.close(CloseMode.IMMEDIATE));
    }
}
