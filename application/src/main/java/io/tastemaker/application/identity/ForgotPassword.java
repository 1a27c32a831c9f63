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
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails a link that sets a new password, if there is an account that may be used. The answer is the same for every address. */
public final class ForgotPassword {

    /** How long the link works; R-AUTH-8 of the reliability requirements allows at most an hour. */
    public static final Duration LINK_LIFE = Duration.ofHours(1);

    private final PlatformTransactions transactions;
    private final Users users;
    private final MailedTokens mailedTokens;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Tokens tokens;
    private final PublicUrl url;
    private final InstantSource clock;

    ForgotPassword(PlatformTransactions transactions, Users users, MailedTokens mailedTokens, Attempts attempts,
            Outbox outbox, Tokens tokens, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.mailedTokens = mailedTokens;
        this.attempts = attempts;
        this.outbox = outbox;
        this.tokens = tokens;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param email where the letter goes
     * @param source from where it is asked for
     */
    public record Command(Anonymous caller, EmailAddress email, Source source) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** If there is an account, a letter is on its way. */
        record Sent() implements Outcome {}
    }

    /**
     * Mails the link.
     *
     * @param command what is wanted
     * @return always the same
     */
    public Outcome handle(Command command) {
        attempts.letter(command.email().value(), command.source());
        TokenText token = new TokenText(Kind.MAILED, tokens.next());
        transactions.run(SignUp.PROGRAM, "password.forget", () -> {
            transactions.refused(Attempts.typed(command.email().value()));
            users.findByEmail(command.email()).filter(user -> user.suspendedAt().isEmpty()).ifPresent(user -> {
                mailedTokens.issue(new MailedToken(token.hash(), Purpose.RESET_PASSWORD, user.email(), Optional.of(user.id()), Map.of(),
                        clock.instant().plus(LINK_LIFE)));
                outbox.post(TeamId.CATALOGUE, AccountLetters.resetPassword(user.email(), url, token));
                transactions.about(Subject.of("user", user.id()), List.of());
            });
        });
        return new Outcome.Sent();
    }
}
