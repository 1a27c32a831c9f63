package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Candidates of one owner in column form: for each property one primitive array over all rows, about 70 bytes a creator besides the
 * name and the texts of its card, and two for each category of its content. It never changes. A row read back equals the candidate that was put in, but for the
 * source and the time of day of its facts.
 */
public final class CatalogueSegment {

    static final String NAMES = "names";
    static final String CARDS = "cards";
    static final int UNKNOWN = -1;
    static final char NO_DAY = 0;
    static final int NO_TIME = 0;
    private static final Observed.Kind[] KINDS = Observed.Kind.values();
    static final Platform[] PLATFORMS = Platform.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final String SOURCE = "catalogue";

    final TeamId owner;
    final int size;
    final long[] idHigh;
    final long[] idLow;
    /** The rows in the order of their ids. */
    final int[] byId;
    /** In UTF-8. */
    final Pieces names;
    final byte[] platforms;
    /** See {@link Flags}. */
    final byte[] flags;
    final int[] followers;
    /** Engagement rate in millionths. */
    final int[] rates;
    /** One bit for each category; 0 when they are unknown. */
    final int[] categories;
    /** Positions in the dictionary of places, which is in the order of their codes; 0 when the place is unknown. */
    final Codes placeCodes;
    final List<Optional<Place>> places;
    /** Positions in the dictionary of sets of languages; 0 when they are unknown. */
    final Codes languageCodes;
    final List<Set<Language>> languages;
    /** A category and its percent, two bytes for each share of the content. */
    final Pieces shares;
    /** See {@link Moods}. */
    final byte[] moods;
    /** See {@link #dayCode}. */
    final char[] lastPosts;
    /** The other counts by {@link Measure}, the followers left out. */
    final int[][] counts;
    final Origins origins;
    /** See {@link Cards}. */
    final Pieces cards;
    /** When the newest fact was, in seconds since 1970 without sign; {@link #NO_TIME} when nobody knows. */
    final int[] observed;

    /** What is common to 64 rows each, and to more. */
    final Zones blocks;
    final Zones districts;

    /** The facts whose kind and day are kept. */
    enum Dated { FOLLOWERS, ENGAGEMENT, CATEGORIES, LOCATION, LANGUAGES }

    CatalogueSegment(SegmentBuilder rows) {
        owner = rows.owner;
        places = rows.places.keySet().stream().sorted(Comparator.comparing(CatalogueSegment::code)).toList();
        int[] placeOfRow = rows.placesIn(places);
        int[] order = rows.order(placeOfRow);
        size = order.length;
        placeCodes = new Codes(size, row -> placeOfRow[order[row]], places.size());
        idHigh = longs(order, rows.idHigh.toArray());
        idLow = longs(order, rows.idLow.toArray());
        byId = RowOrder.byId(idHigh, idLow);
        platforms = bytes(order, rows.platforms.toArray());
        flags = bytes(order, rows.flags.toArray());
        followers = ints(order, rows.followers.toArray());
        rates = ints(order, rows.rates.toArray());
        categories = ints(order, rows.categories.toArray());
        languages = List.copyOf(rows.languages.keySet());
        int[] languagesOfRow = rows.languageCodes.toArray();
        languageCodes = new Codes(size, row -> languagesOfRow[order[row]], languages.size());
        moods = bytes(order, rows.moods.toArray());
        lastPosts = chars(order, rows.lastPosts.toArray());
        counts = Arrays.stream(rows.counts()).map(column -> ints(order, column)).toArray(int[][]::new);
        origins = new Origins(order, rows.kinds.toArray(), rows.days.toArray());
        char[] nameLengths = rows.nameLengths.toArray();
        names = new Pieces(order, rows.names.toArray(), row -> nameLengths[row]);
        byte[] shareCounts = rows.shareCounts.toArray();
        shares = new Pieces(order, rows.shares.toArray(), row -> 2 * shareCounts[row]);
        int[] cardLengths = rows.cardLengths.toArray();
        cards = new Pieces(order, rows.cards.toArray(), row -> cardLengths[row]);
        observed = ints(order, rows.observed.toArray());
        blocks = new Zones(this, Zones.BLOCK);
        districts = new Zones(this, Zones.DISTRICT);
    }

