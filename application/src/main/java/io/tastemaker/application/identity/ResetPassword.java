package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.PasswordRules.Fault;
import io.tastemaker.domain.identity.PasswordRules.Judgement;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets a forgotten password by the token of a letter, and ends every session of the account. Second factors stay. */
public final class ResetPassword {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final MailedTokens mailedTokens;
    private final Passwords passwords;
    private final Outbox outbox;
    private final PublicUrl url;
    private final InstantSource clock;

    ResetPassword(PlatformTransactions transactions, Users users, Sessions sessions, MailedTokens mailedTokens,
            Passwords passwords, Outbox outbox, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.mailedTokens = mailedTokens;
        this.passwords = passwords;
        this.outbox = outbox;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param token as it came in the mail
     * @param password the password to be
     */
    public record Command(Anonymous caller, String token, String password) {
        @Override
        public String toString() {
            return "Command[a token and a password]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The password is set, and every session of the account has ended. */
        record Reset() implements Outcome {}

        /** The token is unknown, used, replaced or expired, or the account may not be used. */
        record InvalidToken() implements Outcome {}

        /**
         * The password is not taken; the token can be used again.
         *
         * @param faults what is wrong with it
         */
        record WeakPassword(Set<Fault> faults) implements Outcome {}
    }

    /**
     * Sets the password.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Optional<TokenText> token = TokenText.read(Kind.MAILED, command.token());
        Optional<MailedToken> mailed = token.flatMap(text -> transactions.reading(SignUp.PROGRAM,
                () -> mailedTokens.find(text.hash(), Purpose.RESET_PASSWORD, clock.instant())));
        if (mailed.isEmpty()) {
            return new Outcome.InvalidToken();
        }
        if (PasswordRules.judge(command.password(), mailed.get().email()) instanceof Judgement.Refused refused) {
            return new Outcome.WeakPassword(refused.faults());
        }
        String hash = passwords.hash(command.password());
        return transactions.inTransaction(SignUp.PROGRAM, "password.reset", () -> mailedTokens
                .use(mailed.get().hash(), Purpose.RESET_PASSWORD, clock.instant())
                .flatMap(MailedToken::user).flatMap(users::find)
                .filter(user -> user.suspendedAt().isEmpty() && user.email().equals(mailed.get().email()))
                .<Outcome>map(user -> reset(user, hash))
                .orElseGet(Outcome.InvalidToken::new));
    }

    private Outcome reset(User user, String hash) {
        if (!users.replace(user.withPassword(hash))) {
            return new Outcome.InvalidToken();
        }
        sessions.revokeAll(user.id(), Optional.empty(), clock.instant());
        mailedTokens.forget(user.id());
        outbox.post(TeamId.CATALOGUE, AccountLetters.passwordChanged(user.email(), url));
        transactions.about(Subject.of("user", user.id()), List.of());
        return new Outcome.Reset();
    }
}
