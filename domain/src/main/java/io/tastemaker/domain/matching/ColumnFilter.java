package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One {@link HardFilter} on one column of a segment. It works on a block of 64 rows at a time. */
interface ColumnFilter {

    /** What is known without a look at the rows. */
    default RowFilter.Verdict verdict(Zones zones, int zone) {
        return RowFilter.Verdict.OPEN;
    }

    /** The rows among the given ones of a block that are not known to fail. */
    long notRefused(int block, long rows);

    /** The rows among the given ones of a block, none of them known to fail, that pass. */
    long passing(int block, long rows);

    /** What a row costs, roughly; the cheap ones go first. */
    default int cost() {
        return 1;
    }

    /** A number that is kept for each zone. */
    interface OfZone {
        int in(Zones zones, int zone);
    }

    /**
     * A filter made ready for a segment.
     *
     * @param segment the segment
     * @param filter the filter
     * @return the same question to its columns
     */
    static ColumnFilter of(CatalogueSegment segment, HardFilter filter) {
        return switch (filter) {
            case HardFilter.Platforms platforms -> new ByteCodes(segment.platforms, verdicts(CatalogueSegment.PLATFORMS.length,
                    code -> HardFilter.Verdict.of(platforms.any().contains(CatalogueSegment.PLATFORMS[code]))), (zones, zone) -> zones.platforms[zone] & 0xFFFF);
            case HardFilter.Locations locations -> Places.of(segment, verdicts(segment.places.size(),
                    code -> segment.places.get(code).map(locations::test).orElse(HardFilter.Verdict.UNKNOWN)));
            case HardFilter.Languages languages -> new Dictionary(segment.languageCodes, verdicts(segment.languages.size(),
                    code -> code == 0 ? HardFilter.Verdict.UNKNOWN
                            : HardFilter.Verdict.of(segment.languages.get(code).stream().anyMatch(languages.any()::contains))));
            case HardFilter.Verified verified -> new ByteCodes(segment.flags, verdicts(CatalogueSegment.Flags.COUNT,
                    flags -> HardFilter.Verdict.of(CatalogueSegment.Flags.verified(flags), known -> known == verified.yes())), (zones, zone) -> zones.flags[zone]);
            case HardFilter.HasEmail email -> new ByteCodes(segment.flags, verdicts(CatalogueSegment.Flags.COUNT,
                    flags -> HardFilter.Verdict.of(CatalogueSegment.Flags.hasEmail(flags) == email.yes())), (zones, zone) -> zones.flags[zone]);
            case HardFilter.Categories categories -> new Bits(segment.categories, (int) MatchScorer.bits(categories.any()));
            case HardFilter.NotCategories categories -> new NoBits(segment.categories, (int) MatchScorer.bits(categories.none()));
            case HardFilter.ContentCategories content -> Shares.of(segment, content);
            case HardFilter.Sentiment sentiment -> new ByteCodes(segment.moods, verdicts(CatalogueSegment.Moods.COUNT,
                    code -> HardFilter.Verdict.of(CatalogueSegment.Moods.of(code), sentiment.range()::contains)), (zones, zone) -> 0);
            case HardFilter.Count count -> between(segment, count.measure(),
                    count.range().min().orElse(0L), count.range().max().orElse(Measure.MOST));
            case HardFilter.Engagement engagement -> Between.of(segment.rates,
                    engagement.range().min().map(rate -> (long) rate.millionths()).orElse(0L),
                    engagement.range().max().map(rate -> (long) rate.millionths()).orElse(Measure.MOST),
                    (zones, zone) -> zones.leastRate[zone], (zones, zone) -> zones.mostRate[zone]);
            case HardFilter.LastPostSince since -> new Since(segment.lastPosts, CatalogueSegment.dayCode(since.day()));
            case HardFilter.NotCreators creators -> Outside.of(segment, creators.ids().stream().mapToInt(segment::find));
            case HardFilter.NotHandles handles -> Unnamed.of(segment, handles.names());
            case HardFilter.SimilarTo similar -> Similar.of(segment, similar);
            case HardFilter.Says says -> Among.of(says.answered().of(segment));
        };
    }

    private static ColumnFilter between(CatalogueSegment segment, Measure measure, long min, long max) {
        return measure == Measure.FOLLOWERS
                ? Between.of(segment.followers, min, max, (zones, zone) -> zones.leastFollowers[zone], (zones, zone) -> zones.mostFollowers[zone])
                : Between.of(segment.counts(measure), min, max, (zones, zone) -> CatalogueSegment.UNKNOWN, (zones, zone) -> Integer.MAX_VALUE);
    }

    byte FAIL = 0;
    byte UNKNOWN = 1;
    byte PASS = 2;

