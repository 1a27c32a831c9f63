package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The evidence, put in order. Of totals that were measured, each day's gain is its last total less the one known before, so that the gains of
 * any days add up to what the totals grew in them. Where this program counted clicks and orders of a thing itself, what others report of them
 * for the same thing is left out, or it would count twice. So it is with cost: where the budget says what was paid, that is what the campaign cost,
 * and rows of metrics only say how much of it is whose.
 */
final class Tracks {

    private record Key(Measured about, Metric metric, Optional<Currency> currency) {}

    /** In the order in which totals follow each other: what was recorded last wins at equal times. */
    private static final Comparator<MetricRow> ORDER = Comparator.comparing(MetricRow::measuredAt).thenComparing(MetricRow::recordedAt)
            .thenComparing(row -> row.id().toString());

    private Tracks() {}

    static List<Track> of(Evidence evidence) {
        Map<CampaignPostId, CampaignPost> posts = evidence.posts().stream().collect(Collectors.toMap(CampaignPost::id, Function.identity()));
        Map<Key, TreeMap<LocalDate, Track.Gain>> counted = counted(evidence);
        Set<Map.Entry<Measured, Metric>> own = counted.keySet().stream().map(key -> Map.entry(key.about(), key.metric())).collect(Collectors.toSet());
        List<Track> tracks = new ArrayList<>();
        measured(evidence).forEach((key, gains) -> {
            if (!own.contains(Map.entry(key.about(), key.metric()))) {
                track(key, false, gains, posts, evidence.platforms()).ifPresent(tracks::add);
            }
        });
        counted.forEach((key, gains) -> track(key, true, gains, posts, evidence.platforms()).ifPresent(tracks::add));
        return withSpendings(tracks, evidence);
    }

    /** A post that does not count any more has no track; what was counted for it belongs to the campaign. */
    private static Optional<Track> track(Key key, boolean isCounted, TreeMap<LocalDate, Track.Gain> gains, Map<CampaignPostId, CampaignPost> posts,
            Map<CreatorId, Platform> platforms) {
        return switch (key.about()) {
            case Measured.OfCampaign campaign ->
                Optional.of(new Track(campaign, Optional.empty(), Optional.empty(), key.metric(), key.currency(), isCounted, gains));
            case Measured.OfCreator(CreatorId creator) -> Optional.of(new Track(key.about(), Optional.of(creator),
                    Optional.ofNullable(platforms.get(creator)), key.metric(), key.currency(), isCounted, gains));
            case Measured.OfPost(CampaignPostId id) when posts.containsKey(id) -> Optional.of(new Track(key.about(), posts.get(id).creator(),
                    Optional.of(posts.get(id).platform()), key.metric(), key.currency(), isCounted, gains));
            case Measured.OfPost gone when isCounted ->
                Optional.of(new Track(gone, Optional.empty(), Optional.empty(), key.metric(), key.currency(), true, gains));
            case Measured.OfPost gone -> Optional.empty();
        };
    }

    private static Map<Key, TreeMap<LocalDate, Track.Gain>> measured(Evidence evidence) {
        record Standing(LocalDate day, BigDecimal total, int row) {}
        Map<Key, List<Standing>> standings = new LinkedHashMap<>();
        List<MetricRow> rows = evidence.rows().stream().sorted(ORDER).toList();
        for (int number = 0; number < rows.size(); number++) {
            MetricRow row = rows.get(number);
            int rowNumber = number;
            row.values().forEach((metric, value) -> standings
                    .computeIfAbsent(new Key(row.about(), metric, metric.isMoney() ? row.currency() : Optional.empty()), none -> new ArrayList<>())
                    .add(new Standing(day(row.measuredAt()), value, rowNumber)));
        }
        Map<Key, TreeMap<LocalDate, Track.Gain>> gains = new LinkedHashMap<>();
        standings.forEach((key, all) -> {
            TreeMap<LocalDate, Track.Gain> days = new TreeMap<>();
            BigDecimal before = BigDecimal.ZERO;
            for (Standing standing : all) {
                days.merge(standing.day(), new Track.Gain(standing.total().subtract(before), List.of(standing.row())), Track.Gain::plus);
                before = standing.total();
            }
            gains.put(key, days);
        });
        return gains;
    }

    /**
     * Where the budget says what was paid in a currency, what rows tell of no creator gives way to it. What they tell of creators stays, and is
     * taken out of what belongs to none, so that all of it together is what was paid, on each day.
     */
    private static List<Track> withSpendings(List<Track> tracks, Evidence evidence) {
        Map<Currency, TreeMap<LocalDate, Track.Gain>> paid = new LinkedHashMap<>();
        int number = evidence.rows().size() + evidence.clicks().size() + evidence.conversions().size();
        for (Spending spending : evidence.spendings()) {
            List<Integer> rows = IntStream.range(number, number + spending.entries()).boxed().toList();
            number += spending.entries();
            paid.computeIfAbsent(spending.amount().currency(), none -> new TreeMap<>())
                    .merge(spending.day(), new Track.Gain(spending.amount().amount(), rows), Track.Gain::plus);
        }
        List<Track> all = new ArrayList<>();
        for (Track track : tracks) {
            Optional<TreeMap<LocalDate, Track.Gain>> rest = track.metric() == Metric.COST ? track.currency().map(paid::get) : Optional.empty();
            if (rest.isEmpty() || track.creator().isPresent()) {
                all.add(track);
                rest.ifPresent(days -> track.gains().forEach((day, gain) ->
                        days.merge(day, new Track.Gain(gain.amount().negate(), gain.rows()), Track.Gain::plus)));
            }
        }
        paid.forEach((currency, days) -> all.add(
                new Track(new Measured.OfCampaign(), Optional.empty(), Optional.empty(), Metric.COST, Optional.of(currency), true, days)));
        return List.copyOf(all);
    }

    /** Numbers behind those of the measured rows. A link that nobody followed is known to have 0 clicks. */
    private static Map<Key, TreeMap<LocalDate, Track.Gain>> counted(Evidence evidence) {
        Map<Key, TreeMap<LocalDate, Track.Gain>> gains = new LinkedHashMap<>();
        Map<TrackedLinkId, Measured> links = new HashMap<>();
        for (TrackedLink link : evidence.links()) {
            links.put(link.id(), link.about());
            gains.computeIfAbsent(new Key(link.about(), Metric.CLICKS, Optional.empty()), none -> new TreeMap<>());
        }
        int number = evidence.rows().size();
        for (DayClicks clicks : evidence.clicks()) {
            Key key = new Key(links.getOrDefault(clicks.link(), new Measured.OfCampaign()), Metric.CLICKS, Optional.empty());
            add(gains, key, clicks.day(), BigDecimal.valueOf(clicks.clicks()), number);
            number++;
        }
        for (Conversion conversion : evidence.conversions()) {
            LocalDate day = day(conversion.occurredAt());
            add(gains, new Key(conversion.about(), Metric.CONVERSIONS, Optional.empty()), day, BigDecimal.ONE, number);
            add(gains, new Key(conversion.about(), Metric.REVENUE, Optional.of(conversion.amount().currency())), day, conversion.amount().amount(),
                    number);
            number++;
        }
        return gains;
    }

    private static void add(Map<Key, TreeMap<LocalDate, Track.Gain>> gains, Key key, LocalDate day, BigDecimal amount, int row) {
        gains.computeIfAbsent(key, none -> new TreeMap<>()).merge(day, new Track.Gain(amount, List.of(row)), Track.Gain::plus);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
