package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Users.Belonging;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every way to sign in ends with. Holds secrets that are shown once.
 *
 * @param user who
 * @param session in which session
 * @param accessToken goes with every call
 * @param accessExpiresAt when it stops working
 * @param refreshToken gets the next pair, once
 * @param team the team worked for; empty for an operator
 * @param teams all teams of the person, the oldest membership first
 */
public record SignedIn(
        User user,
        Session session,
        String accessToken,
        Instant accessExpiresAt,
        String refreshToken,
        Optional<Belonging> team,
        List<Belonging> teams) {

    /** Copies the teams. */
    public SignedIn {
        teams = List.copyOf(teams);
    }

    /** Names the session only. */
    @Override
    public String toString() {
        return "SignedIn[" + session.id() + "]";
    }
}
