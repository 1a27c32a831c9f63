package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.ShowUses;
import io.tastemaker.application.wallets.out.Ledgers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was spent over several months.
 *
 * @param months month by month
 * @param byAction all months together, by action
 * @param byActor all months together, by caller
 * @param totalCredits all of it
 */
record SpendingJson(
        List<MonthUseJson> months,
        @About("All months together") List<ActionTotalJson> byAction,
        @About("All months together") List<ActorTotalJson> byActor,
        long totalCredits) {

    /**
     * What was spent on an action.
     *
     * @param action the action
     * @param credits what was paid
     */
    record ActionTotalJson(String action, long credits) {}

    /**
     * What somebody spent.
     *
     * @param actor who
     * @param credits what was paid
     */
    record ActorTotalJson(ActorJson actor, long credits) {}

    static SpendingJson of(List<ShowUses.Month> months) {
        List<Ledgers.Use> all = months.stream().flatMap(month -> month.uses().stream()).toList();
        return new SpendingJson(months.stream().map(MonthUseJson::of).toList(),
                totals(all, use -> use.action().code(), ActionTotalJson::new),
                totals(all, Ledgers.Use::actor, (actor, credits) -> new ActorTotalJson(ActorJson.of(actor), credits)), MonthUseJson.sum(all));
    }

    private static <T> List<T> totals(List<Ledgers.Use> uses, Function<Ledgers.Use, String> key, BiFunction<String, Long, T> line) {
        Map<String, Long> sums = uses.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(Ledgers.Use::credits)));
        return sums.entrySet().stream().map(sum -> line.apply(sum.getKey(), sum.getValue())).toList();
    }
}
