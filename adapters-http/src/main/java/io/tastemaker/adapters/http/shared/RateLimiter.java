package io.tastemaker.adapters.http.shared;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts calls, by team or by source, in this program alone: two nodes allow twice as much. Who has not called for a minute has a full
 * allowance again, so that forgetting those who were silent the longest costs nothing as long as fewer than {@value #MOST_COUNTED} call.
 */
final class RateLimiter {

    static final int MOST_COUNTED = 20_000;

    private static final int BURST = 0;
    private static final int STEADY = 1;
    private static final long MINUTE = 60;

    private final RateLimits limits;
    private final TimeMeter time;
    private final Allowances teams = new Allowances();
    private final Allowances sources = new Allowances();

    /**
     * Counts nothing yet.
     *
     * @param limits what is allowed
     * @param nanos a clock that never goes back
     */
    RateLimiter(RateLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.time = new Ticks(nanos);
    }

    /**
     * What is left after a call, or why it is refused.
     *
     * @param kind what it is counted as
     * @param rate what is allowed
     * @param burst calls left at once
     * @param steady calls left in the long run
     * @param retryAfter how long to wait before the next, zero when this one is allowed
     */
    record Standing(RateClass kind, Rate rate, long burst, long steady, Duration retryAfter) {

        boolean allowed() {
            return retryAfter.isZero();
        }

        /** For {@code RateLimit}: the limit that is reached first, and in how many seconds it is whole again. */
        String header() {
            return burst == 0 && steady > 0
                    ? "\"burst\";r=0;t=1"
                    : "\"steady\";r=" + steady + ";t=" + ceil((rate.perMinute() - steady) * MINUTE, rate.perMinute());
        }
    }

    Standing spend(RateClass kind, TeamId team) {
        return spend(kind, teams.of(kind, team));
    }

    Standing spend(RateClass kind, String source) {
        return spend(kind, sources.of(kind, source));
    }

    /** What is left, without spending any. */
    Standing look(RateClass kind, String source) {
        var probe = sources.of(kind, source).asVerbose().estimateAbilityToConsume(1);
        return standing(kind, probe, probe.getValue().canBeConsumed() ? 0 : probe.getValue().getNanosToWaitForRefill());
    }

    private Standing spend(RateClass kind, Bucket allowance) {
        VerboseResult<ConsumptionProbe> probe = allowance.asVerbose().tryConsumeAndReturnRemaining(1);
        return standing(kind, probe, probe.getValue().isConsumed() ? 0 : probe.getValue().getNanosToWaitForRefill());
    }

    private Standing standing(RateClass kind, VerboseResult<?> probe, long nanos) {
        long[] left = probe.getDiagnostics().getAvailableTokensPerEachBandwidth();
        return new Standing(kind, limits.of(kind), left[BURST], left[STEADY],
                Duration.ofSeconds(ceil(nanos, Duration.ofSeconds(1).toNanos())));
    }

    private static long ceil(long value, long by) {
        return Math.ceilDiv(value, by);
    }

    private final class Allowances {
        private record Key(RateClass kind, Object caller) {}

        private final Map<Key, Bucket> known = new LinkedHashMap<>(16, 0.75f, true);

        synchronized Bucket of(RateClass kind, Object caller) {
            Bucket allowance = known.computeIfAbsent(new Key(kind, caller), key -> full(limits.of(kind)));
            if (known.size() > MOST_COUNTED) {
                known.remove(known.keySet().iterator().next());
            }
            return allowance;
        }

        private Bucket full(Rate rate) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(rate.perSecond()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                    .addLimit(limit -> limit.capacity(rate.perMinute()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                    .withCustomTimePrecision(time)
                    .build();
        }
    }

    private record Ticks(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