    private CatalogueSegment(CatalogueSegment from, Columns columns) {
        owner = from.owner;
        idHigh = columns.longs("id, upper half", from.idHigh);
        idLow = columns.longs("id, lower half", from.idLow);
        size = idHigh.length;
        byId = columns.ints("rows by id", from.byId);
        names = new Pieces(NAMES, from.names, columns);
        platforms = columns.bytes("platforms", from.platforms);
        flags = columns.bytes("flags", from.flags);
        followers = columns.ints("followers", from.followers);
        rates = columns.ints("engagement rates", from.rates);
        categories = columns.ints("categories", from.categories);
        placeCodes = new Codes("places", from.placeCodes, columns);
        places = entries("dictionary of places", from.places, CatalogueSegment::code, CatalogueSegment::placeOf, columns);
        languageCodes = new Codes("languages", from.languageCodes, columns);
        languages = entries("dictionary of languages", from.languages, CatalogueSegment::codes, CatalogueSegment::languagesOf, columns);
        shares = new Pieces("shares of content", from.shares, columns);
        moods = columns.bytes("moods", from.moods);
        lastPosts = columns.chars("last posts", from.lastPosts);
        counts = Arrays.stream(Measure.values()).filter(measure -> measure != Measure.FOLLOWERS)
                .map(measure -> columns.ints(measure.code(), from.counts(measure))).toArray(int[][]::new);
        origins = new Origins(from.origins, columns);
        cards = new Pieces(CARDS, from.cards, columns);
        observed = columns.ints("times of the newest facts", from.observed);
        blocks = new Zones(this, Zones.BLOCK);
        districts = new Zones(this, Zones.DISTRICT);
    }

    /**
     * The segment as it comes back from a walk through its columns. What is common to zones follows from the columns, and is told anew:
     * a bound that was kept and is no longer true would lose somebody.
     */
    CatalogueSegment walked(Columns columns) {
        return new CatalogueSegment(this, columns);
    }

    /** A dictionary as one column: its entries as text, a line each. */
    private static <T> List<T> entries(String name, List<T> known, Function<T, String> text, Function<String, T> entry, Columns columns) {
        String lines = String.join("\n", known.stream().map(text).toList());
        byte[] walked = columns.bytes(name, lines.getBytes(StandardCharsets.UTF_8));
        return Arrays.stream(new String(walked, StandardCharsets.UTF_8).split("\n", -1)).map(entry).toList();
    }

    private static String code(Optional<Place> place) {
        return place.map(Place::code).orElse("");
    }

    private static Optional<Place> placeOf(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(Place.find(code).orElseThrow());
    }

    private static String codes(Set<Language> languages) {
        return String.join(",", languages.stream().sorted().map(Language::code).toList());
    }

    private static Set<Language> languagesOf(String codes) {
        return codes.isEmpty() ? Set.of() : Arrays.stream(codes.split(",")).map(Language::new).collect(Collectors.toUnmodifiableSet());
    }

    private static long[] longs(int[] order, long[] column) {
        long[] ordered = new long[order.length];
        for (int row = 0; row < order.length; row++) {
            ordered[row] = column[order[row]];
        }
        return ordered;
    }

