package io.tastemaker.application.identity;

import java.util.Optional;

/**
 * What a signed-in person shows to prove again who it is.
 *
 * @param password the password, of any length
 * @param code what an authenticator shows
 */
public record Evidence(Optional<String> password, Optional<String> code) {

    /** Says neither. */
    @Override
    public String toString() {
        return "Evidence[]";
    }
}
