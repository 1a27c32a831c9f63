package io.tastemaker.domain.access;

import java.util.Optional;

/** Decides who may do what. A pure function, so that a table can test it. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /**
     * Decides.
     *
     * @param actor who asks
     * @param permission for what
     * @return allowed, or what is missing
     */
    public static Decision decide(Actor actor, Permission permission) {
        return switch (actor) {
            case Actor.Operator operator -> new Decision.Allowed();
            case Actor.System system -> new Decision.Allowed();
            case Actor.User user -> byRole(user.role(), permission);
            case Actor.Key key -> byKey(key, permission);
        };
    }

    /**
     * Refuses what is not allowed; the first line of every use case.
     *
     * @param actor who asks
     * @param permission for what
     * @throws Refusal.Forbidden when it is not allowed
     */
    public static void require(Actor actor, Permission permission) {
        if (decide(actor, permission) instanceof Decision.Denied denied) {
            throw new Refusal.Forbidden(denied);
        }
    }

    private static Decision byRole(Role role, Permission permission) {
        boolean covered = permission.role().map(role::covers).orElse(false);
        return covered ? new Decision.Allowed() : new Decision.Denied(permission, permission.role(), Optional.empty());
    }

    private static Decision byKey(Actor.Key key, Permission permission) {
        if (permission.scope().isEmpty()) {
            return new Decision.Denied(permission, permission.role(), Optional.empty());
        }
        Scope needed = permission.scope().get();
        boolean inScope = key.scopes().stream().anyMatch(scope -> scope.covers(needed));
        return inScope ? byRole(key.role(), permission) : new Decision.Denied(permission, Optional.empty(), Optional.of(needed));
    }

    /** What the policy says. */
    public sealed interface Decision {

        /** Go ahead. */
        record Allowed() implements Decision {}

        /**
         * Not allowed, and what would allow it.
         *
         * @param permission what was asked for
         * @param requiredRole the least role, when the role is what is missing
         * @param requiredScope the scope, when the key's scopes are what is missing
         */
        record Denied(Permission permission, Optional<Role> requiredRole, Optional<Scope> requiredScope) implements Decision {}
    }
}
