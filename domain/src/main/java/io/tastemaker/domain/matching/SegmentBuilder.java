package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes candidates one by one into columns; holds no more than the columns, so a million can be streamed through. */
public final class SegmentBuilder {

    /**
     * How rows are ordered: a quarter of a power of ten of followers makes a cell of rows that fit alike, and within it those who engage
     * most stand first. Finer cells are smaller than a zone, in coarser ones the bounds are loose: with a million of the sample's creators,
     * a half and a whole power of ten left as many zones to look at or more.
     */
    private static final int SIZE_STEP = MatchScorer.DECADE / 4;
    private static final int MARK_STEP = MatchScorer.FULL / 255;
    /** A key has 16 bits for places, these, and the rest for rows. Where there are more places, the order is only less good. */
    private static final int PLATFORM_BITS = 4;
    private static final int SIZE_BITS = 6;
    private static final int MARK_BITS = 8;
    private static final int ROW_BITS = 29;
    private static final Platform[] PLATFORMS = Platform.values();

    final TeamId owner;
    final Longs idHigh = new Longs();
    final Longs idLow = new Longs();
    final Bytes names = new Bytes();
    final Chars nameLengths = new Chars();
    final Bytes platforms = new Bytes();
    final Bytes flags = new Bytes();
    final Ints followers = new Ints();
    final Ints rates = new Ints();
    final Ints categories = new Ints();
    final Ints placeCodes = new Ints();
    final Map<Optional<Place>, Integer> places = new LinkedHashMap<>(Map.of(Optional.empty(), 0));
    final Ints languageCodes = new Ints();
    final Map<Set<Language>, Integer> languages = new LinkedHashMap<>(Map.of(Set.of(), 0));
    final Bytes shares = new Bytes();
    final Bytes shareCounts = new Bytes();
    final Bytes moods = new Bytes();
    final Chars lastPosts = new Chars();
    final Chars kinds = new Chars();
    private final Ints[] counts = new Ints[Measure.values().length - 1];
    final Chars days = new Chars();
    final Bytes cards = new Bytes();
    final Ints cardLengths = new Ints();
    final Ints observed = new Ints();

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
        byte[] name = candidate.handle().name().getBytes(StandardCharsets.UTF_8);
        names.addAll(name);
        nameLengths.add((char) name.length);
        platforms.add((byte) candidate.platform().ordinal());
        flags.add(CatalogueSegment.Flags.of(candidate));
        followers.add(count);
        rates.add(candidate.engagementRate().map(known -> known.value().millionths()).orElse(CatalogueSegment.UNKNOWN));
        categories.add(candidate.categories().map(known -> (int) MatchScorer.bits(known.value())).orElse(0));
        placeCodes.add(code(places, candidate.location().map(Observed::value)));
        languageCodes.add(code(languages, candidate.languages().map(Observed::value).orElse(Set.of())));
        Map<Category, Integer> percents = candidate.contentCategories().map(CategoryShares::percents).orElse(Map.of());
        shareCounts.add((byte) percents.size());
        percents.forEach((category, percent) -> shares.addAll(new byte[] {(byte) category.ordinal(), percent.byteValue()}));
        moods.add(CatalogueSegment.Moods.code(candidate.sentiment()));
        lastPosts.add(candidate.lastPostOn().map(CatalogueSegment::dayCode).orElse(CatalogueSegment.NO_DAY));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.FOLLOWERS) {
                counts[measure.ordinal() - 1].add(measure.of(candidate).map(Math::toIntExact).orElse(CatalogueSegment.UNKNOWN));
            }
        }
        addProvenance(candidate);
        byte[] card = CatalogueSegment.Cards.of(candidate.card());
        cards.addAll(card);
        cardLengths.add(card.length);
        observed.add(candidate.card().observedAt().map(at -> (int) at.getEpochSecond()).orElse(CatalogueSegment.NO_TIME));
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
                case LANGUAGES -> candidate.languages();
            };
            packed |= known.map(observed -> observed.kind().ordinal()).orElse(0) << 2 * fact.ordinal();
            days.add(known.map(SegmentBuilder::day).orElse((char) 0));
        }
        kinds.add((char) packed);
    }

    private static char day(Observed<?> observed) {
        return (char) Candidate.day(LocalDate.ofInstant(observed.observedAt(), ZoneOffset.UTC)).toEpochDay();
    }

    private static <T> int code(Map<T, Integer> dictionary, T value) {
        Integer next = dictionary.size();
        Integer known = dictionary.putIfAbsent(value, next);
        return known == null ? next : known;
    }

    int[][] counts() {
        return Arrays.stream(counts).map(Ints::toArray).toArray(int[][]::new);
    }

    /** The place of each row as a position in another list of the same places. */
    int[] placesIn(List<Optional<Place>> list) {
        Map<Optional<Place>, Integer> positions = new HashMap<>();
        list.forEach(place -> positions.put(place, positions.size()));
        int[] codes = places.keySet().stream().mapToInt(positions::get).toArray();
        return Arrays.stream(placeCodes.toArray()).map(code -> codes[code]).toArray();
    }

    /**
     * The rows by place, platform, size and engagement: neighbours are alike then, so that what is true of all rows of a
     * {@linkplain Zones zone} says much about each. Rows that are alike in all four stay in the order in which they were added.
     *
     * @param placeCodes the place of each row
     */
    int[] order(int[] placeCodes) {
        byte[] where = platforms.toArray();
        int[] sizes = followers.toArray();
        int[] shown = rates.toArray();
        long[] keys = new long[sizes.length];
        for (int row = 0; row < keys.length; row++) {
            int size = (MatchScorer.decades(sizes[row]) + SIZE_STEP) / SIZE_STEP;
            int mark = (MatchScorer.FULL - MatchScorer.engagement(shown[row], PLATFORMS[where[row]], sizes[row])) / MARK_STEP;
            long cell = (long) placeCodes[row] << PLATFORM_BITS | where[row];
            keys[row] = ((cell << SIZE_BITS | size) << MARK_BITS | mark) << ROW_BITS | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key & (1 << ROW_BITS) - 1).toArray();
    }

    /** How large the next chunk of a column is: as large as all before it, within limits. Nothing is copied while a column grows. */
    private static int chunk(List<? extends Buffer> before) {
        return Math.clamp(before.stream().mapToLong(Buffer::capacity).sum(), 16, 1 << 16);
    }

    private static boolean isFull(List<? extends Buffer> chunks) {
        return chunks.isEmpty() || !chunks.getLast().hasRemaining();
    }

    private static int size(List<? extends Buffer> chunks) {
        return chunks.stream().mapToInt(Buffer::position).sum();
    }

    /** A growing column of numbers. */
    static final class Ints {
        private final List<IntBuffer> chunks = new ArrayList<>();

        void add(int value) {
            if (isFull(chunks)) {
                chunks.add(IntBuffer.allocate(chunk(chunks)));
            }
            chunks.getLast().put(value);
        }

        int[] toArray() {
            IntBuffer all = IntBuffer.allocate(size(chunks));
            chunks.forEach(chunk -> all.put(chunk.duplicate().flip()));
            return all.array();
        }
    }

    /** A growing column of large numbers and sets of bits. */
    static final class Longs {
        private final List<LongBuffer> chunks = new ArrayList<>();

        void add(long value) {
            if (isFull(chunks)) {
                chunks.add(LongBuffer.allocate(chunk(chunks)));
            }
            chunks.getLast().put(value);
        }

        long[] toArray() {
            LongBuffer all = LongBuffer.allocate(size(chunks));
            chunks.forEach(chunk -> all.put(chunk.duplicate().flip()));
            return all.array();
        }
    }

    /** A growing column of days. */
    static final class Chars {
        private final List<CharBuffer> chunks = new ArrayList<>();

        void add(char value) {
            if (isFull(chunks)) {
                chunks.add(CharBuffer.allocate(chunk(chunks)));
            }
            chunks.getLast().put(value);
        }

        char[] toArray() {
            CharBuffer all = CharBuffer.allocate(size(chunks));
            chunks.forEach(chunk -> all.put(chunk.duplicate().flip()));
            return all.array();
        }
    }

    /** A growing column of small codes. */
    static final class Bytes {
        private final List<ByteBuffer> chunks = new ArrayList<>();

        void add(byte value) {
            if (isFull(chunks)) {
                chunks.add(ByteBuffer.allocate(chunk(chunks)));
            }
            chunks.getLast().put(value);
        }

        void addAll(byte[] more) {
            for (byte value : more) {
                add(value);
            }
        }

        byte[] toArray() {
            ByteBuffer all = ByteBuffer.allocate(size(chunks));
            chunks.forEach(chunk -> all.put(chunk.duplicate().flip()));
            return all.array();
        }
    }
}
