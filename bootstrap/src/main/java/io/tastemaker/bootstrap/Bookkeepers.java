package io.tastemaker.bootstrap;

import io.tastemaker.application.billing.ApplyNotices;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.Reconcile;
import io.tastemaker.application.billing.SettleAccounts;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Heed what the payment provider told, look after accounts that are due, and compare everything with the provider now and then. */
final class Bookkeepers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeepers.class);
    private static final Actor PROGRAM = new Actor.System("billing", TeamId.CATALOGUE);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(250);
    private static final Duration PAUSE_BETWEEN_ROUNDS = Duration.ofSeconds(2);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final int COUNT = 4;
    private static final int A_FEW = 20;

    private final BillingUseCases billing;
    private final Crew notices;
    private final Crew accounts;
    private final Crew reconciliation;

    Bookkeepers(Selling selling) {
        this.billing = selling.useCases();
        this.notices = new Crew("notices", COUNT, this::heed);
        this.accounts = new Crew("accounts", 1, this::settle);
        this.reconciliation = new Crew("reconciliation", selling.isOpen() ? 1 : 0, this::reconcile);
    }

    private Duration heed(BooleanSupplier stopping) {
        return switch (billing.applyNotices().handle(new ApplyNotices.Command(PROGRAM, A_FEW))) {
            case ApplyNotices.Outcome.Worked(int count, var fault) -> {
                fault.ifPresent(what -> say(what, "a notice of the payment provider was laid back"));
                yield count == 0 ? PAUSE_WHEN_IDLE : Duration.ZERO;
            }
        };
    }

    private Duration settle(BooleanSupplier stopping) {
        return switch (billing.settleAccounts().handle(new SettleAccounts.Command(PROGRAM))) {
            case SettleAccounts.Outcome.Settled(int count, var faults) -> {
                faults.forEach(what -> say(what, "an account was not settled and comes again"));
                yield PAUSE_BETWEEN_ROUNDS;
            }
        };
    }

    /** Done by the first node that asks after the pause. */
    private Duration reconcile(BooleanSupplier stopping) {
        switch (billing.reconcile().handle(new Reconcile.Command(PROGRAM, false))) {
            case Reconcile.Outcome.NotNow notNow -> LOG.debug("the last reconciliation is young enough");
            case Reconcile.Outcome.Done(Reconciliation report) -> {
                report.fault().ifPresent(fault -> LOG.warn("the reconciliation could not be finished: {}", fault));
                report.drifts().forEach(drift ->
                        LOG.error("team {} has {} credits too few and {} too many", drift.team(), drift.missing(), drift.surplus()));
                LOG.info("reconciled {} accounts, {} things were news, credits differ by {}", report.accounts(), report.repaired(), report.drift());
            }
        }
        return PAUSE_BETWEEN_LOOKS;
    }

    /** That a dependency is down is no fault of ours. */
    private static void say(RuntimeException what, String consequence) {
        if (what instanceof Refusal.Unavailable down) {
            LOG.warn("{}: {}", consequence, down.getMessage());
        } else {
            LOG.error("{}", consequence, what);
        }
    }

    @Override
    public void close() {
        notices.close();
        accounts.close();
        reconciliation.close();
    }
}
