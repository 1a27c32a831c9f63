package io.tastemaker.adapters.integrations.identity;

import io.tastemaker.application.identity.out.IdentityProviders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Providers over OpenID Connect, found by what they publish about themselves (OpenID Connect Discovery 1.0). */
public final class OpenIdProviders implements IdentityProviders, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProviders.class);

    private final BriefHttp http;
    private final Map<String, OpenIdIssuer> issuers = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * Sets providers up; none is asked yet.
     *
     * @param providers in the order in which people shall see them
     * @param limit how long one call may take
     * @param clock the time
     */
    public OpenIdProviders(List<OpenIdProvider> providers, Duration limit, InstantSource clock) {
        this.http = new BriefHttp(limit);
        for (OpenIdProvider provider : providers) {
            issuers.put(provider.name(), new OpenIdIssuer(provider, http, clock));
            names.put(provider.name(), provider.issuer());
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(issuers.keySet());
    }

    @Override
    public Beginning begin(Start start) {
        if (!issuers.containsKey(start.provider())) {
            return new Beginning.Unknown();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("scope", "openid email profile");
        parameters.put("redirect_uri", start.redirect().toString());
        parameters.put("state", start.state());
        parameters.put("nonce", start.nonce());
        parameters.put("code_challenge", start.challenge());
        parameters.put("code_challenge_method", "S256");
        try {
            return new Beginning.At(issuers.get(start.provider()).page(parameters));
        } catch (BriefHttp.Failed failed) {
            LOG.warn("the provider {} cannot be used: {}", start.provider(), failed.getMessage());
            return new Beginning.Unavailable();
        }
    }

    @Override
    public Answer exchange(Return back) {
        if (!issuers.containsKey(back.provider())) {
            return new Answer.Refused();
        }
        OpenIdIssuer issuer = issuers.get(back.provider());
        try {
            Optional<String> token = issuer.redeem(back.code(), back.verifier(), back.redirect());
            return token.isEmpty() ? new Answer.Refused() : verified(back.provider(), issuer.claims(token.get(), back.nonce()));
        } catch (BriefHttp.Failed failed) {
            LOG.warn("the provider {} cannot be used: {}", back.provider(), failed.getMessage());
            return new Answer.Unavailable();
        } catch (IdTokens.Bad | IdTokens.UnknownKey bad) {
            LOG.warn("a token of the provider {} is not good: {}", back.provider(), bad.getMessage());
            return new Answer.Refused();
        }
    }

    private Answer verified(String provider, Map<String, Object> claims) {
        return new Answer.Verified(names.get(provider), (String) claims.get("sub"), text(claims, "email"),
                // Some providers write the truth as text.
                Boolean.TRUE.equals(claims.get("email_verified")) || "true".equals(claims.get("email_verified")), text(claims, "name"));
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Ends running calls. */
    @Override
    public void close() {
        http.close();
    }
}
