package io.tastemaker.adapters.integrations.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** One provider: what it publishes about itself, kept for a while, and how a code is given back to it. */
final class OpenIdIssuer {

    private static final Duration KEPT = Duration.ofHours(1);
    /** A token of an unknown key makes us look for new keys, no more often than this. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private record Endpoints(URI authorization, URI token, URI keys, boolean takesBasic, Instant readAt) {}

    private record Keys(JWKSet set, Instant readAt) {}

    private final OpenIdProvider provider;
    private final BriefHttp http;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Optional<Endpoints> endpoints = Optional.empty();
    private volatile Optional<Keys> keys = Optional.empty();

    OpenIdIssuer(OpenIdProvider provider, BriefHttp http, InstantSource clock) {
        this.provider = provider;
        this.http = http;
        this.clock = clock;
    }

    /** The provider's page with these parameters and our name there. */
    URI page(Map<String, String> parameters) throws BriefHttp.Failed {
        String address = endpoints().authorization().toString();
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", provider.clientId());
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(all));
    }

    /** Gives a code back; the token of the answer, or empty when the provider refuses the code. */
    Optional<String> redeem(String code, String verifier, URI redirect) throws BriefHttp.Failed {
        Endpoints known = endpoints();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", redirect.toString());
        parameters.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(known.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (known.takesBasic()) {
            String pair = encoded(provider.clientId()) + ":" + encoded(provider.clientSecret());
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            parameters.put("client_id", provider.clientId());
            parameters.put("client_secret", provider.clientSecret());
        }
        BriefHttp.Reply reply = http.send(request.POST(BodyPublishers.ofString(form(parameters))));
        if (reply.status() == 400 && "invalid_grant".equals(reply.json().get("error"))) {
            return Optional.empty();
        }
        return Optional.of(text(require(reply, "the token endpoint"), "id_token"));
    }

    /** The claims of a token, by the keys that the provider publishes; by new ones when it has changed them. */
    Map<String, Object> claims(String token, String nonce) throws BriefHttp.Failed, IdTokens.Bad, IdTokens.UnknownKey {
        IdTokens.Expected expected = new IdTokens.Expected(provider.issuer(), provider.clientId(), nonce);
        Keys known = keys(KEPT);
        try {
            return IdTokens.read(token, known.set(), expected, clock.instant());
        } catch (IdTokens.UnknownKey perhapsNew) {
            return IdTokens.read(token, keys(PAUSE).set(), expected, clock.instant());
        }
    }

    private Endpoints endpoints() throws BriefHttp.Failed {
        reading.lock();
        try {
            if (endpoints.isEmpty() || isOlder(endpoints.get().readAt(), KEPT)) {
                endpoints = Optional.of(readEndpoints());
            }
            return endpoints.get();
        } finally {
            reading.unlock();
        }
    }

    private Endpoints readEndpoints() throws BriefHttp.Failed {
        String base = provider.issuer().endsWith("/") ? provider.issuer() : provider.issuer() + "/";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + ".well-known/openid-configuration"));
        Map<String, Object> document = require(http.send(request), "the discovery document");
        if (!provider.issuer().equals(document.get("issuer"))) {
            throw new BriefHttp.Failed("the discovery document is another issuer's");
        }
        boolean takesBasic = !(document.get("token_endpoint_auth_methods_supported") instanceof List<?> methods)
                || methods.contains("client_secret_basic");
        return new Endpoints(endpoint(document, "authorization_endpoint"), endpoint(document, "token_endpoint"),
                endpoint(document, "jwks_uri"), takesBasic, clock.instant());
    }

    private Keys keys(Duration oldest) throws BriefHttp.Failed {
        URI address = endpoints().keys();
        reading.lock();
        try {
            if (keys.isEmpty() || isOlder(keys.get().readAt(), oldest)) {
                Map<String, Object> document = require(http.send(HttpRequest.newBuilder(address)), "the keys");
                keys = Optional.of(new Keys(JWKSet.parse(document), clock.instant()));
            }
            return keys.get();
        } catch (ParseException unreadable) {
            throw new BriefHttp.Failed("the keys cannot be read");
        } finally {
            reading.unlock();
        }
    }

    private boolean isOlder(Instant readAt, Duration oldest) {
        return !clock.instant().isBefore(readAt.plus(oldest));
    }

    private static Map<String, Object> require(BriefHttp.Reply reply, String what) throws BriefHttp.Failed {
        if (reply.status() != 200) {
            throw new BriefHttp.Failed(what + " answered " + reply.status());
        }
        return reply.json();
    }

    private static URI endpoint(Map<String, Object> document, String name) throws BriefHttp.Failed {
        String address = text(document, name);
        if (!OpenIdProvider.isTrustworthy(address.replaceFirst("\\?.*", ""))) {
            throw new BriefHttp.Failed("the " + name + " is no https address");
        }
        return URI.create(address);
    }

    private static String text(Map<String, Object> document, String name) throws BriefHttp.Failed {
        if (document.get(name) instanceof String text) {
            return text;
        }
        throw new BriefHttp.Failed("there is no " + name);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(pair -> pair.getKey() + "=" + encoded(pair.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
