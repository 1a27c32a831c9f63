package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.PricingRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives an action a new price: a new version of its rule. What was charged before keeps the version it was charged by. */
public final class AddPricingRule {

    private final Transactions transactions;
    private final Tariffs tariffs;

    AddPricingRule(Transactions transactions, Tariffs tariffs) {
        this.transactions = transactions;
        this.tariffs = tariffs;
    }

    /**
     * What is wanted.
     *
     * @param actor the operator
     * @param action what is priced; one that is new is added
     * @param unitCredits credits of a unit
     * @param allowance free units of a period
     * @param accessFor how long what is paid for stays open; empty for good
     * @param unit what one unit is
     */
    public record Command(Actor actor, Action action, long unitCredits, long allowance, Optional<Duration> accessFor, String unit) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It counts from now on.
         *
         * @param rule the new version
         */
        record Added(PricingRule rule) implements Outcome {}

        /** Somebody else added one at the same time. */
        record Conflict() implements Outcome {}
    }

    /**
     * Adds the version.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        int newest = tariffs.listRules().stream().filter(rule -> rule.action().equals(command.action()))
                .mapToInt(PricingRule::version).max().orElse(0);
        PricingRule rule = new PricingRule(command.action(), newest + 1, command.unitCredits(), command.allowance(), command.accessFor(),
                command.unit());
        if (!tariffs.add(rule)) {
            return new Outcome.Conflict();
        }
        transactions.run(command.actor(), "pricing_rule.add",
                () -> transactions.about(Subject.of("pricing_rule", rule.name()), List.of()));
        return new Outcome.Added(rule);
    }
}
