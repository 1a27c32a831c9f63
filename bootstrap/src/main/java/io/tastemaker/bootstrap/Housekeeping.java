package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.CloseTeams;
import io.tastemaker.application.identity.FinishErasures;
import io.tastemaker.application.identity.ForgetAttempts;
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

    private final TidyUp tidyUp;
    private final ForgetAttempts forgetAttempts;
    private final ForgetSentMail forgetSentMail;
    private final CloseTeams closeTeams;
    private final FinishErasures finishErasures;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("housekeeping").factory());

    Housekeeping(TidyUp tidyUp, ForgetAttempts forgetAttempts, ForgetSentMail forgetSentMail, CloseTeams closeTeams,
            FinishErasures finishErasures) {
        this.tidyUp = tidyUp;
        this.forgetAttempts = forgetAttempts;
        this.forgetSentMail = forgetSentMail;
        this.closeTeams = closeTeams;
        this.finishErasures = finishErasures;
        timer.scheduleWithFixedDelay(this::tidyUp, 1, 10, TimeUnit.MINUTES);
    }

    private void tidyUp() {
        try {
            switch (tidyUp.handle(new TidyUp.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)))) {
                case TidyUp.Outcome.Done done -> {
                    LOG.info("tidied up: {} answers under idempotency keys were old", done.answers());
                    closeTeams();
                }
                case TidyUp.Outcome.NotNow notNow -> LOG.debug("this hour is taken care of");
            }
            switch (forgetAttempts.handle(new ForgetAttempts.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)))) {
                case ForgetAttempts.Outcome.Done done ->
                    LOG.debug("{} counters and {} mailed tokens are forgotten", done.attempts(), done.mailedTokens());
            }
            switch (forgetSentMail.handle(new ForgetSentMail.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)))) {
                case ForgetSentMail.Outcome.Done done -> LOG.debug("{} settled letters are forgotten", done.letters());
            }
            switch (finishErasures.handle(new FinishErasures.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)))) {
                case FinishErasures.Outcome.Finished finished -> LOG.debug("{} erasures were left unfinished", finished.count());
            }
        } catch (RuntimeException fault) {
            LOG.warn("could not tidy up and will try again", fault); // an exception that left here would end the schedule silently
        }
    }

    private void closeTeams() {
        switch (closeTeams.handle(new CloseTeams.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)))) {
            case CloseTeams.Outcome.Closed closed -> LOG.info("{} teams were due to be deleted", closed.teams());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
