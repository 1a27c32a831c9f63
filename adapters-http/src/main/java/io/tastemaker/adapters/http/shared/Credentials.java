package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who calls, and asks the policy whether the route is for them. */
final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    /** RFC 6750 section 2.1: the scheme in any case, one space, and no more than the token. */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._~+/-]{1,4096}=*)");

    private final Authenticator authenticator;

    Credentials(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Who calls: nobody known on a route that is open, and somebody known on a route that needs a permission. */
    Optional<Actor> identify(Route route, HttpServletRequest request) {
        return switch (route.access()) {
            case Access.Open() -> Optional.empty();
            case Access.Recognised() -> presented(request) ? Optional.of(authenticate(route, request)) : Optional.empty();
            case Access.Needs needs -> Optional.of(authenticate(route, request));
        };
    }

    /** Ends the call when the policy does not let the actor call the route. */
    void allow(Route route, Actor actor) {
        if (route.access() instanceof Access.Needs(var permission)
                && AccessPolicy.decide(actor, permission) instanceof AccessPolicy.Decision.Denied denied) {
            LOG.info("refused 403: {} may not {}", actor.label(), route);
            throw Problems.forbidden(denied).asException();
        }
    }

    private static boolean presented(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || request.getHeader("X-Api-Key") != null;
    }

    private Actor authenticate(Route route, HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders("X-Api-Key"));
        List<String> tokens = Collections.list(request.getHeaders("Authorization"));
        if (keys.size() + tokens.size() > 1) {
            throw Problem.of(ProblemCode.TWO_CREDENTIALS).asException();
        }
        return switch (verdict(keys, tokens)) {
            case Authenticator.Verdict.Known(Actor actor) -> actor;
            case Authenticator.Verdict.Expired() -> {
                LOG.info("refused 401: the access token has expired for {}", route);
                throw Problems.unauthenticated(ProblemCode.TOKEN_EXPIRED).asException();
            }
            case Authenticator.Verdict.Unknown() -> {
                LOG.info("refused 401: no valid credential for {}", route);
                throw Problems.unauthenticated(ProblemCode.UNAUTHENTICATED).asException();
            }
        };
    }

    /** The one credential that was sent, if there is one. */
    private Authenticator.Verdict verdict(List<String> keys, List<String> tokens) {
        if (!keys.isEmpty()) {
            return authenticator.key(keys.getFirst());
        }
        Matcher bearer = BEARER.matcher(tokens.isEmpty() ? "" : tokens.getFirst());
        return bearer.matches() ? authenticator.token(bearer.group(1)) : new Authenticator.Verdict.Unknown();
    }
}
