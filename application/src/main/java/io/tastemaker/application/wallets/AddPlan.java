package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.function.Function;

/** Adds a version of a plan, or a new plan. Teams stay on the version they are on until somebody puts them on another. */
public final class AddPlan {

    private final Transactions transactions;
    private final Tariffs tariffs;

    AddPlan(Transactions transactions, Tariffs tariffs) {
        this.transactions = transactions;
        this.tariffs = tariffs;
    }

    /**
     * What is wanted.
     *
     * @param actor the operator
     * @param key the plan's key
     * @param terms makes the plan of its id
     */
    public record Command(Actor actor, String key, Function<PlanId, Plan> terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It can be given from now on.
         *
         * @param plan the new version
         */
        record Added(Plan plan) implements Outcome {}

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
        int newest = tariffs.renewed().newest(command.key()).map(plan -> plan.id().version()).orElse(0);
        Plan plan = command.terms().apply(new PlanId(command.key(), newest + 1));
        if (!tariffs.add(plan)) {
            return new Outcome.Conflict();
        }
        transactions.run(command.actor(), "plan.add", () -> transactions.about(Subject.of("plan", plan.id()), List.of()));
        return new Outcome.Added(plan);
    }
}
