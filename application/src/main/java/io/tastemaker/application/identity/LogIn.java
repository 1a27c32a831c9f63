package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs a person in by password. Every failure is answered alike and costs alike, so that nobody learns who has an account; attempts are
 * counted before a password is compared.
 */
public final class LogIn {

    private static final UserId NOBODY = new UserId(new UUID(0, 0));
    private static final String PART = "sign-in";

    private record Found(Optional<User> user, boolean sourceIsKnown) {}

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Entrance entrance;

    LogIn(PlatformTransactions transactions, Users users, Sessions sessions, Passwords passwords, Attempts attempts, Entrance entrance) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.entrance = entrance;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param email as it was typed
     * @param password as it was typed
     * @param source from where
     */
    public record Command(Anonymous caller, String email, String password, Source source) {
        @Override
        public String toString() {
            return "Command[a password]";
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

        /**
         * The password is right, and the person has a second factor.
         *
         * @param challenge how to show it
         */
        record SecondFactorNeeded(Challenged challenge) implements Outcome {}

        /** No such account, a wrong password, no password or a suspended account: nobody learns which. */
        record Refused() implements Outcome {}
    }

    /**
     * Signs in.
     *
     * @param command what is wanted
     * @return the session, or a refusal
     */
    public Outcome handle(Command command) {
        Found found = transactions.reading(new Actor.System(PART, TeamId.CATALOGUE), () -> look(command));
        attempts.guess(command.email(), command.source(), found.sourceIsKnown());
        Optional<User> proved = proved(found.user(), command.password());
        Actor actor = new Actor.System(PART, found.user().map(User::homeTeam).orElse(TeamId.CATALOGUE));
        if (proved.isEmpty()) {
            Subject refused = found.user().map(user -> Subject.of("user", user.id())).orElse(Attempts.typed(command.email()));
            transactions.run(actor, "session.refuse", () -> transactions.about(refused, List.of()));
            return new Outcome.Refused();
        }
        Optional<String> newHash = proved.flatMap(User::passwordHash).filter(passwords::isOutdated)
                .map(old -> passwords.hash(command.password())); // the password is at hand only now
        return transactions.inTransaction(actor, "session.begin", () -> begin(proved.get(), newHash, command.source()));
    }

    private Found look(Command command) {
        Optional<User> user = EmailAddress.read(command.email()).flatMap(users::findByEmail);
        return new Found(user, sessions.knows(user.map(User::id).orElse(NOBODY), command.source().address()));
    }

    private Optional<User> proved(Optional<User> user, String password) {
        Optional<String> hash = user.filter(known -> known.suspendedAt().isEmpty()).flatMap(User::passwordHash);
        if (hash.isEmpty()) {
            passwords.matchNothing(password);
            return Optional.empty();
        }
        return passwords.matches(password, hash.get()) ? user : Optional.empty();
    }

    /** While the password was compared, it may have become another one, and the account may have been suspended. */
    private Outcome begin(User proved, Optional<String> newHash, Source source) {
        Optional<User> user = users.find(proved.id())
                .filter(current -> current.passwordHash().equals(proved.passwordHash()) && current.suspendedAt().isEmpty());
        user.ifPresent(this::note);
        user.ifPresent(current -> newHash.ifPresent(hash -> users.replace(current.withPassword(hash))));
        return user.map(current -> admitted(current, source)).orElseGet(Outcome.Refused::new);
    }

    private Outcome admitted(User user, Source source) {
        return switch (entrance.admit(user, Set.of(Proof.PASSWORD), source)) {
            case Entrance.Passage.Open(SignedIn signedIn) -> new Outcome.In(signedIn);
            case Entrance.Passage.Guarded(Challenged challenge) -> new Outcome.SecondFactorNeeded(challenge);
        };
    }

    private void note(User user) {
        transactions.about(Subject.of("user", user.id()), List.of());
    }
}