    private static byte[] verdicts(int codes, IntFunction<HardFilter.Verdict> verdict) {
        byte[] verdicts = new byte[codes];
        for (int code = 0; code < codes; code++) {
            verdicts[code] = switch (verdict.apply(code)) {
                case FAIL -> FAIL;
                case UNKNOWN -> UNKNOWN;
                case PASS -> PASS;
            };
        }
        return verdicts;
    }

    /** 1 when any bit is set, else 0. */
    private static long any(long bits) {
        return (bits | -bits) >>> 63;
    }

    /** By the verdict on each place; the codes of a zone lie close together, so it is enough to count the verdicts before each code. */
    record Places(Dictionary rows, int[] passingBefore, int[] failingBefore) implements ColumnFilter {

        static Places of(CatalogueSegment segment, byte[] verdicts) {
            int[] passing = new int[verdicts.length + 1];
            int[] failing = new int[verdicts.length + 1];
            for (int code = 0; code < verdicts.length; code++) {
                passing[code + 1] = passing[code] + (verdicts[code] == PASS ? 1 : 0);
                failing[code + 1] = failing[code] + (verdicts[code] == FAIL ? 1 : 0);
            }
            return new Places(new Dictionary(segment.placeCodes, verdicts), passing, failing);
        }

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            int first = zones.firstPlace[zone];
            int end = zones.lastPlace[zone] + 1;
            return RowFilter.Verdict.of(
                    passingBefore[end] - passingBefore[first] == end - first, failingBefore[end] - failingBefore[first] == end - first);
        }

        @Override
        public long notRefused(int block, long candidates) {
            return rows.notRefused(block, candidates);
        }

