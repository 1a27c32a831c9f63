package io.tastemaker.adapters.integrations.operations;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and how mail is handed over.
 *
 * @param host the mail server
 * @param port 1 to 65535
 * @param login who we are there; empty when the server does not ask
 * @param tls how the connection is protected
 * @param from the sender's address
 * @param patience how long connecting, and each answer, may take
 */
public record SmtpSettings(String host, int port, Optional<Login> login, Tls tls, String from, Duration patience) {

    /** How a connection is protected. */
    public enum Tls {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** By STARTTLS, and refused without it. */
        STARTTLS,
        /** From the first byte. */
        IMPLICIT;

        /** The word for it in the settings. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A name and a password.
     *
     * @param user the name
     * @param password never printed
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":…";
        }
    }

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException when the sender is no address
     */
    public SmtpSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(tls, "tls");
        try {
            new InternetAddress(from, true);
        } catch (AddressException noAddress) {
            throw new IllegalArgumentException("must be an address such as Tastemaker <no-reply@example.com>", noAddress);
        }
        Objects.requireNonNull(patience, "patience");
    }
}
