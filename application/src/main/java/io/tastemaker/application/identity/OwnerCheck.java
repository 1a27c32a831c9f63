package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks, before something dangerous, whether whoever holds the session is its owner: by the password, or by a code of an authenticator. Who
 * has no password must have signed in just now.
 */
final class OwnerCheck {

    /** How many tries a person has. */
    static final Throttles.Limit TRIES = new Throttles.Limit(10, Duration.ofMinutes(15));

    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private record Known(User user, Optional<Session> session) {}

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Throttles throttles;
    private final SecondFactor secondFactor;
    private final InstantSource clock;

    OwnerCheck(PlatformTransactions transactions, Users users, Sessions sessions, Passwords passwords, Throttles throttles,
            SecondFactor secondFactor, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttles = throttles;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    /** Whether the evidence holds; a refusal is recorded. Not for use inside a transaction. */
    boolean holds(Actor actor, Evidence evidence) {
        Actor.Person person = OwnSession.of(actor);
        Instant now = clock.instant();
        Duration wait = throttles.count("owner:" + person.user(), TRIES, now);
        if (!wait.isZero()) {
            throw new Refusal.RateLimited(wait);
        }
        Known known = transactions.reading(actor, () -> new Known(
                users.find(person.user()).orElseThrow(Refusal.Unauthenticated::new), sessions.find(person.session())));
        boolean holds = byPassword(known.user(), evidence) || byCode(actor, person, evidence, now)
                || byNewSession(known, now);
        if (!holds) {
            transactions.run(actor, "auth.owner.refuse",
                    () -> transactions.about(Subject.of("session", person.session()), List.of(Change.withheld("evidence"))));
        }
        return holds;
    }

    private boolean byPassword(User user, Evidence evidence) {
        return evidence.password().isPresent() && user.passwordHash().isPresent()
                && passwords.matches(evidence.password().get(), user.passwordHash().get());
    }

    private boolean byCode(Actor actor, Actor.Person person, Evidence evidence, Instant now) {
        return evidence.code().isPresent() && transactions.inTransaction(actor, "auth.mfa.use", () -> {
            boolean used = secondFactor.usesCode(person.user(), evidence.code().get(), now);
            if (used) {
                transactions.about(Subject.of("session", person.session()), List.of());
            } else {
                transactions.refused(Subject.of("session", person.session()));
            }
            return used;
        });
    }

    private static boolean byNewSession(Known known, Instant now) {
        return known.user().passwordHash().isEmpty() && isNew(known.session(), now);
    }

    /** Whether somebody signed in so lately that it must be the same person still. */
    static boolean isNew(Optional<Session> session, Instant now) {
        return session.filter(begun -> now.isBefore(begun.startedAt().plus(JUST_NOW))).isPresent();
    }
}
