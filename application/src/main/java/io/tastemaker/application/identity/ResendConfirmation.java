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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Mails the link of a sign-up again; the older one dies. The answer is the same whether anybody waits for it or not. */
public final class ResendConfirmation {

    private final PlatformTransactions transactions;
    private final Users users;
    private final MailedTokens mailedTokens;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Tokens tokens;
    private final PublicUrl url;
    private final InstantSource clock;

    ResendConfirmation(PlatformTransactions transactions, Users users, MailedTokens mailedTokens, Attempts attempts, Outbox outbox,
            Tokens tokens, PublicUrl url, InstantSource clock) {
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
        /** If there is something to confirm, a letter is on its way. */
        record Sent() implements Outcome {}
    }

    /**
     * Mails the link again.
     *
     * @param command what is wanted
     * @return always the same
     */
    public Outcome handle(Command command) {
        attempts.letter(command.email().value(), command.source());
        Instant now = clock.instant();
        transactions.run(SignUp.PROGRAM, "account.resend", () -> {
            Optional<MailedToken> pending = mailedTokens.alive(Purpose.CONFIRM_SIGN_UP, command.email(), now);
            Subject address = Attempts.typed(command.email().value());
            boolean known = users.findByEmail(command.email()).isPresent();
            if (known || pending.isPresent()) {
                transactions.about(address, List.of());
            } else {
                transactions.refused(address);
            }
            if (known) {
                outbox.post(TeamId.CATALOGUE, AccountLetters.accountExists(command.email(), url));
            } else {
                pending.ifPresent(older -> renew(older, now));
            }
        });
        return new Outcome.Sent();
    }

    private void renew(MailedToken older, Instant now) {
        TokenText token = new TokenText(Kind.MAILED, tokens.next());
        mailedTokens.issue(new MailedToken(
                token.hash(), older.purpose(), older.email(), older.user(), older.details(), now.plus(SignUp.LINK_LIFE)));
        outbox.post(TeamId.CATALOGUE, AccountLetters.confirmSignUp(older.email(), url, token));
    }
}
