package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails a link to the address that an account is to have. */
public final class RequestEmailChange {

    private final PlatformTransactions transactions;
    private final Users users;
    private final MailedTokens mailedTokens;
    private final OwnPassword ownPassword;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Tokens tokens;
    private final PublicUrl url;
    private final InstantSource clock;

    RequestEmailChange(PlatformTransactions transactions, Users users, MailedTokens mailedTokens, OwnPassword ownPassword,
            Attempts attempts, Outbox outbox, Tokens tokens, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.mailedTokens = mailedTokens;
        this.ownPassword = ownPassword;
        this.attempts = attempts;
        this.outbox = outbox;
        this.tokens = tokens;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person
     * @param password proves that it is the person; not looked at for an account without one
     * @param wanted the address to be
     * @param source from where
     */
    public record Command(Actor actor, String password, EmailAddress wanted, Source source) {
        @Override
        public String toString() {
            return "Command[" + actor.label() + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A letter is on its way to the new address; until its link is opened the old one holds. */
        record Sent() implements Outcome {}

        /** The password is not the account's. */
        record WrongPassword() implements Outcome {}
    }

    /**
     * Mails the link.
     *
     * @param command what is wanted
     * @return what came of it, the same whether somebody else has the address or not
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        User user = transactions.reading(command.actor(), () -> users.find(person.user())).orElseThrow(Refusal.NotFound::new);
        if (user.passwordHash().isPresent() && !ownPassword.proves(user, command.password(), command.source())) {
            return new Outcome.WrongPassword();
        }
        attempts.letter(command.wanted().value(), command.source());
        TokenText token = new TokenText(Kind.MAILED, tokens.next());
        transactions.run(command.actor(), "email.request", () -> {
            transactions.about(Subject.of("user", user.id()), List.of());
            if (users.findByEmail(command.wanted()).isPresent()) {
                outbox.post(user.homeTeam(), AccountLetters.accountExists(command.wanted(), url));
            } else {
                mailedTokens.issue(new MailedToken(token.hash(), Purpose.CHANGE_EMAIL, command.wanted(), Optional.of(user.id()), Map.of(),
                        clock.instant().plus(ForgotPassword.LINK_LIFE)));
                outbox.post(user.homeTeam(), AccountLetters.confirmEmail(command.wanted(), url, token));
            }
        });
        return new Outcome.Sent();
    }
}
