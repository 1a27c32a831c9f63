package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.AccessTokens.Claims;
import io.tastemaker.application.identity.out.AccessTokens.Verdict;
import io.tastemaker.application.identity.out.Standings;
import io.tastemaker.application.identity.out.Standings.Standing;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Turns an access token into the person it speaks for, as that person stands now: the token's word on the role does not count. */
public final class AuthenticateAccessToken {

    private final AccessTokens accessTokens;
    private final Standings standings;
    private final InstantSource clock;

    AuthenticateAccessToken(AccessTokens accessTokens, Standings standings, InstantSource clock) {
        this.accessTokens = accessTokens;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param caller nobody yet
     * @param presented the token as it came in
     */
    public record Query(Anonymous caller, String presented) {
        @Override
        public String toString() {
            return "Query[a token]";
        }
    }

    /** What it is. */
    public sealed interface Outcome {
        /**
         * The token works.
         *
         * @param actor whom it speaks for
         */
        record Authenticated(Actor actor) implements Outcome {}

        /** It was good once, and a refresh gets the next one. */
        record Expired() implements Outcome {}

        /** It is none of ours, its session has ended, or the person is not of the team any more: nobody learns which. */
        record Unknown() implements Outcome {}
    }

    /**
     * Looks at the token.
     *
     * @param query what is asked
     * @return whom it speaks for, if it works
     */
    public Outcome handle(Query query) {
        Instant now = clock.instant();
        return switch (accessTokens.read(query.presented(), now)) {
            case Verdict.Valid(Claims claims) -> standings.find(claims.session(), claims.team())
                    .filter(standing -> standing.user().equals(claims.user()) && now.isBefore(standing.endsAt()))
                    .flatMap(standing -> actor(claims, standing))
                    .<Outcome>map(Outcome.Authenticated::new)
                    .orElseGet(Outcome.Unknown::new);
            case Verdict.Expired() -> new Outcome.Expired();
            case Verdict.Invalid() -> new Outcome.Unknown();
        };
    }

    /** An operator who works for a team of his own does so as its member. */
    private static Optional<Actor> actor(Claims claims, Standing standing) {
        if (standing.operator() && claims.team().equals(TeamId.CATALOGUE)) {
            Actor.Person person = new Actor.Person(claims.user(), claims.session());
            return Optional.of(new Actor.Operator("user:" + claims.user(), claims.team(), Optional.of(person)));
        }
        return standing.role().map(role -> new Actor.User(claims.user(), claims.team(), role, claims.session()));
    }
}
