package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;

/** Asks who is signed in already for the password again, before something that cannot be taken back. Counted like a sign-in. */
final class OwnPassword {

    private final Passwords passwords;
    private final Attempts attempts;

    OwnPassword(Passwords passwords, Attempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    boolean proves(User user, String password, Source source) {
        attempts.guess(user.email().value(), source, true);
        if (user.passwordHash().isEmpty()) {
            passwords.matchNothing(password);
            return false;
        }
        return passwords.matches(password, user.passwordHash().get());
    }
}
