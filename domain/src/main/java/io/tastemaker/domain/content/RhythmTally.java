package io.tastemaker.domain.content;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gathers when posts were published, in whole seconds: years that no calendar of Java knows are no trouble then. */
final class RhythmTally {

    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7 * DAY;

    private final Numbers times = new Numbers();
    private final int[] byDay = new int[7];
    private final int[] byHour = new int[24];

    void add(Instant at) {
        long second = at.getEpochSecond();
        times.add(second);
        byHour[(int) Math.floorMod(second, (long) DAY) / HOUR]++;
        byDay[(int) Math.floorMod(Math.floorDiv(second, (long) DAY) + DayOfWeek.THURSDAY.ordinal(), 7L)]++;
    }

    Optional<Sampled<ContentProfile.Rhythm>> rhythm() {
        long[] sorted = times.sorted();
        int last = sorted.length - 1;
        if (last < 1 || sorted[0] == sorted[last]) {
            return Optional.empty();
        }
        double perWeek = Rounded.quotient(BigDecimal.valueOf((long) last * WEEK), BigDecimal.valueOf(sorted[last] - sorted[0]),
                Rounded.THOUSANDTHS);
        long[] gaps = IntStream.range(0, last).mapToLong(i -> sorted[i + 1] - sorted[i]).sorted().toArray();
        Duration median = Duration.ofSeconds(Numbers.twiceTheMedian(gaps).longValueExact()).dividedBy(2);
        return Optional.of(new Sampled<>(new ContentProfile.Rhythm(perWeek, median, days(), hours()), sorted.length));
    }

    private Map<DayOfWeek, Integer> days() {
        Map<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> days.put(day, byDay[day.ordinal()]));
        return days;
    }

    private List<Integer> hours() {
        return Arrays.stream(byHour).boxed().toList();
    }
}
