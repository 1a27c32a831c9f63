package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Adds up what some tracks gained in a window. */
final class Sums {

    /**
     * A sum.
     *
     * @param amount what was gained
     * @param rows the numbers of the rows that told
     * @param posts the posts that are in it
     */
    record Sum(BigDecimal amount, BitSet rows, Set<CampaignPostId> posts) {
        Sum plus(Sum other) {
            BitSet bothRows = (BitSet) rows.clone();
            bothRows.or(other.rows);
            Set<CampaignPostId> bothPosts = new HashSet<>(posts);
            bothPosts.addAll(other.posts);
            return new Sum(amount.add(other.amount), bothRows, bothPosts);
        }

        /** Rests on what another sum rests on, too. */
        void take(Sum other) {
            rows.or(other.rows);
            posts.addAll(other.posts);
        }
    }

    private final List<Track> tracks;
    private final Window window;

    Sums(List<Track> tracks, Window window) {
        this.tracks = List.copyOf(tracks);
        this.window = window;
    }

    /** The same window over some of the tracks. */
    Sums only(Predicate<Track> wanted) {
        return new Sums(tracks.stream().filter(wanted).toList(), window);
    }

    /** The same window over each thing on a known platform, apart from the others. */
    Map<Platform, List<Sums>> byPlatform() {
        Map<Measured, List<Track>> things = tracks.stream().filter(track -> track.platform().isPresent()).collect(Collectors.groupingBy(Track::about));
        return things.values().stream().collect(Collectors.groupingBy(thing -> thing.getFirst().platform().orElseThrow(),
                () -> new EnumMap<>(Platform.class), Collectors.mapping(thing -> new Sums(thing, window), Collectors.toList())));
    }

    /** Of a count. */
    Optional<Sum> of(Metric metric) {
        return sum(track -> track.metric() == metric);
    }

    /** Of an amount of money. */
    Optional<Sum> of(Metric metric, Currency currency) {
        return sum(track -> track.metric() == metric && track.currency().equals(Optional.of(currency)));
    }

    /** Whether the budget says an amount, or this program counted it. */
    boolean isCounted(Metric metric, Currency currency) {
        return tracks.stream().anyMatch(track -> track.metric() == metric && track.currency().equals(Optional.of(currency)) && track.isCounted());
    }

    Optional<Sum> engagements() {
        return sum(track -> track.metric().isEngagement());
    }

    /** Things of which a number is known in the window. */
    Set<Measured> known(Predicate<Track> wanted) {
        return tracks.stream().filter(wanted).filter(this::isKnown).map(Track::about).collect(Collectors.toSet());
    }

    /** The rows that told anything. */
    BitSet rows() {
        return sum(track -> true).map(Sum::rows).orElseGet(BitSet::new);
    }

    /** Empty when no row of the window tells it; what is counted here is known to be 0 then. */
    private Optional<Sum> sum(Predicate<Track> wanted) {
        BigDecimal amount = BigDecimal.ZERO;
        BitSet rows = new BitSet();
        Set<CampaignPostId> posts = new HashSet<>();
        boolean isKnown = false;
        for (Track track : tracks) {
            if (wanted.test(track)) {
                isKnown |= track.isCounted();
                for (Map.Entry<LocalDate, Track.Gain> day : track.gains().entrySet()) {
                    if (window.contains(day.getKey())) {
                        amount = amount.add(day.getValue().amount());
                        day.getValue().rows().forEach(rows::set);
                        track.post().ifPresent(posts::add);
                        isKnown = true;
                    }
                }
            }
        }
        return isKnown ? Optional.of(new Sum(amount, rows, posts)) : Optional.empty();
    }

    private boolean isKnown(Track track) {
        return track.isCounted() || track.gains().keySet().stream().anyMatch(window::contains);
    }
}
