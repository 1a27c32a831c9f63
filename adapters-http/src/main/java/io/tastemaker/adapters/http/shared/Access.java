package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Permission;

/** Who may call a route. */
public sealed interface Access {

    /** Anybody; a credential is not looked at. */
    record Open() implements Access {}

    /** Anybody; a credential, if there is one, must be valid, and may show more. */
    record Recognised() implements Access {}

    /**
     * Whoever has a permission.
     *
     * @param permission what the policy is asked for, before the body is read and again by the use case
     */
    record Needs(Permission permission) implements Access {}

    /**
     * Anybody.
     *
     * @return open access
     */
    static Access open() {
        return new Open();
    }

    /**
     * Anybody; a credential, if there is one, must be valid.
     *
     * @return access that a credential widens
     */
    static Access recognised() {
        return new Recognised();
    }

    /**
     * Whoever has a permission.
     *
     * @param permission the permission
     * @return limited access
     */
    static Access needs(Permission permission) {
        return new Needs(permission);
    }
}
