package io.tastemaker.adapters.integrations.content;

import io.tastemaker.adapters.integrations.shared.RetryAfter;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.domain.creators.Handle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** A call to Decodo: attempts with pauses between them, and one deadline over all. To ask twice does no harm: nothing changes there. */
final class DecodoCalls {

    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DecodoWire wire;
    private final DecodoLimits limits;
    private final InstantSource clock;
    private final Pauses pauses;
    private final LongUnaryOperator chance;
    private final RetryBudget budget = new RetryBudget();

    /** {@code chance} gives a number from 0 to below what it is given. */
    DecodoCalls(DecodoWire wire, DecodoLimits limits, InstantSource clock, Pauses pauses, LongUnaryOperator chance) {
        this.wire = wire;
        this.limits = limits;
        this.clock = clock;
        this.pauses = pauses;
        this.chance = chance;
    }

    /** Asks until there is an answer, time or attempts are used up, or too much is repeated already. */
    Verdict ask(Handle handle, Duration within, int attempts) {
        long end = pauses.nanos() + least(within, LONGEST).toNanos();
        Verdict verdict = attempt(handle, end);
        for (int made = 1; made < attempts && verdict.mayPass(); made++) {
            Duration pause = verdict.pause().orElse(jitter(made));
            if (pause.compareTo(left(end)) >= 0 || !budget.spend() || !rested(pause)) {
                return verdict;
            }
            verdict = attempt(handle, end);
        }
        return verdict;
    }

    private Verdict attempt(Handle handle, long end) {
        Verdict verdict = switch (wire.ask(handle.name(), least(left(end), limits.attempt()))) {
            case Attempt.Stopped stopped -> Verdict.stopped();
            case Attempt.Broken broken -> Verdict.broken(broken.reason(), broken.why());
            case Attempt.Answered answered -> judged(answered, handle);
        };
        if (verdict.standing() == Verdict.Standing.WELL && !verdict.mayPass()) {
            budget.earn();
        }
        return verdict;
    }

    private Verdict judged(Attempt.Answered answered, Handle handle) {
        Instant now = clock.instant();
        Optional<Duration> again = answered.again().flatMap(text -> RetryAfter.read(text, now));
        if (answered.status() / 100 != 2) {
            return Verdict.ofStatus(answered.status(), again);
        }
        return switch (AnswerReader.read(answered.body(), handle, now)) {
            case AnswerReader.Read.Told told -> Verdict.settled(new Answer.Found(told.profile()));
            case AnswerReader.Read.Status status -> Verdict.ofStatus(status.code(), again);
            case AnswerReader.Read.Nothing nothing -> Verdict.nothing(nothing.why(), nothing.mayPass());
            case AnswerReader.Read.Garbage garbage -> Verdict.garbage(garbage.why());
        };
    }

    /** Full jitter: anything up to a limit that doubles, so that callers who failed together do not come back together. */
    private Duration jitter(int made) {
        Duration most = least(limits.firstPause().multipliedBy(1L << (made - 1)), limits.mostPause());
        return Duration.ofNanos(chance.applyAsLong(most.toNanos() + 1));
    }

    private boolean rested(Duration pause) {
        try {
            pauses.rest(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - pauses.nanos()));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
