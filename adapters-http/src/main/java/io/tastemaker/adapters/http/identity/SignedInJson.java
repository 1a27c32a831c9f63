package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.application.identity.out.Users.Belonging;
import io.tastemaker.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What every sign-in and refresh answers.
 *
 * @param tokenType how the access token is sent
 * @param accessToken goes with every call
 * @param expiresIn how long, in seconds
 * @param refreshToken gets the next pair, once
 * @param refreshExpiresAt until when
 * @param sessionId which session
 * @param user who
 * @param team the team worked for
 * @param teams all teams of the person
 */
record SignedInJson(
        @About("How the access token is sent: Authorization: Bearer") String tokenType,
        @About("Goes with every call; worth nothing once the session has ended") String accessToken,
        @About("For how many seconds the access token works") long expiresIn,
        @About("Gets the next pair of tokens, once; within ten seconds it gets the same pair again") String refreshToken,
        @About("Until when, unless the session is refreshed before") Instant refreshExpiresAt,
        @About("The session, as in the list of sessions") UUID sessionId,
        @About("Who is signed in") UserJson user,
        @About("The team worked for; null for an operator") Optional<MembershipJson> team,
        @About("All teams of the person, the oldest membership first") List<MembershipJson> teams) {

    record UserJson(
            @About("The person") UUID id,
            @About("Where mail goes") String email,
            @About("The person's name") String fullName,
            @About("Always true: an account is made when its address is confirmed") boolean emailVerified) {
        static UserJson of(User user) {
            return new UserJson(user.id().value(), user.email().value(), user.fullName(), true);
        }
    }

    record MembershipJson(
            @About("The team") UUID id,
            @About("What it is called") String name,
            @About("What the person is in it: member, manager, admin or owner") String role) {
        static MembershipJson of(Belonging belonging) {
            return new MembershipJson(
                    belonging.membership().team().value(), belonging.teamName(), belonging.membership().role().code());
        }
    }

    /** Names the session only: the rest opens doors. */
    @Override
    public String toString() {
        return "SignedInJson[" + sessionId + "]";
    }

    static SignedInJson of(SignedIn signedIn) {
        Instant now = signedIn.session().lastUsedAt().truncatedTo(ChronoUnit.SECONDS);
        return new SignedInJson("Bearer", signedIn.accessToken(), Duration.between(now, signedIn.accessExpiresAt()).toSeconds(),
                signedIn.refreshToken(), signedIn.session().expiresAt(), signedIn.session().id().value(), UserJson.of(signedIn.user()),
                signedIn.team().map(MembershipJson::of), signedIn.teams().stream().map(MembershipJson::of).toList());
    }
}
