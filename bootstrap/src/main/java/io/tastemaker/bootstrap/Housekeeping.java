package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.CloseTeams;
import io.tastemaker.application.identity.FinishErasures;
import io.tastemaker.application.identity.ForgetAttempts;
import io.tastemaker.application.identity.ForgetDataExports;
import io.tastemaker.application.identity.PurgeTeams;
import io.tastemaker.application.operations.ForgetSentMail;
import io.tastemaker.application.operations.TidyUp;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every ten minutes whether it is this node's turn to tidy up. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Actor PROGRAM = new Actor.System("housekeeping", TeamId.CATALOGUE);

    private final Application application;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("housekeeping").factory());

    Housekeeping(Application application) {
        this.application = application;
        timer.scheduleWithFixedDelay(this::tryToTidyUp, 1, 10, TimeUnit.MINUTES);
    }

    private void tryToTidyUp() {
        try {
            tidyUp();
        } catch (RuntimeException fault) {
            LOG.warn("could not tidy up and will try again", fault); // an exception that left here would end the schedule silently
        }
    }

    /** One round; what is hourly is done by the first node that asks in an hour. */
    void tidyUp() {
        switch (application.accounts().forgetAttempts().handle(new ForgetAttempts.Command(PROGRAM))) {
            case ForgetAttempts.Outcome.Done done -> LOG.debug("{} counters and {} mailed tokens are forgotten", done.attempts(), done.mailedTokens());
        }
        switch (application.mail().forgetSentMail().handle(new ForgetSentMail.Command(PROGRAM))) {
            case ForgetSentMail.Outcome.Done done -> LOG.debug("{} settled letters are forgotten", done.letters());
        }
        switch (application.profiles().finishErasures().handle(new FinishErasures.Command(PROGRAM))) {
            case FinishErasures.Outcome.Finished finished -> LOG.debug("{} erasures were left unfinished", finished.count());
        }
        switch (application.profiles().forgetDataExports().handle(new ForgetDataExports.Command(PROGRAM))) {
            case ForgetDataExports.Outcome.Done done -> LOG.debug("{} exports were kept long enough", done.exports());
        }
        switch (application.operations().tidyUp().handle(new TidyUp.Command(PROGRAM))) {
            case TidyUp.Outcome.Done done -> {
                LOG.info("tidied up: {} answers under idempotency keys were old", done.answers());
                closeTeams();
            }
            case TidyUp.Outcome.NotNow notNow -> LOG.debug("this hour is taken care of");
        }
    }

    private void closeTeams() {
        switch (application.teams().closeTeams().handle(new CloseTeams.Command(PROGRAM))) {
            case CloseTeams.Outcome.Closed closed -> LOG.info("{} teams were due to be deleted", closed.teams());
        }
        switch (application.teams().purgeTeams().handle(new PurgeTeams.Command(PROGRAM))) {
            case PurgeTeams.Outcome.Purged purged -> LOG.info("of {} closed teams nothing is left", purged.teams());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
