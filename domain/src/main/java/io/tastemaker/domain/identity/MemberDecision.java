package io.tastemaker.domain.identity;

import io.tastemaker.domain.access.Role;
import java.util.Objects;

/** Decides what one member may do to another. Pure functions, so that a table can test them. */
public sealed interface MemberDecision {

    /** Go ahead. */
    record Allowed() implements MemberDecision {}

    /** Go ahead, and the owner of before becomes an admin, since a team has exactly one owner. */
    record Transfer() implements MemberDecision {}

    /**
     * Not with this role.
     *
     * @param required the least role that may do it
     */
    record Outranked(Role required) implements MemberDecision {
        /** Checks that there is a role. */
        public Outranked {
            Objects.requireNonNull(required, "required");
        }
    }

    /** The owner stays what he is until he hands the team over. */
    record OwnerStays() implements MemberDecision {}

    /**
     * Decides on another role or cap for a member. Nobody touches who is above him, nobody raises anybody above himself, and only the
     * owner hands the team over.
     *
     * @param by the role of who changes
     * @param own whether it is his own membership
     * @param now the member's role as it is
     * @param wanted the member's role as it shall be
     * @return the decision
     */
    static MemberDecision onChange(Role by, boolean own, Role now, Role wanted) {
        Role required = highest(Role.ADMIN, highest(now, wanted));
        if (!by.covers(required)) {
            return new Outranked(required);
        }
        if (now == Role.OWNER) {
            return wanted == Role.OWNER ? new Allowed() : new OwnerStays();
        }
        return wanted == Role.OWNER ? handOver(own) : new Allowed();
    }

    /**
     * Decides on the end of a membership.
     *
     * @param by the role of who ends it
     * @param own whether it is his own membership, which everybody but the owner may end
     * @param now the member's role
     * @return the decision
     */
    static MemberDecision onRemoval(Role by, boolean own, Role now) {
        if (now == Role.OWNER) {
            return by == Role.OWNER ? new OwnerStays() : new Outranked(Role.OWNER);
        }
        if (own) {
            return new Allowed();
        }
        Role required = highest(Role.ADMIN, now);
        return by.covers(required) ? new Allowed() : new Outranked(required);
    }

    /**
     * Decides on an invitation.
     *
     * @param by the role of who invites
     * @param wanted what the new member shall be
     * @return the decision
     */
    static MemberDecision onInvitation(Role by, Role wanted) {
        Role required = highest(Role.ADMIN, wanted);
        return wanted != Role.OWNER && by.covers(required) ? new Allowed() : new Outranked(required);
    }

    private static Role highest(Role one, Role other) {
        return one.covers(other) ? one : other;
    }

    private static MemberDecision handOver(boolean own) {
        return own ? new Allowed() : new Transfer();
    }
}
