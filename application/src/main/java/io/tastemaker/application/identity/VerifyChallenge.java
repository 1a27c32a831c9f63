package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.Challenges.Challenge;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.ChallengeId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends a sign-in that waits for a second factor. Tries are counted before a code is looked at, for the challenge and for the account. */
public final class VerifyChallenge {

    private record Known(Challenge challenge, User user, boolean sourceIsKnown) {}

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Throttles throttles;
    private final SecondFactor secondFactor;
    private final SessionTokens sessionTokens;
    private final InstantSource clock;

    VerifyChallenge(PlatformTransactions transactions, Users users, Sessions sessions, Challenges challenges, Throttles throttles,
            SecondFactor secondFactor, SessionTokens sessionTokens, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.challenges = challenges;
        this.throttles = throttles;
        this.secondFactor = secondFactor;
        this.sessionTokens = sessionTokens;
        this.clock = clock;
    }

    /** What a person shows. */
    public sealed interface Shown {
        /**
         * What an authenticator shows.
         *
         * @param text as it was typed
         */
        record Code(String text) implements Shown {
            @Override
            public String toString() {
                return "Code[]";
            }
        }

        /**
         * One of the codes that were handed out once.
         *
         * @param text as it was typed
         */
        record Recovery(String text) implements Shown {
            @Override
            public String toString() {
                return "Recovery[]";
            }
        }
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param challenge which
     * @param token what whoever began it was given
     * @param shown the second factor
     * @param source from where
     */
    public record Command(Anonymous caller, ChallengeId challenge, String token, Shown shown, Source source) {
        @Override
        public String toString() {
            return "Command[" + challenge + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The person is signed in.
         *
         * @param signedIn the session
         */
        record In(SignedIn signedIn) implements Outcome {}

        /** A wrong code, or a challenge that is unknown, another's, used, expired or tried too often: nobody learns which. */
        record Refused() implements Outcome {}
    }

    /**
     * Looks at what is shown.
     *
     * @param command what is wanted
     * @return the session, or a refusal
     */
    public Outcome handle(Command command) {
        Optional<TokenText> token = TokenText.read(Kind.CHALLENGE, command.token());
        Optional<Known> known = token.flatMap(text -> transactions.reading(Entrance.PROGRAM, () -> look(command, text)));
        if (known.isEmpty()) {
            transactions.run(Entrance.PROGRAM, "auth.mfa.refuse", () -> note(command, "unknown"));
            return new Outcome.Refused();
        }
        count(known.get(), command.source());
        Actor actor = new Actor.System("sign-in", known.get().user().homeTeam());
        return transactions.inTransaction(actor, "auth.mfa.verify", () -> {
            Optional<SignedIn> signedIn = verified(command, token.get());
            note(command, signedIn.isPresent() ? "passed" : "refused");
            return signedIn.<Outcome>map(Outcome.In::new).orElseGet(Outcome.Refused::new);
        });
    }

    private Optional<Known> look(Command command, TokenText token) {
        return challenges.find(command.challenge())
                .filter(challenge -> challenge.tokenHash().equals(token.hash()))
                .flatMap(challenge -> users.find(challenge.user()).map(user -> new Known(
                        challenge, user, sessions.knows(user.id(), command.source().address()))));
    }

    /** As with passwords, a source that signed in before is counted apart, so that who attacks an account does not lock its owner out. */
    private void count(Known known, Source source) {
        String bucket = "mfa:" + known.user().id() + (known.sourceIsKnown() ? ":" + source.address() : "");
        Duration wait = throttles.count(bucket, OwnerCheck.TRIES, clock.instant());
        if (!wait.isZero()) {
            throw new Refusal.RateLimited(wait);
        }
    }

    private Optional<SignedIn> verified(Command command, TokenText token) {
        Instant now = clock.instant();
        return challenges.attempt(command.challenge(), token.hash(), command.source().address(), now)
                .filter(challenge -> isShown(challenge, command.shown(), now) && challenges.use(challenge.id(), now))
                .flatMap(challenge -> users.find(challenge.user()).filter(user -> user.suspendedAt().isEmpty())
                        .map(user -> sessionTokens.begin(user, proofs(challenge, command.shown()), command.source())));
    }

    private boolean isShown(Challenge challenge, Shown shown, Instant now) {
        return switch (shown) {
            case Shown.Code(String text) -> secondFactor.usesCode(challenge.user(), text, now);
            case Shown.Recovery(String text) -> secondFactor.usesRecoveryCode(challenge.user(), text, now);
        };
    }

    private static Set<Proof> proofs(Challenge challenge, Shown shown) {
        Set<Proof> proofs = new HashSet<>(challenge.proofs());
        proofs.add(switch (shown) {
            case Shown.Code code -> Proof.ONE_TIME_CODE;
            case Shown.Recovery recovery -> Proof.RECOVERY_CODE;
        });
        return proofs;
    }

    private void note(Command command, String outcome) {
        transactions.about(Subject.of("challenge", command.challenge()),
                List.of(new Change("outcome", Optional.empty(), Optional.of(outcome))));
    }
}
