package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody measured at one time. Rows are never changed: of one thing and metric the one measured last counts, at equal times the one
 * recorded last; the earlier ones tell how it grew.
 *
 * @param id names the row; ids grow with the time of recording
 * @param campaign for which campaign
 * @param about of what
 * @param values at least one value, each 0 to {@link #MOST}; counts are whole
 * @param currency of cost and revenue; there exactly when one of them is
 * @param measuredAt when it was so
 * @param source who says so, 1 to 100 characters, such as {@code meta-export}
 * @param recordedBy the label of the actor
 * @param recordedAt when it was recorded
 */
public record MetricRow(
        UUID id,
        CampaignId campaign,
        Measured about,
        Map<Metric, BigDecimal> values,
        Optional<Currency> currency,
        Instant measuredAt,
        String source,
        String recordedBy,
        Instant recordedAt) {

    /** More than anything was ever watched, or any campaign cost: a larger value is a slip, and sums never overflow. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** How far the clock of a source may be ahead. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** How old a measurement may be when it is recorded, in days: three years. */
    public static final int MOST_DAYS = 1_096;

    /** Copies the values and checks the row. */
    public MetricRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(recordedBy, "recordedBy");
        values = Map.copyOf(values);
        measuredAt = measuredAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        if (source.isBlank() || Characters.count(source) > 100) {
            throw new IllegalArgumentException("a source has 1 to 100 characters");
        }
        List<Fault> faults = faults(values, currency);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().detail());
        }
    }

    /**
     * What is wrong with a value.
     *
     * @param field the code of the metric, or {@code measured_at}, {@code currency}, {@code metrics}
     * @param detail what is wrong
     */
    public record Fault(String field, String detail) {}

    /**
     * What speaks against recording these values, all of it.
     *
     * @param values by metric
     * @param currency of the money among them
     * @param measuredAt when it was so
     * @param now the time
     * @return the faults; none when they may be recorded
     */
    public static List<Fault> faults(Map<Metric, BigDecimal> values, Optional<Currency> currency, Instant measuredAt, Instant now) {
        List<Fault> faults = new ArrayList<>(faults(values, currency));
        if (measuredAt.isAfter(now.plus(AHEAD))) {
            faults.add(new Fault("measured_at", "is in the future"));
        }
        if (measuredAt.isBefore(now.minus(MOST_DAYS, ChronoUnit.DAYS))) {
            faults.add(new Fault("measured_at", "is more than three years ago"));
        }
        return List.copyOf(faults);
    }

    private static List<Fault> faults(Map<Metric, BigDecimal> values, Optional<Currency> currency) {
        List<Fault> faults = new ArrayList<>();
        if (values.isEmpty()) {
            faults.add(new Fault("metrics", "at least one metric is needed"));
        }
        for (Metric metric : Metric.values()) {
            Optional.ofNullable(values.get(metric)).flatMap(value -> fault(metric, value, currency)).ifPresent(faults::add);
        }
        if (currency.isPresent() && values.keySet().stream().noneMatch(Metric::isMoney)) {
            faults.add(new Fault("currency", "there is no money in the row"));
        }
        exceeds(values, Metric.REACH, Metric.IMPRESSIONS).ifPresent(faults::add);
        exceeds(values, Metric.CLICKS, Metric.IMPRESSIONS).ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> fault(Metric metric, BigDecimal value, Optional<Currency> currency) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return Optional.of(new Fault(metric.code(), "must be between 0 and " + MOST));
        }
        int decimals = value.stripTrailingZeros().scale();
        if (!metric.isMoney()) {
            return decimals > 0 ? Optional.of(new Fault(metric.code(), "must be whole")) : Optional.empty();
        }
        if (currency.isEmpty()) {
            return Optional.of(new Fault(metric.code(), "needs a currency"));
        }
        int most = Math.max(0, currency.get().getDefaultFractionDigits());
        return decimals > most ? Optional.of(new Fault(metric.code(), currency.get() + " has " + most + " decimals")) : Optional.empty();
    }

    /** Nobody is reached by what was never shown, and nobody clicks on it. */
    private static Optional<Fault> exceeds(Map<Metric, BigDecimal> values, Metric part, Metric whole) {
        BigDecimal least = values.get(part);
        BigDecimal most = values.get(whole);
        return least != null && most != null && least.compareTo(most) > 0
                ? Optional.of(new Fault(part.code(), "is more than " + whole.code()))
                : Optional.empty();
    }
}
