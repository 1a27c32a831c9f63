package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.domain.identity.TotpFactor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

record AuthenticatorJson(
        UUID id,
        @About("What the person calls it") String name,
        @OneOf("totp") String kind,
        @About("A pending one waits for its first code and does not count yet") @OneOf({"active", "pending"}) String status,
        @About("When its secret was handed out") Instant createdAt,
        @About("When it was confirmed") Optional<Instant> confirmedAt) {

    static AuthenticatorJson of(TotpFactor factor) {
        return new AuthenticatorJson(factor.id().value(), factor.name(), "totp", factor.isActive() ? "active" : "pending",
                factor.createdAt(), factor.confirmedAt());
    }
}
