package io.tastemaker.bootstrap;

import io.tastemaker.application.billing.Reconcile;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares everything with the payment provider. */
record ReconcileBilling() implements Command {

    private static final Actor OPERATOR = new Actor.Operator("command-line", TeamId.CATALOGUE);

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String usage() {
        return "reconcile";
    }

    @Override
    public String summary() {
        return "compares everything with Stripe: makes good what was never delivered, and compares credits that are due with those that were"
                + " granted; exit status 1 if they differ";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        new Arguments(arguments, Set.of()).check(0);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            return switch (application.selling().useCases().reconcile().handle(new Reconcile.Command(OPERATOR, true))) {
                case Reconcile.Outcome.NotNow notNow -> {
                    out.println("Another program reconciles at this moment.");
                    yield 1;
                }
                case Reconcile.Outcome.Done(Reconciliation report) -> told(report, out);
            };
        } catch (Refusal.NotConfigured none) {
            throw new Failed("Nothing is sold here: " + Setting.STRIPE_SECRET_KEY.variable() + " is not set.", none);
        }
    }

    /** What came of it, in words. */
    static int told(Reconciliation report, PrintStream out) {
        out.println("Looked at since " + report.since() + ": " + report.undelivered() + " notices that were not delivered, " + report.sessions()
                + " checkouts, " + report.invoices() + " invoices, " + report.refunds() + " refunds, " + report.stale()
                + " things not heard of for long; " + report.repaired() + " of them were news.");
        report.drifts().forEach(drift -> out.println(drift.team() + "  DRIFT  " + drift.missing() + " credits missing, " + drift.surplus()
                + " too many"));
        report.fault().ifPresent(fault -> out.println("It could not be finished: " + fault));
        out.println(report.drift() == 0
                ? "The credits of " + report.accounts() + " accounts are those that are due."
                : "The credits differ from what is due by " + report.drift() + ".");
        return report.drift() == 0 && report.fault().isEmpty() ? 0 : 1;
    }
}
