package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.identity.Challenged;
import java.util.List;
import java.util.UUID;

record MfaRequiredJson(
        @About("Always true: there are no tokens yet") boolean mfaRequired,
        @About("Goes into the path of /auth/mfa/challenges/{challenge_id}/verify") UUID challengeId,
        @About("Goes into its body") String challengeToken,
        @About("How many seconds it waits") long expiresIn,
        @About("What can be shown") List<AuthenticatorJson> factors) {

    @Override
    public String toString() {
        return "MfaRequiredJson[]";
    }

    static MfaRequiredJson of(Challenged challenge) {
        return new MfaRequiredJson(true, challenge.id().value(), challenge.token(), challenge.expiresIn().toSeconds(),
                challenge.factors().stream().map(AuthenticatorJson::of).toList());
    }
}
