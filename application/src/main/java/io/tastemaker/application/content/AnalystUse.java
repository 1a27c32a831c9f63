package io.tastemaker.application.content;

import io.tastemaker.domain.content.FallbackReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an analyst did since the program was started.
 *
 * @param calls how often it was asked
 * @param texts how many texts it was asked about
 * @param unread how many of the calls it did not answer, by reason
 * @param unusable how many results of its answers could not be used
 * @param time how long it took in all
 */
public record AnalystUse(long calls, long texts, Map<FallbackReason, Long> unread, long unusable, Duration time) {

    /** It was never asked. */
    public static final AnalystUse NONE = new AnalystUse(0, 0, Map.of(), 0, Duration.ZERO);

    /** Copies the map. */
    public AnalystUse {
        unread = Map.copyOf(unread);
    }

    AnalystUse and(AnalystUse more) {
        Map<FallbackReason, Long> both = new EnumMap<>(FallbackReason.class);
        both.putAll(unread);
        more.unread.forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return new AnalystUse(calls + more.calls, texts + more.texts, both, unusable + more.unusable, time.plus(more.time));
    }
}
