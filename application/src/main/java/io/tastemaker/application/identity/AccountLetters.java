package io.tastemaker.application.identity;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.domain.identity.EmailAddress;

/** The words of all letters about accounts. Nothing that a stranger typed stands in them, so that nobody writes letters through us. */
final class AccountLetters {

    private AccountLetters() {}

    static Letter confirmSignUp(EmailAddress to, PublicUrl url, TokenText token) {
        return new Letter(to.value(), "Confirm your address", """
                Welcome to Tastemaker.

                Open this link to confirm your address; your account and your team are made then:

                %s

                The link works once, for one hour. If you did not sign up, do nothing: no account is made.
                """.formatted(url.link("verify-email", token.text())));
    }

    static Letter accountExists(EmailAddress to, PublicUrl url) {
        return new Letter(to.value(), "You already have an account", """
                Somebody, probably you, tried to sign up at Tastemaker with this address.

                You have an account already, and nothing about it was changed. Sign in as you always do, or ask for a new password
                if you forgot yours:

                %s

                If it was not you, do nothing.
                """.formatted(url.origin()));
    }
}
