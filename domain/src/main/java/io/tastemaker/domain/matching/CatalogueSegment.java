package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Candidates of one owner in column form: for each property one primitive array over all rows, about 96 bytes a creator besides the
 * name. It never changes. A row read back equals the candidate that was put in, but for the source and the time of day of its facts.
 */
public final class CatalogueSegment {

    static final int UNKNOWN = -1;
    private static final Observed.Kind[] KINDS = Observed.Kind.values();
    private static final Platform[] PLATFORMS = Platform.values();
    private static final String SOURCE = "catalogue";

    final TeamId owner;
    final int size;
    final long[] idHigh;
    final long[] idLow;
    /** The rows in the order of their ids. */
    final int[] byId;
    /** The names of all rows in UTF-8, one after the other, and where each ends. */
    final byte[] names;
    final int[] nameEnds;
    final byte[] platforms;
    /** See {@link Flags}. */
    final byte[] flags;
    final int[] followers;
    /** Derived: {@link MatchScorer#decades} of the followers. */
    final int[] decades;
    /** Engagement rate in millionths. */
    final int[] rates;
    /** Derived: the mark for engagement, which depends on no question. */
    final int[] engagementMarks;
    /** One bit for each category; 0 when they are unknown. */
    final long[] categories;
    /** Positions in the dictionary of places; 0 when the place is unknown. */
    final int[] placeCodes;
    final List<Optional<Place>> places;
    /** Positions in the dictionary of sets of languages; 0 when they are unknown. */
    final int[] languageCodes;
    final List<Set<Language>> languages;
    /** Days since 1970-01-01. */
    final int[] lastPosts;
    /** The other counts by {@link Measure}, the followers left out. */
    final int[][] counts;
    /** Two bits for each dated fact, see {@link Dated}. */
    final char[] kinds;
    /** Days since 1970-01-01, five a row, see {@link Dated}. */
    final char[] days;

    /** The facts whose kind and day are kept. */
    enum Dated { FOLLOWERS, ENGAGEMENT, CATEGORIES, LOCATION, LANGUAGES }

    CatalogueSegment(SegmentBuilder rows) {
        owner = rows.owner;
        idHigh = rows.idHigh.toArray();
        size = idHigh.length;
        idLow = rows.idLow.toArray();
        byId = RowOrder.byId(idHigh, idLow);
        names = rows.names.toArray();
        char[] nameLengths = rows.nameLengths.toArray();
        nameEnds = new int[size];
        Arrays.setAll(nameEnds, row -> nameStart(row) + nameLengths[row]);
        platforms = rows.platforms.toArray();
        flags = rows.flags.toArray();
        followers = rows.followers.toArray();
        decades = rows.decades.toArray();
        rates = rows.rates.toArray();
        engagementMarks = rows.engagementMarks.toArray();
        categories = rows.categories.toArray();
        placeCodes = rows.placeCodes.toArray();
        places = List.copyOf(rows.places.keySet());
        languageCodes = rows.languageCodes.toArray();
        languages = List.copyOf(rows.languages.keySet());
        lastPosts = rows.lastPosts.toArray();
        counts = rows.counts();
        kinds = rows.kinds.toArray();
        days = rows.days.toArray();
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

    /** The row of a creator, below 0 when there is none. */
    int find(CreatorId id) {
        return RowOrder.find(byId, idHigh, idLow, id.value());
    }

    CreatorId id(int row) {
        return new CreatorId(new UUID(idHigh[row], idLow[row]));
    }

    String name(int row) {
        int start = nameStart(row);
        return new String(names, start, nameEnds[row] - start, StandardCharsets.UTF_8);
    }

    int nameHash(int row) {
        return nameHash(names, nameStart(row), nameEnds[row]);
    }

    static int nameHash(byte[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private int nameStart(int row) {
        return row == 0 ? 0 : nameEnds[row - 1];
    }

    /** The candidate of a row. */
    Candidate candidate(int row) {
        return new Candidate(id(row), owner, new Handle(PLATFORMS[platforms[row]], name(row)), KINDS[Flags.platformKind(flags[row])],
                known(followers[row]).map(count -> dated(row, Dated.FOLLOWERS, count)),
                rates[row] == UNKNOWN ? Optional.empty() : Optional.of(dated(row, Dated.ENGAGEMENT, new EngagementRate(rates[row]))),
                categories[row] == 0 ? Optional.empty() : Optional.of(dated(row, Dated.CATEGORIES, categoriesOf(categories[row]))),
                places.get(placeCodes[row]).map(place -> dated(row, Dated.LOCATION, place)),
                languageCodes[row] == 0 ? Optional.empty() : Optional.of(dated(row, Dated.LANGUAGES, languages.get(languageCodes[row]))),
                Flags.verified(flags[row]),
                lastPosts[row] == UNKNOWN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastPosts[row])),
                Flags.hasEmail(flags[row]), known(counts(Measure.POSTS_COUNT)[row]), known(counts(Measure.AVERAGE_LIKES)[row]),
                known(counts(Measure.AVERAGE_COMMENTS)[row]), known(counts(Measure.AVERAGE_VIEWS)[row]));
    }

    private static Optional<Long> known(int count) {
        return count == UNKNOWN ? Optional.empty() : Optional.of((long) count);
    }

    private <T> Observed<T> dated(int row, Dated fact, T value) {
        Observed.Kind kind = KINDS[kinds[row] >> 2 * fact.ordinal() & 3];
        LocalDate day = LocalDate.ofEpochDay(days[row * Dated.values().length + fact.ordinal()]);
        return new Observed<>(value, kind, SOURCE, Candidate.startOf(day));
    }

    private static Set<Category> categoriesOf(long bits) {
        Set<Category> known = EnumSet.noneOf(Category.class);
        for (long left = bits; left != 0; left &= left - 1) {
            known.add(Category.values()[Long.numberOfTrailingZeros(left)]);
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
}
