package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gives an account the address whose letter was opened. */
public final class ConfirmEmailChange {

    private final PlatformTransactions transactions;
    private final Users users;
    private final MailedTokens mailedTokens;
    private final MailedInvitations invitations;
    private final Outbox outbox;
    private final PublicUrl url;
    private final InstantSource clock;

    ConfirmEmailChange(PlatformTransactions transactions, Users users, MailedTokens mailedTokens, MailedInvitations invitations,
            Outbox outbox, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.mailedTokens = mailedTokens;
        this.invitations = invitations;
        this.outbox = outbox;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody in particular: the letter may be opened on another device
     * @param token as it came in the mail
     */
    public record Command(Anonymous caller, String token) {
        @Override
        public String toString() {
            return "Command[a token]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The account has the new address, and the old one is told. */
        record Changed() implements Outcome {}

        /** The token is unknown, used, replaced or expired, or somebody else has the address by now. */
        record InvalidToken() implements Outcome {}
    }

    /**
     * Changes the address.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        return TokenText.read(Kind.MAILED, command.token())
                .flatMap(token -> transactions.inTransaction(SignUp.PROGRAM, "email.change",
                        () -> mailedTokens.use(token.hash(), Purpose.CHANGE_EMAIL, clock.instant()).flatMap(this::changed)))
                .orElseGet(Outcome.InvalidToken::new);
    }

    private Optional<Outcome> changed(MailedToken token) {
        Optional<User> user = token.user().flatMap(users::find).filter(known -> known.suspendedAt().isEmpty());
        if (user.isEmpty() || !users.replace(user.get().withEmail(token.email()))) {
            return Optional.empty();
        }
        mailedTokens.forget(user.get().id());
        invitations.follow(user.get().email(), token.email());
        outbox.post(TeamId.CATALOGUE, AccountLetters.emailChanged(user.get().email(), url));
        transactions.about(Subject.of("user", user.get().id()), List.of());
        return Optional.of(new Outcome.Changed());
    }
}
