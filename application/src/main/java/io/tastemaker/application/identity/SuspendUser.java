package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Closes an account to its owner, and opens it again. Closing ends its sessions at once. */
public final class SuspendUser {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final MailedTokens mailedTokens;
    private final InstantSource clock;

    SuspendUser(PlatformTransactions transactions, Users users, Sessions sessions, MailedTokens mailedTokens, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.mailedTokens = mailedTokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param id whose account
     * @param expected the version that was read
     * @param suspended whether it is to be closed to its owner, or open again
     */
    public record Command(Actor actor, UserId id, long expected, boolean suspended) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is as wanted.
         *
         * @param user as it is now
         */
        record Done(User user) implements Outcome {}

        /** Nobody closes the account he works with. */
        record Own() implements Outcome {}
    }

    /**
     * Closes or opens the account.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        if (command.suspended() && command.actor().person().map(Actor.Person::user).equals(Optional.of(command.id()))) {
            return new Outcome.Own();
        }
        String action = command.suspended() ? "account.suspend" : "account.resume";
        return transactions.inTransaction(command.actor(), action, () -> {
            User user = users.find(command.id()).orElseThrow(Refusal.NotFound::new);
            transactions.about(Subject.of("user", user.id()), List.of());
            if (user.suspendedAt().isPresent() == command.suspended()) {
                return new Outcome.Done(user);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            User changed = command.suspended() ? user.suspended(now) : user.resumed();
            if (user.version() != command.expected() || !users.replace(changed)) {
                throw new Refusal.StaleVersion(user.version());
            }
            if (command.suspended()) {
                sessions.revokeAll(user.id(), Optional.empty(), now);
                mailedTokens.forget(user.id());
            }
            return new Outcome.Done(changed);
        });
    }
}
