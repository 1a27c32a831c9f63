package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Heeds notices: looks at what each is about, and writes down what that shows, together with the note that it was heeded. One that fails comes
 * again later; one that fails without the provider being to blame ends as a dead letter after some tries.
 */
public final class ApplyNotices {

    /** Long enough for a look. When one takes longer all the same, somebody else looks too, which does no harm. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST_ATTEMPTS = 10;

    /** How long a notice waits when the provider cannot be asked, which is no fault of the notice. */
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(20);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Inbox inbox;
    private final Bookkeeper bookkeeper;
    private final CouponBook coupons;
    private final InstantSource clock;

    ApplyNotices(Inbox inbox, Bookkeeper bookkeeper, CouponBook coupons, InstantSource clock) {
        this.inbox = inbox;
        this.bookkeeper = bookkeeper;
        this.coupons = coupons;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param most how many at most, at least 1
     */
    public record Command(Actor actor, int most) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Some were taken up.
         *
         * @param count how many; fewer than the most when no more were waiting
         * @param fault what went wrong last, if something did
         */
        record Worked(int count, Optional<RuntimeException> fault) implements Outcome {}
    }

    /**
     * Heeds some.
     *
     * @param command what is wanted
     * @return how many were taken up
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        int count = 0;
        Optional<RuntimeException> fault = Optional.empty();
        while (count < command.most()) {
            Optional<Inbox.Claim> claim = inbox.claim(clock.instant(), LEASE);
            if (claim.isEmpty()) {
                break;
            }
            Optional<RuntimeException> before = fault;
            fault = attempt(claim.get()).or(() -> before);
            count++;
        }
        return new Outcome.Worked(count, fault);
    }

    private Optional<RuntimeException> attempt(Inbox.Claim claim) {
        try {
            heed(claim);
            return Optional.empty();
        } catch (Refusal.Unavailable | Refusal.NotConfigured notNow) {
            inbox.putBack(claim, clock.instant().plus(OUTAGE_PAUSE), notNow.getMessage(), false);
            return Optional.of(notNow);
        } catch (RuntimeException failure) {
            String why = String.valueOf(failure.getMessage());
            if (claim.attempts() >= MOST_ATTEMPTS) {
                inbox.settle(claim, Notice.State.DEAD, Optional.empty(), Optional.of(why), clock.instant());
            } else {
                inbox.putBack(claim, pause(claim), why, true);
            }
            return Optional.of(failure);
        }
    }

    private void heed(Inbox.Claim claim) {
        Notice.Matter matter = claim.notice().about().orElseThrow(() -> new IllegalStateException("a notice about nothing is never received"));
        if (matter.kind() == Notice.Kind.PROMOTION) {
            Notice.State state = coupons.look(matter.id()).isPresent() ? Notice.State.APPLIED : Notice.State.IGNORED;
            inbox.settle(claim, state, Optional.empty(), Optional.empty(), clock.instant());
            return;
        }
        bookkeeper.look(matter, team -> inbox.settle(claim, team.isPresent() ? Notice.State.APPLIED : Notice.State.IGNORED, team,
                Optional.empty(), clock.instant()));
    }

    private Instant pause(Inbox.Claim claim) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.attempts(), 9));
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
