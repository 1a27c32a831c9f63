package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;

/**
 * Who did something.
 *
 * @param type what kind of caller
 * @param id which one
 */
record ActorJson(@About("user, key, operator or system") String type, String id) {

    static ActorJson of(String label) {
        int colon = label.indexOf(':');
        return new ActorJson(label.substring(0, Math.max(0, colon)), label.substring(colon + 1));
    }
}
