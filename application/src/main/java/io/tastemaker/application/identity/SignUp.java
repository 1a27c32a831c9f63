package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.PasswordRules.Fault;
import io.tastemaker.domain.identity.PasswordRules.Judgement;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a sign-up and mails a link that confirms the address. Whether there is an account already, only the owner of the address learns:
 * the answer and the work are the same.
 */
public final class SignUp {

    /** How long the link works. */
    public static final Duration LINK_LIFE = Duration.ofHours(1);

    static final Actor PROGRAM = new Actor.System("sign-up", TeamId.CATALOGUE);

    private final PlatformTransactions transactions;
    private final Users users;
    private final MailedTokens mailedTokens;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Tokens tokens;
    private final PublicUrl url;
    private final InstantSource clock;

    SignUp(PlatformTransactions transactions, Users users, MailedTokens mailedTokens, Passwords passwords, Attempts attempts,
            Outbox outbox, Tokens tokens, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.mailedTokens = mailedTokens;
        this.passwords = passwords;
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
     * @param email where mail goes
     * @param password the password to be
     * @param fullName 1 to 200 characters
     * @param company what the personal team is called, 1 to 100 characters; empty for the person's name
     * @param consents what the person agreed to or not, by tier
     * @param timeZone in which the person counts days
     * @param locale a BCP 47 tag
     * @param source from where
     */
    public record Command(Anonymous caller, EmailAddress email, String password, String fullName, Optional<String> company,
            Map<String, Boolean> consents, ZoneId timeZone, String locale, Source source) {
        /** Copies the consents. */
        public Command {
            consents = Map.copyOf(consents);
        }

        @Override
        public String toString() {
            return "Command[a sign-up]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A letter is on its way. */
        record Sent() implements Outcome {}

        /**
         * The password is not taken.
         *
         * @param faults what is wrong with it
         */
        record WeakPassword(Set<Fault> faults) implements Outcome {}
    }

    /**
     * Takes the sign-up.
     *
     * @param command what is wanted
     * @return sent, or what is wrong with the password
     */
    public Outcome handle(Command command) {
        if (PasswordRules.judge(command.password(), command.email()) instanceof Judgement.Refused refused) {
            return new Outcome.WeakPassword(refused.faults());
        }
        attempts.letter(command.email().value(), command.source());
        TokenText token = new TokenText(Kind.MAILED, tokens.next());
        String hash = passwords.hash(command.password());
        MailedToken pending = new MailedToken(token.hash(), Purpose.CONFIRM_SIGN_UP, command.email(), Optional.empty(),
                PendingSignUp.details(command, hash), clock.instant().plus(LINK_LIFE));
        transactions.run(PROGRAM, "account.sign_up", () -> {
            transactions.about(Attempts.typed(command.email().value()), List.of());
            if (users.findByEmail(command.email()).isPresent()) {
                outbox.post(TeamId.CATALOGUE, AccountLetters.accountExists(command.email(), url));
            } else {
                mailedTokens.issue(pending);
                outbox.post(TeamId.CATALOGUE, AccountLetters.confirmSignUp(command.email(), url, token));
            }
        });
        return new Outcome.Sent();
    }
}
