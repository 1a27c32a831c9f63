package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes an account of the platform's staff, with a password that is shown once. There is no other way to become an operator. */
public final class AddOperator {

    private final PlatformTransactions platform;
    private final Users users;
    private final Passwords passwords;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    AddOperator(PlatformTransactions platform, Users users, Passwords passwords, Ids ids, Tokens tokens, InstantSource clock) {
        this.platform = platform;
        this.users = users;
        this.passwords = passwords;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the command line
     * @param email where mail goes, and the name to sign in with
     * @param fullName 1 to 200 characters
     */
    public record Command(Actor actor, EmailAddress email, String fullName) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The account exists.
         *
         * @param user the account
         * @param password to be shown once, and changed after the first sign-in
         */
        record Added(User user, String password) implements Outcome {
            @Override
            public String toString() {
                return "Added[" + user.id() + "]";
            }
        }

        /** Somebody has an account with this address. */
        record AddressTaken() implements Outcome {}
    }

    /**
     * Makes the account.
     *
     * @param command what is wanted
     * @return the account with its password, or why there is none
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        String password = tokens.next();
        User user = new User(new UserId(ids.next()), 1, command.email(), command.fullName().strip(), Optional.of(passwords.hash(password)),
                TeamId.CATALOGUE, ZoneOffset.UTC, "en", clock.instant(), Optional.empty());
        return platform.inTransaction(command.actor(), "operator.add", () -> {
            if (!users.add(user)) {
                return new Outcome.AddressTaken();
            }
            platform.about(Subject.of("user", user.id()), List.of());
            return new Outcome.Added(user, password);
        });
    }
}
