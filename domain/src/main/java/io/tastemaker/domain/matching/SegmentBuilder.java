package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes candidates one by one into columns; holds no more than the columns, so a million can be streamed through. */
public final class SegmentBuilder {

    final TeamId owner;
    final Longs idHigh = new Longs();
    final Longs idLow = new Longs();
    final Bytes names = new Bytes();
    final Ints nameEnds = new Ints();
    final Bytes platforms = new Bytes();
    final Bytes flags = new Bytes();
    final Ints followers = new Ints();
    final Ints decades = new Ints();
    final Ints rates = new Ints();
    final Ints engagementMarks = new Ints();
    final Longs categories = new Longs();
    final Ints placeCodes = new Ints();
    final Map<Optional<Place>, Integer> places = new LinkedHashMap<>(Map.of(Optional.empty(), 0));
    final Ints languageCodes = new Ints();
    final Map<Set<Language>, Integer> languages = new LinkedHashMap<>(Map.of(Set.of(), 0));
    final Ints lastPosts = new Ints();
    final Bytes kinds = new Bytes();
    private final Ints[] counts = new Ints[Measure.values().length - 1];
    private final Ints days = new Ints();

    /**
     * Begins a segment.
     *
     * @param owner whose creators it will hold
     */
    public SegmentBuilder(TeamId owner) {
        this.owner = Objects.requireNonNull(owner, "owner");
        Arrays.setAll(counts, measure -> new Ints());
    }

    /**
     * Adds a creator.
     *
     * @param candidate the creator
     * @return this builder
     * @throws IllegalArgumentException when it belongs to another owner
     */
    public SegmentBuilder add(Candidate candidate) {
        if (!candidate.owner().equals(owner)) {
            throw new IllegalArgumentException("the segment holds creators of " + owner + ", not of " + candidate.owner());
        }
        int count = candidate.followers().map(known -> Math.toIntExact(known.value())).orElse(CatalogueSegment.UNKNOWN);
        idHigh.add(candidate.id().value().getMostSignificantBits());
        idLow.add(candidate.id().value().getLeastSignificantBits());
        names.addAll(candidate.handle().name().getBytes(StandardCharsets.UTF_8));
        nameEnds.add(names.size);
        platforms.add((byte) candidate.platform().ordinal());
        flags.add(CatalogueSegment.Flags.of(candidate));
        followers.add(count);
        decades.add(MatchScorer.decades(count));
        rates.add(candidate.engagementRate().map(known -> known.value().millionths()).orElse(CatalogueSegment.UNKNOWN));
        engagementMarks.add(MatchScorer.mark(Factor.ENGAGEMENT, candidate, Preferences.NONE));
        categories.add(candidate.categories().map(known -> MatchScorer.bits(known.value())).orElse(0L));
        placeCodes.add(code(places, candidate.location().map(Observed::value)));
        languageCodes.add(code(languages, candidate.languages().orElse(Set.of())));
        lastPosts.add(candidate.lastPostOn().map(day -> (int) day.toEpochDay()).orElse(CatalogueSegment.UNKNOWN));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.FOLLOWERS) {
                counts[measure.ordinal() - 1].add(measure.of(candidate).map(Math::toIntExact).orElse(CatalogueSegment.UNKNOWN));
            }
        }
        addProvenance(candidate);
        return this;
    }

    /**
     * Ends the segment; the builder can go on and end again.
     *
     * @return what was added so far
     * @throws IllegalArgumentException when the same creator was added twice
     */
    public CatalogueSegment build() {
        return new CatalogueSegment(this);
    }

    private void addProvenance(Candidate candidate) {
        int packed = 0;
        for (CatalogueSegment.Dated fact : CatalogueSegment.Dated.values()) {
            Optional<? extends Observed<?>> known = switch (fact) {
                case FOLLOWERS -> candidate.followers();
                case ENGAGEMENT -> candidate.engagementRate();
                case CATEGORIES -> candidate.categories();
                case LOCATION -> candidate.location();
            };
            packed |= known.map(observed -> observed.kind().ordinal()).orElse(0) << 2 * fact.ordinal();
            days.add(known.map(SegmentBuilder::day).orElse(0));
        }
        kinds.add((byte) packed);
    }

    private static int day(Observed<?> observed) {
        return (int) Candidate.day(LocalDate.ofInstant(observed.observedAt(), ZoneOffset.UTC)).toEpochDay();
    }

    private static <T> int code(Map<T, Integer> dictionary, T value) {
        Integer next = dictionary.size();
        Integer known = dictionary.putIfAbsent(value, next);
        return known == null ? next : known;
    }

    int[][] counts() {
        return Arrays.stream(counts).map(Ints::toArray).toArray(int[][]::new);
    }

    char[] days() {
        char[] narrow = new char[days.size];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (char) days.values[i];
        }
        return narrow;
    }

    private static int grown(int length) {
        return Math.max(16, length + (length >> 1));
    }

    /** A growing column of numbers. */
    static final class Ints {
        private int[] values = {};
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size));
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /** A growing column of large numbers and sets of bits. */
    static final class Longs {
        private long[] values = {};
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size));
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /** A growing column of small codes. */
    static final class Bytes {
        private byte[] values = {};
        private int size;

        void add(byte value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size));
            }
            values[size++] = value;
        }

        void addAll(byte[] more) {
            for (byte value : more) {
                add(value);
            }
        }

        byte[] toByteArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
