package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A notice, and what became of it.
 *
 * @param notice what was told
 * @param state what became of it
 * @param attempts how often somebody took it up
 * @param team whose it is, once that is known
 * @param fault what went wrong last
 * @param receivedAt when it was stored
 * @param settledAt when it came to its end
 */
public record StoredNotice(
        Notice notice,
        Notice.State state,
        int attempts,
        Optional<TeamId> team,
        Optional<String> fault,
        Instant receivedAt,
        Optional<Instant> settledAt) {

    /** Checks that nothing is missing. */
    public StoredNotice {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(settledAt, "settledAt");
    }
}
