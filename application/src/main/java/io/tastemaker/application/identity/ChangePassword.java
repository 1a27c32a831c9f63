package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.PasswordRules.Fault;
import io.tastemaker.domain.identity.PasswordRules.Judgement;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the password of who knows it, and ends the other sessions. */
public final class ChangePassword {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final MailedTokens mailedTokens;
    private final Passwords passwords;
    private final OwnPassword ownPassword;
    private final Outbox outbox;
    private final PublicUrl url;
    private final InstantSource clock;

    ChangePassword(PlatformTransactions transactions, Users users, Sessions sessions, MailedTokens mailedTokens,
            Passwords passwords, OwnPassword ownPassword, Outbox outbox, PublicUrl url, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.mailedTokens = mailedTokens;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.outbox = outbox;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person
     * @param current the password as it is
     * @param wanted the password to be
     * @param source from where
     */
    public record Command(Actor actor, String current, String wanted, Source source) {
        @Override
        public String toString() {
            return "Command[" + actor.label() + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The password is another one, and the other sessions have ended. */
        record Changed() implements Outcome {}

        /** The current password is not that, or the account has none: then a letter sets the first. */
        record WrongPassword() implements Outcome {}

        /**
         * The new password is not taken.
         *
         * @param faults what is wrong with it
         */
        record WeakPassword(Set<Fault> faults) implements Outcome {}
    }

    /**
     * Changes the password.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        User user = transactions.reading(command.actor(), () -> users.find(person.user())).orElseThrow(Refusal.NotFound::new);
        if (!ownPassword.proves(user, command.current(), command.source())) {
            return new Outcome.WrongPassword();
        }
        if (PasswordRules.judge(command.wanted(), user.email()) instanceof Judgement.Refused refused) {
            return new Outcome.WeakPassword(refused.faults());
        }
        User changed = user.withPassword(passwords.hash(command.wanted()));
        transactions.run(command.actor(), "password.change", () -> {
            if (!users.replace(changed)) {
                throw new Refusal.StaleVersion(users.find(user.id()).orElseThrow(Refusal.NotFound::new).version());
            }
            sessions.revokeAll(user.id(), Optional.of(person.session()), clock.instant());
            mailedTokens.forget(user.id());
            outbox.post(user.homeTeam(), AccountLetters.passwordChanged(user.email(), url));
            transactions.about(Subject.of("user", user.id()), List.of());
        });
        return new Outcome.Changed();
    }
}
