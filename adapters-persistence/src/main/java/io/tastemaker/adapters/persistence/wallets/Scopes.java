package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of actions as lists of their codes, in the order of the alphabet. */
final class Scopes {

    private Scopes() {}

    static List<String> codes(Set<Action> actions) {
        return actions.stream().map(Action::code).sorted().toList();
    }

    static Set<Action> actions(String... codes) {
        return Arrays.stream(codes).map(Action::new).collect(Collectors.toUnmodifiableSet());
    }
}
