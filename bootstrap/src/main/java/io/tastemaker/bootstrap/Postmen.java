package io.tastemaker.bootstrap;

import io.tastemaker.application.operations.DeliverMail;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters from the outbox to the transport, one after the other, so that a node that dies leaves at most one that was handed over and
 * not noted; a letter in hand is brought to its end before a stop.
 */
final class Postmen implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postmen.class);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(250);
    private static final int COUNT = 1;

    private final DeliverMail deliverMail;
    private final Crew crew;

    Postmen(DeliverMail deliverMail) {
        this.deliverMail = deliverMail;
        this.crew = new Crew("mail", COUNT, this::next);
    }

    private Duration next(BooleanSupplier stopping) {
        return switch (deliverMail.handle(new DeliverMail.Command(new Actor.System("mail", TeamId.CATALOGUE)))) {
            case DeliverMail.Outcome.Idle idle -> PAUSE_WHEN_IDLE;
            case DeliverMail.Outcome.Sent sent -> {
                LOG.debug("letter {} was sent", sent.letter());
                yield Duration.ZERO;
            }
            case DeliverMail.Outcome.Postponed postponed -> {
                LOG.warn("letter {} was not sent and waits until {}: {}", postponed.letter(), postponed.notBefore(), postponed.reason());
                yield Duration.ZERO;
            }
            case DeliverMail.Outcome.GivenUp givenUp -> {
                LOG.warn("letter {} will not be sent: {}", givenUp.letter(), givenUp.reason());
                yield Duration.ZERO;
            }
            case DeliverMail.Outcome.Lost lost -> {
                LOG.warn("letter {} was taken over by another node", lost.letter());
                yield Duration.ZERO;
            }
            case DeliverMail.Outcome.Faulted faulted -> {
                LOG.error("letter {} met a fault and will be tried again", faulted.letter(), faulted.fault());
                yield Duration.ZERO;
            }
        };
    }

    @Override
    public void close() {
        crew.close();
    }
}
