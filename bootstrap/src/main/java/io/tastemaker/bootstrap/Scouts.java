package io.tastemaker.bootstrap;

import io.tastemaker.application.outreach.AttendInvitations;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the reminders that are due and ends the invitations whose time is out; on several nodes each is done by one of them. */
final class Scouts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scouts.class);
    private static final Actor PROGRAM = new Actor.System("outreach", TeamId.CATALOGUE);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofSeconds(5);
    private static final int A_FEW = 20;

    private final AttendInvitations attendInvitations;
    private final Crew crew;

    Scouts(AttendInvitations attendInvitations) {
        this.attendInvitations = attendInvitations;
        this.crew = new Crew("outreach", 1, this::attend);
    }

    private Duration attend(BooleanSupplier stopping) {
        return switch (attendInvitations.handle(new AttendInvitations.Command(PROGRAM, A_FEW))) {
            case AttendInvitations.Outcome.Attended(int count, var faults) -> {
                faults.forEach(Scouts::say);
                yield count < A_FEW ? PAUSE_WHEN_IDLE : Duration.ZERO;
            }
        };
    }

    /** That a dependency is down is no fault of ours. */
    private static void say(RuntimeException what) {
        if (what instanceof Refusal.Unavailable down) {
            LOG.warn("an invitation comes again later: {}", down.getMessage());
        } else {
            LOG.error("an invitation met a fault and comes again later", what);
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
