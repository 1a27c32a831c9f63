package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.Challenges.Challenge;
import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ChallengeId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * What follows the first proof, whichever it was: a session, or a challenge for who has a second factor. Runs inside a platform transaction
 * of the use case.
 */
final class Entrance {

    /** Who acts for people that are not signed in yet and whose account is not known. */
    static final Actor PROGRAM = new Actor.System("sign-in", TeamId.CATALOGUE);

    static final Duration WAIT = Duration.ofMinutes(5);

    /** Where it leads. */
    sealed interface Passage {
        record Open(SignedIn signedIn) implements Passage {}

        record Guarded(Challenged challenge) implements Passage {}
    }

    private final Factors factors;
    private final Challenges challenges;
    private final SessionTokens sessionTokens;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    Entrance(Factors factors, Challenges challenges, SessionTokens sessionTokens, Ids ids, Tokens tokens, InstantSource clock) {
        this.factors = factors;
        this.challenges = challenges;
        this.sessionTokens = sessionTokens;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    Passage admit(User user, Set<Proof> proofs, Source source) {
        List<TotpFactor> active = factors.list(user.id()).stream().filter(TotpFactor::isActive).toList();
        if (active.isEmpty()) {
            return new Passage.Open(sessionTokens.begin(user, proofs, source));
        }
        TokenText token = new TokenText(Kind.CHALLENGE, tokens.next());
        Challenge challenge = new Challenge(
                new ChallengeId(ids.next()), token.hash(), user.id(), proofs, source.address(), clock.instant().plus(WAIT));
        challenges.open(challenge);
        return new Passage.Guarded(new Challenged(challenge.id(), token.text(), WAIT, active));
    }
}