    private static int[] ints(int[] order, int[] column) {
        int[] ordered = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            ordered[row] = column[order[row]];
        }
        return ordered;
    }

    private static char[] chars(int[] order, char[] column) {
        char[] ordered = new char[order.length];
        for (int row = 0; row < order.length; row++) {
            ordered[row] = column[order[row]];
        }
        return ordered;
    }

    private static byte[] bytes(int[] order, byte[] column) {
        byte[] ordered = new byte[order.length];
        for (int row = 0; row < order.length; row++) {
            ordered[row] = column[order[row]];
        }
        return ordered;
    }

    /** A day since 1970-01-01 in 16 bits, of which {@link #NO_DAY} is none. */
    static char dayCode(LocalDate day) {
        return (char) (day.toEpochDay() + 1);
    }

    /** The mark for engagement, which depends on no question. */
    int engagementMark(int row) {
        return MatchScorer.engagement(rates[row], PLATFORMS[platforms[row]], followers[row]);
    }

    /**
     * How many creators it holds.
     *
     * @return the number of rows
     */
    public int size() {
        return size;
    }

    int[] counts(Measure measure) {
        return measure == Measure.FOLLOWERS ? followers : counts[measure.ordinal() - 1];
    }

    /**
     * Whose creators it holds.
     *
     * @return the owner of all rows
     */
    public TeamId owner() {
        return owner;
    }

    /**
     * Looks a creator up.
     *
     * @param id whom
     * @return the row, below 0 when there is none
     */
    public int find(CreatorId id) {
        return RowOrder.find(byId, idHigh, idLow, id.value());
    }

    /**
     * Whose row it is.
     *
     * @param row 0 to the size of the segment
     * @return the creator
     */
    public CreatorId id(int row) {
        return new CreatorId(new UUID(idHigh[row], idLow[row]));
    }

    String name(int row) {
        return names.text(row);
    }

    int nameHash(int row) {
        return nameHash(names.bytes, names.start(row), names.end(row));
    }

    static int nameHash(byte[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    /** The candidate of a row. */
    Candidate candidate(int row) {
        return new Candidate(id(row), owner, new Handle(PLATFORMS[platforms[row]], name(row)), KINDS[Flags.platformKind(flags[row])],
                known(followers[row]).map(count -> dated(row, Dated.FOLLOWERS, count)),
                rates[row] == UNKNOWN ? Optional.empty() : Optional.of(dated(row, Dated.ENGAGEMENT, new EngagementRate(rates[row]))),
                categories[row] == 0 ? Optional.empty() : Optional.of(dated(row, Dated.CATEGORIES, categoriesOf(categories[row]))),
                places.get(placeCodes.at(row)).map(place -> dated(row, Dated.LOCATION, place)),
                languageCodes.at(row) == 0 ? Optional.empty() : Optional.of(dated(row, Dated.LANGUAGES, languages.get(languageCodes.at(row)))),
                Flags.verified(flags[row]),
                lastPosts[row] == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastPosts[row] - 1L)),
                Flags.hasEmail(flags[row]), known(counts(Measure.POSTS_COUNT)[row]), known(counts(Measure.AVERAGE_LIKES)[row]),
                known(counts(Measure.AVERAGE_COMMENTS)[row]), known(counts(Measure.AVERAGE_VIEWS)[row]),
                sharesOf(row), Moods.of(moods[row]), card(row));
    }

    private Card card(int row) {
        Optional<Instant> at = observed[row] == NO_TIME
                ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(observed[row])));
        return Cards.read(cards.bytes, cards.start(row), cards.end(row), at);
    }

    private Optional<CategoryShares> sharesOf(int row) {
        Map<Category, Integer> percents = new EnumMap<>(Category.class);
        for (int at = shares.start(row); at < shares.end(row); at += 2) {
            percents.put(CATEGORIES[shares.bytes[at]], (int) shares.bytes[at + 1]);
        }
        return percents.isEmpty() ? Optional.empty() : Optional.of(new CategoryShares(percents));
    }

    private static Optional<Long> known(int count) {
        return count == UNKNOWN ? Optional.empty() : Optional.of((long) count);
    }

    private <T> Observed<T> dated(int row, Dated fact, T value) {
        return new Observed<>(value, origins.kind(row, fact), SOURCE, Candidate.startOf(origins.day(row, fact)));
    }

    private static Set<Category> categoriesOf(int bits) {
        Set<Category> known = EnumSet.noneOf(Category.class);
        for (int left = bits; left != 0; left &= left - 1) {
            known.add(CATEGORIES[Integer.numberOfTrailingZeros(left)]);
        }
        return known;
    }

    /** What shares a byte: bit 0 for an address, bits 1 and 2 for verified (unknown, no, yes), bits 3 and 4 for the platform's kind. */
    static final class Flags {

        /** How many values the byte takes. */
        static final int COUNT = 1 << 5;

        private Flags() {}

        static byte of(Candidate candidate) {
            int verified = candidate.verified().map(yes -> yes ? 2 : 1).orElse(0);
            return (byte) ((candidate.hasEmail() ? 1 : 0) | verified << 1 | candidate.platformKind().ordinal() << 3);
        }

        static boolean hasEmail(int flags) {
            return (flags & 1) != 0;
        }

        static Optional<Boolean> verified(int flags) {
            int code = flags >> 1 & 3;
            return code == 0 ? Optional.empty() : Optional.of(code == 2);
        }

        static int platformKind(int flags) {
            return flags >> 3 & 3;
        }
    }

    /** The texts of a card: the length of the name in four bytes, then the name, then the address of the picture to the end. */
    static final class Cards {

        private static final int LENGTH = Integer.BYTES;

        private Cards() {}

        static byte[] of(Card card) {
            byte[] name = card.name().orElse("").getBytes(StandardCharsets.UTF_8);
            byte[] avatar = card.avatarUrl().orElse("").getBytes(StandardCharsets.UTF_8);
            return name.length + avatar.length == 0 ? avatar : ByteBuffer.allocate(LENGTH + name.length + avatar.length)
                    .putInt(name.length).put(name).put(avatar).array();
        }

        static Card read(byte[] all, int start, int end, Optional<Instant> at) {
            if (start == end) {
                return new Card(Optional.empty(), Optional.empty(), at);
            }
            int nameEnd = start + LENGTH + ByteBuffer.wrap(all).getInt(start);
            return new Card(text(all, start + LENGTH, nameEnd), text(all, nameEnd, end), at);
        }

        private static Optional<String> text(byte[] all, int start, int end) {
            return start == end ? Optional.empty() : Optional.of(new String(all, start, end - start, StandardCharsets.UTF_8));
        }
    }

    /** A mood as a byte without sign: 0 when it is unknown, else hundredths counted from just below the least. */
    static final class Moods {

        /** How many values the byte takes. */
        static final int COUNT = 2 * MoodScore.MOST + 2;

        private Moods() {}

        static byte code(Optional<MoodScore> mood) {
            return (byte) (int) mood.map(known -> known.hundredths() + MoodScore.MOST + 1).orElse(0);
        }

        static Optional<MoodScore> of(int code) {
            int positive = code & 0xFF;
            return positive == 0 ? Optional.empty() : Optional.of(new MoodScore(positive - MoodScore.MOST - 1));
        }
    }
}
