package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.identity.PasswordRules;
import java.util.Set;

/** What is wrong with a password, in words. */
final class WeakPassword {

    private WeakPassword() {}

    static Problem problem(String pointer, Set<PasswordRules.Fault> faults) {
        return Problem.of(faults.stream().sorted().map(fault -> new Fault(ProblemCode.INVALID_FIELD, pointer, of(fault))).toList());
    }

    private static String of(PasswordRules.Fault fault) {
        return switch (fault) {
            case TOO_SHORT -> "must have at least " + PasswordRules.LEAST + " characters";
            case TOO_LONG -> "must have at most " + PasswordRules.MOST + " characters";
            case COMMON -> "is what anybody would try first; a few words that do not belong together are best";
            case NAMES_ADDRESS -> "must not contain the name in your e-mail address";
            case NAMES_PRODUCT -> "must not be the name of this product";
        };
    }
}
