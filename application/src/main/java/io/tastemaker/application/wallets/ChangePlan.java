package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts a team on the newest version of a plan, by hand. */
public final class ChangePlan {

    private final WalletDesk desk;
    private final Transactions transactions;
    private final Tariffs tariffs;
    private final Ids ids;

    ChangePlan(WalletDesk desk, Transactions transactions, Tariffs tariffs, Ids ids) {
        this.desk = desk;
        this.transactions = transactions;
        this.tariffs = tariffs;
        this.ids = ids;
    }

    /**
     * What is wanted.
     *
     * @param actor the operator
     * @param team which team
     * @param plan the plan's key, such as {@code standard}
     * @param atPeriodEnd whether it waits for the next period
     */
    public record Command(Actor actor, TeamId team, String plan, boolean atPeriodEnd) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The team is on it, or will be.
         *
         * @param plan the plan
         */
        record Changed(Plan plan) implements Outcome {}

        /**
         * There is no such plan.
         *
         * @param known the plans there are
         */
        record UnknownPlan(Set<String> known) implements Outcome {}
    }

    /**
     * Changes the plan.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Actor operator = LookedAtTeam.actor(command.actor(), command.team(), Permission.OPERATE);
        Optional<Plan> plan = tariffs.renewed().newest(command.plan());
        if (plan.isEmpty() || !isChanged(command, operator, plan.get())) {
            return new Outcome.UnknownPlan(tariffs.current().plans().keySet().stream().map(PlanId::key)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        transactions.run(operator, "wallet.plan_change", () -> transactions.about(Subject.of("wallet", command.team()),
                List.of(new Change("plan", Optional.empty(), Optional.of(plan.get().id().toString())))));
        return new Outcome.Changed(plan.get());
    }

    private boolean isChanged(Command command, Actor operator, Plan plan) {
        return desk.ask(command.team(), new WalletCommand.ChangePlan(
                OperationKey.once(ids.next()), plan.id(), command.atPeriodEnd(), operator.label())).answer() instanceof WalletAnswer.Booked;
    }
}
