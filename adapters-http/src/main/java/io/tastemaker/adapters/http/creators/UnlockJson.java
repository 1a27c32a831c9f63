package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Access;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a team may see of a creator for having paid, or because it is its own.
 *
 * @param creatorId whom
 * @param kind what is open
 * @param unlockedBy who paid
 * @param unlockedAt when
 * @param expiresAt until when
 */
record UnlockJson(
        UUID creatorId,
        @About("creator: the full record; email: the address") String kind,
        @About("user: or key: and which one; null of the team's own creators") Optional<String> unlockedBy,
        @About("Null of the team's own creators") Optional<Instant> unlockedAt,
        @About("Exclusive; null for good") Optional<Instant> expiresAt) {

    static final String CREATOR = "creator";

    static final String EMAIL = "email";

    /** Of a creator that nobody had to pay for. */
    static UnlockJson ofOwn(UUID creator, String kind) {
        return new UnlockJson(creator, kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static UnlockJson of(Access access) {
        String kind = access.right().action().equals(Action.EMAIL_UNLOCK) ? EMAIL : CREATOR;
        return new UnlockJson(UUID.fromString(access.right().target()), kind, Optional.of(access.actor()), Optional.of(access.since()),
                access.until());
    }
}
