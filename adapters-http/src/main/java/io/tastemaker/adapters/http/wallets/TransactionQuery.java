package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.wallets.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which transactions are wanted.
 *
 * @param kind what was done
 * @param action the action
 * @param actor who asked
 * @param subject what it was about
 * @param direction whether credits came or went
 * @param from not before
 * @param to before
 * @param q occurs in key, action, subject or note
 * @param limit the most entries
 * @param cursor where to go on
 */
record TransactionQuery(
        @About("Only what was done so; without it, all that moved something")
        Optional<@OneOf({"spend", "reserve", "commit", "release", "grant", "rollover", "expiry", "refund", "clawback", "deduction",
            "plan_change", "refusal"}) String> kind,
        @About("Only this action") Optional<@Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String> action,
        @About("Only what this caller did: user:, key:, operator: or system: and which one") Optional<@Length(max = 200) String> actor,
        @About("Only about this, such as a creator's id") Optional<@Length(max = 100) String> subject,
        @About("in: the team owned more afterwards; out: less") Optional<@OneOf({"in", "out"}) String> direction,
        @About("Only since then") Optional<Instant> from,
        @About("Only before then") Optional<Instant> to,
        @About("Occurs in the key, action, subject or note") Optional<@Length(max = 200) String> q,
        @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
        @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {

    /** All but the page, which a cursor is bound to. */
    record Wanted(
            Optional<String> kind,
            Optional<String> action,
            Optional<String> actor,
            Optional<String> subject,
            Optional<String> direction,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> q) {}

    Wanted wanted() {
        return new Wanted(kind, action, actor, subject, direction, from, to, q);
    }

    Ledgers.Filter filter() {
        Set<Operation.Kind> kinds = kind.flatMap(code -> Coded.find(Operation.Kind.class, code)).map(Set::of).orElse(Set.of());
        return new Ledgers.Filter(kinds, action.map(Action::new), actor, subject,
                direction.map(word -> word.equals("in") ? Ledgers.Direction.IN : Ledgers.Direction.OUT), from, to, q);
    }
}
