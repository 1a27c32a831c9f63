package io.tastemaker.bootstrap;

import io.tastemaker.application.billing.ForgetNotices;
import io.tastemaker.application.identity.CloseTeams;
import io.tastemaker.application.identity.FinishErasures;
import io.tastemaker.application.identity.ForgetAttempts;
import io.tastemaker.application.identity.ForgetDataExports;
import io.tastemaker.application.identity.Leftover;
import io.tastemaker.application.identity.PurgeTeams;
import io.tastemaker.application.operations.ForgetSentMail;
import io.tastemaker.application.operations.TidyUp;
import io.tastemaker.application.wallets.SweepWallets;
import io.tastemaker.application.wallets.TakeAnchor;
import io.tastemaker.application.webhooks.ForgetOldEvents;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tidies up every ten minutes. What fails is logged, keeps nothing else from being done, and comes again in the next round.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Actor PROGRAM = new Actor.System("housekeeping", TeamId.CATALOGUE);

    /**
     * Something that is done in a round.
     *
     * @param name what the log calls it
     * @param work does it
     */
    record Step(String name, Runnable work) {}

    private final List<Step> steps;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("housekeeping").factory());

    Housekeeping(Application application) {
        this(steps(application));
    }

    Housekeeping(List<Step> steps) {
        this.steps = List.copyOf(steps);
        timer.scheduleWithFixedDelay(this::tidyUp, 1, 10, TimeUnit.MINUTES);
    }

    /** One round. */
    void tidyUp() {
        steps.forEach(Housekeeping::attempt);
    }

    private static void attempt(Step step) {
        try {
            step.work().run();
        } catch (RuntimeException fault) {
            LOG.warn("{} failed and comes again in the next round", step.name(), fault);
        }
    }

    private static List<Step> steps(Application application) {
        return List.of(
                new Step("forgetting attempts", () -> forgetAttempts(application)),
                new Step("forgetting sent mail", () -> forgetSentMail(application)),
                new Step("finishing erasures", () -> finishErasures(application)),
                new Step("forgetting exports", () -> forgetDataExports(application)),
                new Step("forgetting files", application.exporting()::forget),
                new Step("sweeping wallets", () -> sweepWallets(application)),
                new Step("anchoring ledgers", () -> anchorLedgers(application)),
                new Step("forgetting notices", () -> forgetNotices(application)),
                new Step("forgetting events", () -> forgetEvents(application)),
                new Step("the hourly round", () -> hourly(application)));
    }

    private static void forgetAttempts(Application application) {
        switch (application.people().accounts().forgetAttempts().handle(new ForgetAttempts.Command(PROGRAM))) {
            case ForgetAttempts.Outcome.Done done -> LOG.debug("{} counters and {} mailed tokens are forgotten", done.attempts(), done.mailedTokens());
        }
    }

    private static void forgetSentMail(Application application) {
        switch (application.mail().forgetSentMail().handle(new ForgetSentMail.Command(PROGRAM))) {
            case ForgetSentMail.Outcome.Done done -> LOG.debug("{} settled letters are forgotten", done.letters());
        }
    }

    private static void finishErasures(Application application) {
        switch (application.people().profiles().finishErasures().handle(new FinishErasures.Command(PROGRAM))) {
            case FinishErasures.Outcome.Finished finished -> {
                LOG.debug("{} erasures were left unfinished", finished.count());
                report("erasure", finished.leftovers());
            }
        }
    }

    private static void forgetDataExports(Application application) {
        switch (application.people().profiles().forgetDataExports().handle(new ForgetDataExports.Command(PROGRAM))) {
            case ForgetDataExports.Outcome.Done done -> LOG.debug("{} exports were kept long enough", done.exports());
        }
    }

    private static void sweepWallets(Application application) {
        switch (application.wallets().sweepWallets().handle(new SweepWallets.Command(PROGRAM))) {
            case SweepWallets.Outcome.Swept swept -> LOG.debug("in {} wallets something had ended", swept.wallets());
        }
    }

    private static void anchorLedgers(Application application) {
        switch (application.wallets().takeAnchor().handle(new TakeAnchor.Command(PROGRAM, false))) {
            case TakeAnchor.Outcome.Taken(LedgerAnchor anchor) -> {
                Path file = new AnchorFiles(application.settings().anchorDirectory()).write(anchor);
                LOG.info("anchor {} over {} ledgers is {}: {}", anchor.number(), anchor.marks().size(), anchor.hash(), file);
            }
            case TakeAnchor.Outcome.NotNow notNow -> LOG.debug("the last anchor is young enough");
        }
    }

    private static void forgetNotices(Application application) {
        switch (application.selling().useCases().forgetNotices().handle(new ForgetNotices.Command(PROGRAM))) {
            case ForgetNotices.Outcome.Done done -> LOG.debug("{} notices of the payment provider were old", done.notices());
        }
    }

    private static void forgetEvents(Application application) {
        switch (application.telling().useCases().forgetOldEvents().handle(new ForgetOldEvents.Command(PROGRAM))) {
            case ForgetOldEvents.Outcome.Done done -> LOG.debug("{} events of webhooks were old", done.events());
        }
    }

    /** Done by the first node that asks in an hour. */
    private static void hourly(Application application) {
        switch (application.operations().tidyUp().handle(new TidyUp.Command(PROGRAM))) {
            case TidyUp.Outcome.Done done -> {
                LOG.info("tidied up: {} answers under idempotency keys were old", done.answers());
                attempt(new Step("closing teams", () -> closeTeams(application)));
                attempt(new Step("purging teams", () -> purgeTeams(application)));
            }
            case TidyUp.Outcome.NotNow notNow -> LOG.debug("this hour is taken care of");
        }
    }

    private static void closeTeams(Application application) {
        switch (application.people().teams().closeTeams().handle(new CloseTeams.Command(PROGRAM))) {
            case CloseTeams.Outcome.Closed closed -> {
                LOG.info("{} teams were due to be deleted", closed.teams());
                report("closing of team", closed.leftovers());
            }
        }
    }

    private static void purgeTeams(Application application) {
        switch (application.people().teams().purgeTeams().handle(new PurgeTeams.Command(PROGRAM))) {
            case PurgeTeams.Outcome.Purged purged -> {
                LOG.info("of {} closed teams nothing is left", purged.teams());
                report("purge of team", purged.leftovers());
            }
        }
    }

    private static void report(String what, List<Leftover> leftovers) {
        leftovers.forEach(left -> LOG.warn("{} {} failed and comes again in the next round", what, left.item(), left.cause()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
