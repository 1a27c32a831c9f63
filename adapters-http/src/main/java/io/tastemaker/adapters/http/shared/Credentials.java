package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who calls, and asks the policy whether the route is for them. */
final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    private static final Pattern KEY = Pattern.compile("tmk_[A-Za-z0-9-]{1,64}_[A-Za-z0-9_-]{1,128}");

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
        // Access tokens come with the sign-in of people; until then none is valid.
        Optional<Actor> actor = keys.stream().findFirst().filter(key -> KEY.matcher(key).matches()).flatMap(authenticator::authenticate);
        if (actor.isEmpty()) {
            LOG.info("refused 401: no valid credential for {}", route);
            throw Problems.unauthenticated().asException();
        }
        return actor.get();
    }
}
