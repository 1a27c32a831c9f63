package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.domain.entitlements.Action;

/**
 * The variables of a path that names an action.
 *
 * @param action the action
 */
record ActionPath(@About("As in /pricing") @Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String action) {

    static final String FORM = "[a-z][a-z0-9_]{0,49}";

    static final String SAYS = "the code of an action such as creator_unlock";

    Action meant() {
        return new Action(action);
    }
}
