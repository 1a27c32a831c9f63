package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the account that a mailed token stands for, with its personal team, and signs the person in. */
public final class ConfirmSignUp {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Teams teams;
    private final MailedTokens mailedTokens;
    private final SessionTokens sessionTokens;
    private final Ids ids;
    private final InstantSource clock;

    ConfirmSignUp(PlatformTransactions transactions, Users users, Teams teams, MailedTokens mailedTokens,
            SessionTokens sessionTokens, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.teams = teams;
        this.mailedTokens = mailedTokens;
        this.sessionTokens = sessionTokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param token as it came in the mail
     * @param source from where
     */
    public record Command(Anonymous caller, String token, Source source) {
        @Override
        public String toString() {
            return "Command[a token]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The account exists, and its owner is signed in.
         *
         * @param signedIn the session
         */
        record Confirmed(SignedIn signedIn) implements Outcome {}

        /** The token is unknown, used, replaced or expired, or the address has an account by now. */
        record InvalidToken() implements Outcome {}
    }

    /**
     * Makes the account.
     *
     * @param command what is wanted
     * @return the session, or that the token is good for nothing
     */
    public Outcome handle(Command command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return TokenText.read(Kind.MAILED, command.token())
                .flatMap(token -> transactions.inTransaction(SignUp.PROGRAM, "account.confirm",
                        () -> mailedTokens.use(token.hash(), Purpose.CONFIRM_SIGN_UP, now).flatMap(pending -> made(pending, command, now))))
                .<Outcome>map(Outcome.Confirmed::new)
                .orElseGet(Outcome.InvalidToken::new);
    }

    private Optional<SignedIn> made(MailedToken pending, Command command, Instant now) {
        Team team = PendingSignUp.team(pending, new TeamId(ids.next()), now);
        User user = PendingSignUp.user(pending, new UserId(ids.next()), team.id(), now);
        if (!new NewAccounts(users, teams).found(user, team)) {
            return Optional.empty();
        }
        users.record(user.id(), PendingSignUp.consents(pending, now));
        transactions.about(Subject.of("user", user.id()), List.of());
        return Optional.of(sessionTokens.begin(user, Set.of(Proof.MAIL), command.source()));
    }
}
