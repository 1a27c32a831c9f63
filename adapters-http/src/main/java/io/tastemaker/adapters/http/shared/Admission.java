package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Lets a call in: finds out who calls, counts the call, and asks the policy, before anything else of the request is read. */
final class Admission {

    private final Credentials credentials;
    private final RateLimiter limiter;

    Admission(Credentials credentials, RateLimiter limiter) {
        this.credentials = credentials;
        this.limiter = limiter;
    }

    /** Who calls, if anybody known does; ends the call when it may not go on. */
    Optional<Actor> admit(Route route, String source, HttpServletRequest request, HttpServletResponse response) {
        if (route.rateClass().isEmpty()) {
            return credentials.identify(route, request);
        }
        Optional<Actor> caller = identify(route, source, request, response);
        RateClass kind = route.rateClass().get();
        // Whoever is known is counted with the team, also where nobody need be known.
        RateLimiter.Standing standing = caller.isPresent()
                ? limiter.spend(kind == RateClass.PUBLIC ? RateClass.READING : kind, caller.get().team())
                : limiter.spend(kind, source);
        announce(standing, response);
        caller.ifPresent(actor -> credentials.allow(route, actor));
        return caller;
    }

    private Optional<Actor> identify(Route route, String source, HttpServletRequest request, HttpServletResponse response) {
        if (!(route.access() instanceof Access.Open)) {
            RateLimiter.Standing standing = limiter.look(RateClass.REFUSED, source);
            if (!standing.allowed()) {
                announce(standing, response);
            }
        }
        try {
            return credentials.identify(route, request);
        } catch (Problem.Raised | Refusal.Unauthenticated refused) {
            if (isUnauthenticated(refused)) {
                announce(limiter.spend(RateClass.REFUSED, source), response);
            }
            throw refused;
        }
    }

    private static boolean isUnauthenticated(RuntimeException refused) {
        return !(refused instanceof Problem.Raised raised) || raised.problem().code().status() == ProblemCode.UNAUTHENTICATED.status();
    }

    private static void announce(RateLimiter.Standing standing, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", standing.rate().policy());
        response.setHeader("RateLimit", standing.header());
        if (!standing.allowed()) {
            throw Problem.of(ProblemCode.RATE_LIMITED).with("rate_class", standing.kind().code()).retryAfter(standing.retryAfter()).asException();
        }
    }
}
