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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/**
 * Calls URLs that users give, and only such as lead to the public internet: over HTTPS, on the usual ports, to addresses that were all
 * checked and are the ones connected to. Redirects are not followed, nothing is remembered between calls, and a call takes no more than
 * its time and its bytes. What comes back is for the program; to answer a user with it would let him read what only we can reach.
 */
public final class GuardedClient implements AutoCloseable {

    private static final int MOST_AT_ONCE = 16;
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

    /** An address that is not public, met while connecting. */
    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("an address is not public");
        }
    }

    private final UrlRules rules;
    private final Limits limits;
    private final CloseableHttpClient client;
    private final ExecutorService threads;

    /**
     * A client of the usual limits.
     *
     * @param allowedOrigins what the operator vouches for: called whatever its scheme, port and addresses; such as
     *     {@code http://127.0.0.1:9000}, always with the port
     */
    public GuardedClient(Set<String> allowedOrigins) {
        this(UrlRules.strict(allowedOrigins), InetAddress::getAllByName, PublicAddress::isPublic, Limits.USUAL);
    }

    GuardedClient(UrlRules rules, Names names, Predicate<InetAddress> isPublic, Limits limits) {
        this.rules = rules;
        this.limits = limits;
        this.client = client(new Checked(rules, names, isPublic), limits);
        this.threads = new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                Thread.ofPlatform().name("fetch-", 1).daemon().factory());
    }

    private static CloseableHttpClient client(DnsResolver names, Limits limits) {
        Timeout time = Timeout.of(limits.time());
        Http1Config lines = Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(time).setSocketTimeout(time).build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
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

    private Fetched call(String method, String url, Map<String, String> headers, Optional<byte[]> body) {
        return switch (rules.check(url)) {
            case UrlRules.Verdict.Refused refused -> new Fetched.Refused(refused.reason());
            case UrlRules.Verdict.Allowed allowed -> {
                HttpUriRequestBase request = new HttpUriRequestBase(method, allowed.url());
                headers.forEach(request::setHeader);
                body.ifPresent(bytes -> request.setEntity(new ByteArrayEntity(bytes, contentType(headers))));
                yield inTime(request, allowed.url());
            }
        };
    }

    private static ContentType contentType(Map<String, String> headers) {
        return Optional.ofNullable(headers.get(HttpHeaders.CONTENT_TYPE)).map(ContentType::parse)
                .orElse(ContentType.APPLICATION_OCTET_STREAM);
    }

    /** Looking names up cannot be interrupted, and a server that drips keeps every timeout of a socket: so the whole call has an end. */
    private Fetched inTime(HttpUriRequestBase request, URI url) {
        try {
            Future<Fetched> running = threads.submit(() -> exchange(request, url));
            try {
                return running.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                request.cancel();
                return new Fetched.Failed("no whole answer within " + limits.time().toMillis() + " ms");
            }
        } catch (RejectedExecutionException busy) {
            return new Fetched.Failed("too many calls at once");
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a call met a fault", fault.getCause());
        } catch (InterruptedException interrupted) {
            request.cancel();
            Thread.currentThread().interrupt();
            return new Fetched.Failed("interrupted");
        }
    }

    private Fetched exchange(HttpUriRequestBase request, URI url) {
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        try (ClassicHttpResponse response = client.executeOpen(target, request, null)) {
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
        client.close(CloseMode.IMMEDIATE);
    }
}
