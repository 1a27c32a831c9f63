package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person signed in on one device. Its access tokens carry its id; its refresh tokens are a chain of which one is alive.
 *
 * @param id which session
 * @param user who
 * @param team the team the person works for in it
 * @param proofs how the person proved who it is, at least one
 * @param source from where it was begun
 * @param startedAt when it was begun
 * @param lastUsedAt when it was last refreshed
 * @param expiresAt when it ends unless it is refreshed
 * @param revokedAt when it was ended; empty while it lives
 */
public record Session(
        SessionId id,
        UserId user,
        TeamId team,
        Set<Proof> proofs,
        Source source,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    /** Copies the proofs. */
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
        proofs = Set.copyOf(proofs);
        if (proofs.isEmpty()) {
            throw new IllegalArgumentException("a session begins with a proof");
        }
    }

    /**
     * Whether it can be used.
     *
     * @param now the time of use
     * @return false when it was ended or has expired
     */
    public boolean isAlive(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** A way to prove who one is; the codes are those of RFC 8176 where it has one. */
    public enum Proof implements Coded {
        /** A password. */
        PASSWORD("pwd"),
        /** A one-time code of an authenticator. */
        ONE_TIME_CODE("otp"),
        /** A recovery code, of those handed out once. */
        RECOVERY_CODE("rec"),
        /** An account with another provider. */
        FEDERATED("fed"),
        /** A token that was mailed to the address. */
        MAIL("mail");

        private final String code;

        Proof(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * From where somebody called.
     *
     * @param address the address of the network, at most 64 characters; of the client, or of a proxy that is not trusted
     * @param userAgent what the client calls itself, at most 300 characters; empty when it says nothing
     */
    public record Source(String address, String userAgent) {
        /** Where nobody called: commands and the program itself. */
        public static final Source LOCAL = new Source("local", "");

        /** Cuts what is too long. */
        public Source {
            address = cut(address, 64);
            userAgent = cut(userAgent, 300);
        }

        private static String cut(String text, int most) {
            return text.length() <= most ? text : text.substring(0, most);
        }
    }
}
