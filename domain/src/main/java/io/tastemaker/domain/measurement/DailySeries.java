package io.tastemaker.domain.measurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a campaign gained day by day, from the first day of the window that tells something to the last. The known gains of a number add up to
 * its sum over the same window.
 *
 * @param currency in which money is added up, as {@link CampaignAnalytics} has it
 * @param costFormula name and version of the formula of cost, which says where it is from
 * @param days one for each day, without gaps
 */
public record DailySeries(Optional<Currency> currency, String costFormula, List<Day> days) {

    /** Copies the days. */
    public DailySeries {
        days = List.copyOf(days);
    }

    /** The numbers of a day. */
    public static final List<Indicator> INDICATORS = List.of(Indicator.REACH, Indicator.IMPRESSIONS, Indicator.VIEWS, Indicator.LIKES,
            Indicator.COMMENTS, Indicator.SHARES, Indicator.SAVES, Indicator.ENGAGEMENTS, Indicator.CLICKS, Indicator.CONVERSIONS, Indicator.COST,
            Indicator.REVENUE);

    /**
     * A day.
     *
     * @param day in UTC
     * @param gains what was gained; empty where nobody measured on that day, 0 where this program counts itself and nothing came
     * @param rows how many stored rows tell of the day
     */
    public record Day(LocalDate day, Map<Indicator, Optional<BigDecimal>> gains, int rows) {}

    /**
     * Computes it.
     *
     * @param evidence all that is known
     * @param window the days
     * @param budget the currency of the campaign's budget
     * @return the series
     */
    public static DailySeries of(Evidence evidence, Window window, Optional<Currency> budget) {
        List<Track> tracks = Tracks.of(evidence);
        Optional<Currency> currency = CampaignAnalytics.currency(tracks, budget);
        SortedMap<LocalDate, BitSet> rows = rows(tracks, window);
        Map<Indicator, Gains> gains = new EnumMap<>(Indicator.class);
        INDICATORS.forEach(indicator -> gains.put(indicator, Gains.of(tracks.stream().filter(of(indicator, currency)).toList())));
        List<Day> days = new ArrayList<>();
        if (!rows.isEmpty()) {
            rows.firstKey().datesUntil(rows.lastKey().plusDays(1)).forEach(day -> days.add(day(day, gains, rows)));
        }
        return new DailySeries(currency, Figures.costFormula(new Sums(tracks, window), currency), days);
    }

    /** What all tracks of an indicator gained, by day. */
    private record Gains(Map<LocalDate, BigDecimal> byDay, boolean isCounted) {
        static Gains of(List<Track> tracks) {
            Map<LocalDate, BigDecimal> byDay = new HashMap<>();
            tracks.forEach(track -> track.gains().forEach((day, gain) -> byDay.merge(day, gain.amount(), BigDecimal::add)));
            return new Gains(byDay, tracks.stream().anyMatch(Track::isCounted));
        }

        Optional<BigDecimal> on(LocalDate day) {
            return Optional.ofNullable(byDay.get(day)).or(() -> isCounted ? Optional.of(BigDecimal.ZERO) : Optional.empty());
        }
    }

    private static SortedMap<LocalDate, BitSet> rows(List<Track> tracks, Window window) {
        SortedMap<LocalDate, BitSet> rows = new TreeMap<>();
        tracks.forEach(track -> track.gains().forEach((day, gain) -> {
            if (window.contains(day)) {
                gain.rows().forEach(rows.computeIfAbsent(day, none -> new BitSet())::set);
            }
        }));
        return rows;
    }

    private static Day day(LocalDate day, Map<Indicator, Gains> all, Map<LocalDate, BitSet> rows) {
        Map<Indicator, Optional<BigDecimal>> gains = new EnumMap<>(Indicator.class);
        all.forEach((indicator, known) -> gains.put(indicator, known.on(day)));
        return new Day(day, Collections.unmodifiableMap(gains), Optional.ofNullable(rows.get(day)).map(BitSet::cardinality).orElse(0));
    }

    private static Predicate<Track> of(Indicator indicator, Optional<Currency> currency) {
        return track -> indicator.metric()
                .map(metric -> track.metric() == metric && (!metric.isMoney() || currency.isPresent() && track.currency().equals(currency)))
                .orElse(track.metric().isEngagement());
    }
}
