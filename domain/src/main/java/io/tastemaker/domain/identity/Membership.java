package io.tastemaker.domain.identity;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * That a person belongs to a team. Every team has exactly one owner.
 *
 * @param team which team
 * @param user who
 * @param version 1 at birth, one more with every change
 * @param role what the person may do there
 * @param monthlyCreditCap how many credits the person may spend per month, 0 or more; empty for no cap of its own
 * @param joinedAt since when
 */
public record Membership(TeamId team, UserId user, long version, Role role, OptionalLong monthlyCreditCap, Instant joinedAt) {

    /** Checks that nothing is missing and no cap is negative. */
    public Membership {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(joinedAt, "joinedAt");
        if (version < 1 || monthlyCreditCap.isPresent() && monthlyCreditCap.getAsLong() < 0) {
            throw new IllegalArgumentException("a version from 1 on and no negative cap");
        }
    }

    /**
     * The beginning of a membership without a cap.
     *
     * @param team which team
     * @param user who
     * @param role what the person may do there
     * @param at since when
     * @return version 1
     */
    public static Membership begin(TeamId team, UserId user, Role role, Instant at) {
        return new Membership(team, user, 1, role, OptionalLong.empty(), at);
    }

    /**
     * The same membership with other rights.
     *
     * @param newRole what the person may do from now on
     * @param newCap the new cap
     * @return the next version
     */
    public Membership changed(Role newRole, OptionalLong newCap) {
        return new Membership(team, user, version + 1, newRole, newCap, joinedAt);
    }

    /**
     * What the audit log shows of it.
     *
     * @return the traits
     */
    public Traits traits() {
        return Traits.NONE.with("role", role)
                .with("monthly_credit_cap", monthlyCreditCap.isPresent() ? Long.toString(monthlyCreditCap.getAsLong()) : "");
    }
}
