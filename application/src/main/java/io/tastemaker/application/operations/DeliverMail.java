package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.operations.out.MailTransport.Delivery;
import io.tastemaker.application.operations.out.OutgoingMail;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sends one letter; what a sender calls over and over. No transaction is open while the transport works. */
public final class DeliverMail {

    /** How long a claim holds: several times what a transport may take. */
    static final Duration LEASE = Duration.ofMinutes(2);
    /** After how long without success a letter is given up. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final OutgoingMail mail;
    private final MailTransport transport;
    private final Map<String, LetterHandler> handlers;
    private final InstantSource clock;

    DeliverMail(OutgoingMail mail, MailTransport transport, List<LetterHandler> handlers, InstantSource clock) {
        this.mail = mail;
        this.transport = transport;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(LetterHandler::subjectType, handler -> handler));
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** No letter was due. */
        record Idle() implements Outcome {}

        /**
         * A letter is on its way.
         *
         * @param letter which
         */
        record Sent(UUID letter) implements Outcome {}

        /**
         * A letter was not sent and will be tried again.
         *
         * @param letter which
         * @param reason why
         * @param notBefore when
         */
        record Postponed(UUID letter, String reason, Instant notBefore) implements Outcome {}

        /**
         * A letter will never be sent.
         *
         * @param letter which
         * @param reason why
         */
        record GivenUp(UUID letter, String reason) implements Outcome {}

        /**
         * The transport took so long that somebody else has the letter now.
         *
         * @param letter which
         */
        record Lost(UUID letter) implements Outcome {}

        /**
         * The transport met a fault of its own; the letter will be tried again.
         *
         * @param letter which
         * @param fault what happened
         */
        record Faulted(UUID letter, RuntimeException fault) implements Outcome {}
    }

    /**
     * Sends one letter.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return mail.claim(clock.instant(), LEASE).map(this::send).orElseGet(Outcome.Idle::new);
    }

    private Outcome send(OutgoingMail.Claim claim) {
        try {
            return switch (transport.deliver(claim.id().toString(), claim.letter())) {
                case Delivery.Delivered delivered -> mail.sent(claim, clock.instant()) ? new Outcome.Sent(claim.id()) : new Outcome.Lost(claim.id());
                case Delivery.Rejected rejected -> giveUp(claim, rejected.reason());
                case Delivery.Failed failed -> tryAgain(claim, failed.reason());
            };
        } catch (RuntimeException fault) {
            return switch (tryAgain(claim, "the transport met a fault")) {
                case Outcome.Postponed postponed -> new Outcome.Faulted(claim.id(), fault);
                case Outcome other -> other;
            };
        }
    }

    private Outcome tryAgain(OutgoingMail.Claim claim, String reason) {
        Instant now = clock.instant();
        if (!now.isBefore(claim.postedAt().plus(PATIENCE))) {
            return giveUp(claim, reason);
        }
        Instant notBefore = now.plus(pause(claim.attempts()));
        return mail.retry(claim, reason, notBefore) ? new Outcome.Postponed(claim.id(), reason, notBefore) : new Outcome.Lost(claim.id());
    }

    /** Who wants to know is told first: a program that dies in between gives the letter up once more, and telling twice changes nothing. */
    private Outcome giveUp(OutgoingMail.Claim claim, String reason) {
        claim.about().ifPresent(subject -> Optional.ofNullable(handlers.get(subject.type()))
                .ifPresent(handler -> handler.undeliverable(claim.team(), subject)));
        return mail.giveUp(claim, reason, clock.instant()) ? new Outcome.GivenUp(claim.id(), reason) : new Outcome.Lost(claim.id());
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
