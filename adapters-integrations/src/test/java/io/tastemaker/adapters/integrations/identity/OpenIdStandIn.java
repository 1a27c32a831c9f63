package io.tastemaker.adapters.integrations.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tastemaker.application.identity.out.IdentityProvidersContract;
import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID provider that vouches for whomever the test says: over real HTTP, with real signatures, and with every fault that the test asks
 * for. Whoever opens its page with a browser is {@link #person} and agrees.
 */
public final class OpenIdStandIn implements AutoCloseable {

    public static final String CLIENT = "tastemaker";
    public static final String SECRET = "a secret: of the client";

    /** Makes a token of the claims that a good one would have. */
    @FunctionalInterface
    public interface Forge {
        String token(Map<String, Object> claims) throws JOSEException;
    }

    /** Answers instead of a page. */
    @FunctionalInterface
    public interface Fault {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final RSAKey FIRST = rsa("first");
    private static final ECKey CURVE = curve();

    private record Consent(Map<String, String> query, Person person) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile RSAKey rsa = FIRST;
    private volatile Forge forge = this::signed;
    private volatile Person person = Person.ANA;
    private volatile Map<String, Object> discovery = Map.of();

    public OpenIdStandIn(InstantSource clock) {
        this.clock = clock;
        published.add(rsa);
        published.add(CURVE);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        page("/.well-known/openid-configuration", exchange -> json(exchange, 200, discovery()));
        page("/keys", exchange -> json(exchange, 200, new JWKSet(List.copyOf(published)).toPublicJWKSet().toJSONObject()));
        page("/authorize", this::authorize);
        page("/token", this::token);
        server.setExecutor(threads);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As it would be set up. */
    public OpenIdProvider provider(String name) {
        return new OpenIdProvider(name, issuer(), CLIENT, SECRET);
    }

    /** The person opens the page and agrees; gives the code. */
    public String consent(URI opened, Person who) {
        String code = "code-" + given.incrementAndGet();
        consents.put(code, new Consent(IdentityProvidersContract.query(opened), who));
        return code;
    }

    /** Who opens the page with a browser. */
    public void person(Person who) {
        person = who;
    }

    void forge(Forge how) {
        forge = how;
    }

    /** From now on a path answers so. */
    void fault(String path, Fault fault) {
        faults.put(path, fault);
    }

    void heal() {
        faults.clear();
    }

    /** Says more, or something else, about itself. */
    void discovery(Map<String, Object> members) {
        discovery = members;
    }

    int visits(String path) {
        return visits.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Publishes a new key instead of the old ones, and signs with it. */
    void rotate() {
        rsa = rsa("second");
        published.clear();
        published.add(rsa);
    }

    void publish(JWK key) {
        published.add(key);
    }

    RSAKey rsa() {
        return rsa;
    }

    ECKey curveKey() {
        return CURVE;
    }

    String signed(Map<String, Object> claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID()).build(), claims);
    }

    String signed(JWSHeader header, Map<String, Object> claims) throws JOSEException {
        return signed(header, rsa, claims);
    }

    static String signed(JWSHeader header, JWK key, Map<String, Object> claims) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
        token.sign(key instanceof RSAKey modulus ? new RSASSASigner(modulus) : new ECDSASigner((ECKey) key));
        return token.serialize();
    }

    static RSAKey rsa(String name) {
        try {
            return new RSAKeyGenerator(2_048).keyID(name).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey curve() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Answers anything. */
    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A fault that sends a little and then nothing, until the stand-in is closed. */
    void stall(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        closing.await();
    }

    static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        answer(exchange, status, "application/json", JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8));
    }

    private void page(String path, Fault page) {
        server.createContext(path, exchange -> {
            visits.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            try {
                faults.getOrDefault(path, page).answer(exchange);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("jwks_uri", issuer() + "/keys");
        document.put("id_token_signing_alg_values_supported", List.of("RS256", "none"));
        document.putAll(discovery);
        return document;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        URI opened = exchange.getRequestURI();
        Map<String, String> query = IdentityProvidersContract.query(opened);
        exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "?code=" + consent(opened, person)
                + "&state=" + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = IdentityProvidersContract.query(URI.create("http://form/?" + body));
        if (!isClient(exchange.getRequestHeaders().getFirst("Authorization"), form)) {
            json(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        Optional<Consent> consent = Optional.ofNullable(consents.remove(form.getOrDefault("code", "")))
                .filter(given -> given.query().get("redirect_uri").equals(form.get("redirect_uri")))
                .filter(given -> given.query().get("code_challenge").equals(challenge(form.get("code_verifier"))));
        if (consent.isEmpty()) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        try {
            json(exchange, 200, Map.of("access_token", "opaque", "token_type", "Bearer", "id_token", forge.token(claims(consent.get()))));
        } catch (JOSEException broken) {
            throw new IOException(broken);
        }
    }

    private static boolean isClient(String authorization, Map<String, String> form) {
        String pair = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return basic.equals(authorization)
                || authorization == null && CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
    }

    private Map<String, Object> claims(Consent consent) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", consent.query().get("client_id"));
        claims.put("sub", consent.person().subject());
        claims.put("iat", now);
        claims.put("exp", now + 3_600);
        claims.put("nonce", consent.query().get("nonce"));
        consent.person().email().ifPresent(email -> claims.put("email", email));
        claims.put("email_verified", consent.person().emailVerified());
        consent.person().name().ifPresent(name -> claims.put("name", name));
        return claims;
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Stops to answer. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
