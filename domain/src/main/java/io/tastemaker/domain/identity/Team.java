package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;

/**
 * A team: the tenant that owns all data below it.
 *
 * @param id the team's id
 * @param name 1 to 100 characters
 * @param createdAt when it was made
 */
public record Team(TeamId id, String name, Instant createdAt) {

    /** Checks the name. */
    public Team {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(createdAt, "createdAt");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a team's name has 1 to 100 characters");
        }
    }
}
