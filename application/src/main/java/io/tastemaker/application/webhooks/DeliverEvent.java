package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.Courier.Brought;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Deliveries.Fate;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Endpoint;
import io.tastemaker.domain.webhooks.Retries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Brings one event to one endpoint. No transaction is open while the endpoint is called. */
public final class DeliverEvent {

    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final Courier courier;
    private final SecretBox box;
    private final EndpointRetirement retirement;
    private final InstantSource clock;

    DeliverEvent(Deliveries deliveries, Courier courier, SecretBox box, EndpointRetirement retirement, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.box = box;
        this.retirement = retirement;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param claim what {@link TakeDueEvents} took up
     */
    public record Command(Actor actor, Deliveries.Claim claim) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The endpoint has it. */
        record Delivered() implements Outcome {}

        /**
         * The endpoint does not have it, and it is sent again.
         *
         * @param reason why, without the URL
         * @param notBefore when
         */
        record Postponed(String reason, Instant notBefore) implements Outcome {}

        /**
         * It is a dead letter.
         *
         * @param reason why, without the URL
         */
        record GivenUp(String reason) implements Outcome {}

        /**
         * The endpoint was disabled after it.
         *
         * @param reason why, without the URL
         */
        record Disabled(String reason) implements Outcome {}

        /** It took so long that somebody else has the event now. */
        record Lost() implements Outcome {}
    }

    /**
     * Brings it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Deliveries.Claim claim = command.claim();
        Instant begun = clock.instant();
        Brought brought = bring(claim, begun);
        Instant now = clock.instant();
        Duration took = Duration.between(begun, now);
        return switch (brought) {
            case Brought.Answered(int status, Optional<Duration> wish) when status >= 200 && status < 300 ->
                settled(claim, answered(claim, begun, took, status), new Fate.Delivered()).<Outcome>map(streak -> new Outcome.Delivered())
                        .orElseGet(Outcome.Lost::new);
            case Brought.Answered(int status, Optional<Duration> wish) ->
                failed(claim, answered(claim, begun, took, status), "it answered " + status, wish, status == GONE, now);
            case Brought.Refused(Courier.Objection objection) ->
                failed(claim, faulty(claim, begun, took, "not called: " + objection.name().toLowerCase(Locale.ROOT)),
                        "its URL may not be called: " + objection.name().toLowerCase(Locale.ROOT), Optional.empty(), false, now);
            case Brought.Failed(String reason) -> failed(claim, faulty(claim, begun, took, reason), reason, Optional.empty(), false, now);
        };
    }

    /** A secret whose key is gone can sign nothing any more; the event waits like one that was not taken, until the secret is rotated. */
    private Brought bring(Deliveries.Claim claim, Instant now) {
        List<String> secrets;
        try {
            secrets = claim.sealedSecrets().stream().map(sealed -> EndpointSecret.opened(box, sealed, claim.endpoint()).text()).toList();
        } catch (IllegalStateException notOpened) {
            return new Brought.Failed("its secret cannot be opened any more: rotate it");
        }
        return courier.bring(new Courier.Parcel(claim.url(), secrets, claim.id(), claim.team(), claim.event(), claim.toldAt(), now));
    }

    private Outcome failed(Deliveries.Claim claim, Attempt attempt, String reason, Optional<Duration> wish, boolean gone, Instant now) {
        Instant quietUntil = now.plus(Endpoint.Streak.quiet(claim.failures() + 1));
        Fate fate = switch (Retries.after(claim.tries(), claim.begunAt(), now, wish, Objects.hash(claim.endpoint(), claim.id()))) {
            case Retries.Decision.Again(Instant at) -> new Fate.Again(at, quietUntil);
            case Retries.Decision.GiveUp() -> new Fate.Dead(quietUntil);
        };
        Optional<Endpoint.Streak> streak = settled(claim, attempt, fate);
        if (streak.isEmpty()) {
            return new Outcome.Lost();
        }
        Optional<Endpoint.Reason> end = gone ? Optional.of(Endpoint.Reason.GONE)
                : Optional.of(Endpoint.Reason.FAILING).filter(dead -> streak.get().isDead(now));
        if (end.isPresent() && retirement.disable(claim.team(), claim.endpoint(), end.get())) {
            return new Outcome.Disabled(reason);
        }
        return switch (fate) {
            case Fate.Again(Instant at, Instant quiet) -> new Outcome.Postponed(reason, at);
            case Fate.Dead dead -> new Outcome.GivenUp(reason);
            case Fate.Delivered delivered -> new Outcome.Delivered();
        };
    }

    private Optional<Endpoint.Streak> settled(Deliveries.Claim claim, Attempt attempt, Fate fate) {
        return deliveries.settle(claim, attempt, fate);
    }

    private static Attempt answered(Deliveries.Claim claim, Instant at, Duration took, int status) {
        return new Attempt(claim.attempt(), at, took, Optional.of(status), Optional.empty());
    }

    private static Attempt faulty(Deliveries.Claim claim, Instant at, Duration took, String fault) {
        return new Attempt(claim.attempt(), at, took, Optional.empty(), Optional.of(fault));
    }
}