        @Override
        public long passing(int block, long candidates) {
            return rows.passing(block, candidates);
        }
    }

    /** By the verdict on each entry of a dictionary. */
    record Dictionary(Codes column, byte[] verdicts) implements ColumnFilter {

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column.at(64 * block + bit)] + 1 >> 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column.at(64 * block + bit)] >> 1) << bit;
            }
            return result;
        }
    }

    /** By the verdict on each value of a byte without sign; the union of a zone has one bit for each code that occurs, none when it is not kept. */
    record ByteCodes(byte[] column, byte[] verdicts, OfZone union) implements ColumnFilter {

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            int codes = union.in(zones, zone);
            boolean all = codes != 0;
            boolean none = codes != 0;
            for (int left = codes; left != 0; left &= left - 1) {
                byte verdict = verdicts[Integer.numberOfTrailingZeros(left)];
                all &= verdict == PASS;
                none &= verdict == FAIL;
            }
            return RowFilter.Verdict.of(all, none);
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit] & 0xFF] + 1 >> 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit] & 0xFF] >> 1) << bit;
            }
            return result;
        }
    }

    /**
     * A known number in a range. Whether a number is negative is its highest bit: an unknown one is, and so is the distance to
     * an end on the wrong side of it. A comparison would be a branch that the processor guesses wrong every other time.
     */
    record Between(int[] column, int min, int max, OfZone least, OfZone most) implements ColumnFilter {

        static Between of(int[] column, long min, long max, OfZone least, OfZone most) {
            return new Between(column, Math.clamp(min, 0, Integer.MAX_VALUE), Math.clamp(max, 0, Integer.MAX_VALUE), least, most);
        }

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            int from = least.in(zones, zone);
            int to = most.in(zones, zone);
            return from < 0 ? RowFilter.Verdict.OPEN : RowFilter.Verdict.of(from >= min && to <= max, to < min || from > max);
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int value = column[64 * block + bit];
                int outside = (value - min) | (max - value);
                result |= (long) ((value | ~outside) >>> 31) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (~column[64 * block + bit] >>> 31) << bit;
            }
            return result;
        }
    }

    /** On a day or later; no day is unknown. */
    record Since(char[] column, char first) implements ColumnFilter {

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            boolean known = zones.leastDay[zone] != CatalogueSegment.NO_DAY;
            return RowFilter.Verdict.of(known && zones.leastDay[zone] >= first, known && zones.mostDay[zone] < first);
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int day = column[64 * block + bit];
                result |= (long) (~(day - first) >>> 31 | (day - 1) >>> 31) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (-column[64 * block + bit] >>> 31) << bit;
            }
            return result;
        }
    }

    /** One of some bits set; none set is unknown. */
    record Bits(int[] column, int wanted) implements ColumnFilter {


        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                long value = column[64 * block + bit];
                result |= (any(value & wanted) | any(value) ^ 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= any(column[64 * block + bit]) << bit;
            }
            return result;
        }
    }

    /** None of some bits set. */
    record NoBits(int[] column, int unwanted) implements ColumnFilter {

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            return RowFilter.Verdict.of((zones.categories[zone] & unwanted) == 0, false);
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (any(column[64 * block + bit] & unwanted) ^ 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            return rows;
        }
    }

    /** A large enough share of one of some categories; {@code least} has a percent for each category, more than a whole if unwanted. */
    record Shares(Pieces shares, byte[] least) implements ColumnFilter {

        static Shares of(CatalogueSegment segment, HardFilter.ContentCategories content) {
            byte[] least = new byte[Category.values().length];
            Arrays.fill(least, Byte.MAX_VALUE);
            content.least().forEach((category, percent) -> least[category.ordinal()] = percent.byteValue());
            return new Shares(segment.shares, least);
        }

        @Override
        public int cost() {
            return 5;
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int row = 64 * block + Long.numberOfTrailingZeros(left);
                if (verdict(row) != HardFilter.Verdict.FAIL) {
                    result |= Long.lowestOneBit(left);
                }
            }
            return result;
        }

        private HardFilter.Verdict verdict(int row) {
            int start = shares.start(row);
            int end = shares.end(row);
            for (int at = start; at < end; at += 2) {
                if (shares.bytes[at + 1] >= least[shares.bytes[at]]) {
                    return HardFilter.Verdict.PASS;
                }
            }
            return start == end ? HardFilter.Verdict.UNKNOWN : HardFilter.Verdict.FAIL;
        }

        @Override
        public long passing(int block, long rows) {
            long result = rows;
            for (long left = rows; left != 0; left &= left - 1) {
                int row = 64 * block + Long.numberOfTrailingZeros(left);
                if (shares.isEmpty(row)) {
                    result &= ~Long.lowestOneBit(left);
                }
            }
            return result;
        }
    }

    /** Among some rows; {@code districts} has one bit for each block that has one of them. */
    record Among(long[] included, long[] districts) implements ColumnFilter {

        static Among of(long[] included) {
            long[] districts = new long[(included.length + 63) / 64];
            for (int block = 0; block < included.length; block++) {
                districts[block >> 6] |= any(included[block]) << block;
            }
            return new Among(included, districts);
        }

        @Override
        public RowFilter.Verdict verdict(Zones zones, int zone) {
            return zones.shift == Zones.BLOCK
                    ? RowFilter.Verdict.of(included[zone] == -1L, included[zone] == 0)
                    : RowFilter.Verdict.of(false, districts[zone] == 0);
        }

        @Override
        public int cost() {
            return 0;
        }

        @Override
        public long notRefused(int block, long rows) {
            return rows & included[block];
        }

        @Override
        public long passing(int block, long rows) {
            return rows;
        }
    }

    /** Not among some rows. */
    record Outside(long[] excluded) implements ColumnFilter {

        static Outside of(CatalogueSegment segment, IntStream rows) {
            long[] excluded = new long[(segment.size + 63) / 64];
            rows.filter(row -> row >= 0).forEach(row -> excluded[row >> 6] |= 1L << row);
            return new Outside(excluded);
        }

        @Override
        public long notRefused(int block, long rows) {
            return rows & ~excluded[block];
        }

        @Override
        public long passing(int block, long rows) {
            return rows;
        }
    }

    /** Without one of some names; a text is made of a name only when its hash is that of an unwanted one. */
    record Unnamed(CatalogueSegment segment, Set<String> names, int[] hashes) implements ColumnFilter {

        static Unnamed of(CatalogueSegment segment, Set<String> names) {
            int[] hashes = names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8))
                    .mapToInt(name -> CatalogueSegment.nameHash(name, 0, name.length)).sorted().toArray();
            return new Unnamed(segment, names, hashes);
        }

        @Override
        public int cost() {
            return 10;
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = rows;
            for (long left = rows; left != 0; left &= left - 1) {
                int row = 64 * block + Long.numberOfTrailingZeros(left);
                if (Arrays.binarySearch(hashes, segment.nameHash(row)) >= 0 && names.contains(segment.name(row))) {
                    result &= ~Long.lowestOneBit(left);
                }
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            return rows;
        }
    }

    /** Like one of the seeds, by the score under the criteria of likeness. */
    record Similar(List<RowScorer> likeness, Outside notSeeds) implements ColumnFilter {

        static Similar of(CatalogueSegment segment, HardFilter.SimilarTo similar) {
            List<RowScorer> likeness = similar.criteria().stream().map(like -> new RowScorer(segment, like)).toList();
            return new Similar(likeness, Outside.of(segment, similar.seeds().stream().mapToInt(seed -> segment.find(seed.id()))));
        }

        @Override
        public int cost() {
            return 10 * likeness.size();
        }

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = notSeeds.notRefused(block, rows); left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                for (RowScorer scorer : likeness) {
                    if (scorer.score(64 * block + bit, HardFilter.SimilarTo.THRESHOLD) >= HardFilter.SimilarTo.THRESHOLD) {
                        result |= 1L << bit;
                    }
                }
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            return rows;
        }
    }
}
