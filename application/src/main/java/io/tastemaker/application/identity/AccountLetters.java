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
                """.replace("%s", url.link("verify-email", token.text())));
    }

    static Letter accountExists(EmailAddress to, PublicUrl url) {
        return new Letter(to.value(), "You already have an account", """
                Somebody, probably you, tried to sign up at Tastemaker with this address.

                You have an account already, and nothing about it was changed. Sign in as you always do, or ask for a new password
                if you forgot yours:

                %s

                If it was not you, do nothing.
                """.replace("%s", url.origin()));
    }

    static Letter resetPassword(EmailAddress to, PublicUrl url, TokenText token) {
        return new Letter(to.value(), "Set a new password", """
                Somebody, probably you, asked for a new password at Tastemaker.

                Open this link to set it:

                %s

                The link works once, for one hour. If it was not you, do nothing: your password stays as it is.
                """.replace("%s", url.link("reset-password", token.text())));
    }

    static Letter passwordChanged(EmailAddress to, PublicUrl url) {
        return new Letter(to.value(), "Your password was changed", """
                The password of your account at Tastemaker was changed, and your other sessions were ended.

                If it was not you, set a new password at once and look at your account:

                %s
                """.replace("%s", url.origin()));
    }

    static Letter confirmEmail(EmailAddress to, PublicUrl url, TokenText token) {
        return new Letter(to.value(), "Confirm your new address", """
                You asked to use this address for your account at Tastemaker.

                Open this link, and from then on you sign in with it:

                %s

                The link works once, for one hour. If it was not you, do nothing: no account gets this address.
                """.replace("%s", url.link("confirm-email", token.text())));
    }

    static Letter emailChanged(EmailAddress former, PublicUrl url) {
        return new Letter(former.value(), "Your address was changed", """
                Your account at Tastemaker has another address from now on, and letters go there.

                If it was not you, tell the people who run this service at once:

                %s
                """.replace("%s", url.origin()));
    }
}
