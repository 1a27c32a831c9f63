package io.tastemaker.bootstrap;

import io.tastemaker.application.wallets.ChangePlan;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Tariff;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows plans, and puts teams on them. */
record TeamPlan() implements Command {

    private static final Actor OPERATOR = new Actor.Operator("command-line", TeamId.CATALOGUE);

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String usage() {
        return "plan list | plan show TEAM | plan set TEAM PLAN [--at-period-end]";
    }

    @Override
    public String summary() {
        return "lists the plans, shows a team's, or puts a team on the newest version of one, at once or when its period ends";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of(), Set.of("at-period-end"));
        String verb = given.word(0).filter(Set.of("list", "show", "set")::contains).orElseGet(() -> {
            given.fault("'plan' knows three things to do: list, show, set");
            return "";
        });
        TeamId team = verb.equals("show") || verb.equals("set") ? team(given) : TeamId.CATALOGUE;
        String plan = verb.equals("set") ? given.word(2, "the plan") : "";
        given.check(3);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            switch (verb) {
                case "set" -> set(application, team, plan, given.flag("at-period-end"), out);
                case "show" -> show(application, team, out);
                default -> list(application, out);
            }
            return 0;
        } catch (Refusal.NotFound unknown) {
            throw new Failed("There is no team " + team, unknown);
        }
    }

    private static TeamId team(Arguments given) {
        String text = given.word(1, "the team's id");
        return Teams.read(text).filter(team -> !team.equals(TeamId.CATALOGUE)).orElseGet(() -> {
            given.fault("no team's id: " + text);
            return TeamId.CATALOGUE;
        });
    }

    private static void set(Application application, TeamId team, String plan, boolean atPeriodEnd, PrintStream out) {
        switch (application.wallets().changePlan().handle(new ChangePlan.Command(OPERATOR, team, plan, atPeriodEnd))) {
            case ChangePlan.Outcome.Changed(Plan changed) -> out.println("Team " + team + (atPeriodEnd ? " will be on " : " is on ")
                    + changed.id() + (atPeriodEnd ? " from its next period on." : "."));
            case ChangePlan.Outcome.UnknownPlan(Set<String> known) ->
                throw new Failed("There is no plan '" + plan + "'. There is " + String.join(", ", known) + ".");
        }
    }

    private static void show(Application application, TeamId team, PrintStream out) {
        out.println(application.wallets().showWallet().handle(new ShowWallet.Query(OPERATOR, team)).plan().id());
    }

    private static void list(Application application, PrintStream out) {
        Tariff tariff = application.wallets().showPricing().handle(new ShowPricing.Query(Anonymous.CALLER));
        tariff.newestPlans().forEach(plan -> out.println(plan.id() + "  " + plan.monthlyPrice() + " a month, "
                + plan.seats() + (plan.seats() == 1 ? " seat" : " seats") + (plan.id().key().equals(tariff.forNewTeams()) ? ", for new teams" : "")));
    }
}
