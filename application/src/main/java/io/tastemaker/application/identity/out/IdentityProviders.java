package io.tastemaker.application.identity.out;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Providers that vouch for people, by OpenID Connect: the authorization code flow with PKCE. Asks outside; never inside a transaction. */
public interface IdentityProviders {

    /**
     * A sign-in to begin.
     *
     * @param provider the provider's name
     * @param redirect where the person is sent back to
     * @param state comes back with the person
     * @param nonce comes back inside the signed answer
     * @param challenge SHA-256 of the verifier in base64url
     */
    record Start(String provider, URI redirect, String state, String nonce, String challenge) {
        @Override
        public String toString() {
            return "Start[" + provider + "]";
        }
    }

    /** Where a sign-in begins. */
    sealed interface Beginning {
        /**
         * The provider's page.
         *
         * @param address where the person goes
         */
        record At(URI address) implements Beginning {
            @Override
            public String toString() {
                return "At[]";
            }
        }

        /** No such provider is set up. */
        record Unknown() implements Beginning {}

        /** The provider does not answer, or not what it should. */
        record Unavailable() implements Beginning {}
    }

    /**
     * A sign-in that came back.
     *
     * @param provider the provider's name
     * @param redirect as at the start
     * @param code what the provider gave the person
     * @param verifier what the challenge was made of
     * @param nonce as at the start
     */
    record Return(String provider, URI redirect, String code, String verifier, String nonce) {
        @Override
        public String toString() {
            return "Return[" + provider + "]";
        }
    }

    /** What the provider says. */
    sealed interface Answer {
        /**
         * It vouches for a person, in a signed answer that was made for us and for this sign-in.
         *
         * @param issuer who vouches, 1 to 255 characters
         * @param subject for whom, 1 to 255 characters, never given to another
         * @param email the person's address as text, if it says one
         * @param emailVerified whether it knows that the address is the person's
         * @param name the person's name, if it says one
         */
        record Verified(String issuer, String subject, Optional<String> email, boolean emailVerified, Optional<String> name) implements Answer {
            @Override
            public String toString() {
                return "Verified[" + issuer + "]";
            }
        }

        /** The code is not good, or the answer is not one that was made for us, now, and for this sign-in; or no such provider is set up. */
        record Refused() implements Answer {}

        /** The provider does not answer, or not what it should. */
        record Unavailable() implements Answer {}
    }

    /**
     * The providers that are set up.
     *
     * @return their names in the order of the settings, such as {@code google}
     */
    List<String> names();

    /**
     * Where to send a person who wants to sign in.
     *
     * @param start the sign-in
     * @return where it begins
     */
    Beginning begin(Start start);

    /**
     * Gives the code back to the provider and reads its answer; whatever that is, this throws nothing.
     *
     * @param back the sign-in that came back
     * @return what the provider says
     */
    Answer exchange(Return back);
}
