package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The {@link HardFilter}s made ready for one segment. Each works on a block of 64 rows at a time and on one column, so that a block that
 * nobody passes costs no more than its first column, and says for each row one of two things: it passes, or it is not known to fail.
 */
final class RowFilter {

    private final List<ColumnTest> tests;

    RowFilter(CatalogueSegment segment, SearchCriteria criteria) {
        tests = criteria.filters().stream().map(filter -> test(segment, filter)).sorted(Comparator.comparing(ColumnTest::cost)).toList();
    }

    /** The rows among the given ones of a block that no filter is known to refuse. */
    long notRefused(int block, long rows) {
        long left = rows;
        for (ColumnTest test : tests) {
            if (left == 0) {
                return 0;
            }
            left = test.notRefused(block, left);
        }
        return left;
    }

    /** The rows among the given ones of a block, none of them refused, that every filter lets pass. */
    long passing(int block, long rows) {
        long left = rows;
        for (ColumnTest test : tests) {
            if (left == 0) {
                return 0;
            }
            left = test.passing(block, left);
        }
        return left;
    }

    /** One filter on one column. */
    private interface ColumnTest {

        long notRefused(int block, long rows);

        long passing(int block, long rows);

        /** What a row costs, roughly; the cheap ones go first. */
        default int cost() {
            return 1;
        }
    }

    private static ColumnTest test(CatalogueSegment segment, HardFilter filter) {
        return switch (filter) {
            case HardFilter.Platforms platforms -> new ByteCodes(segment.platforms, verdicts(Platform.values().length,
                    code -> HardFilter.Verdict.of(platforms.any().contains(Platform.values()[code]))));
            case HardFilter.Locations locations -> new Codes(segment.placeCodes, verdicts(segment.places.size(),
                    code -> segment.places.get(code).map(locations::test).orElse(HardFilter.Verdict.UNKNOWN)));
            case HardFilter.Languages languages -> new Codes(segment.languageCodes, verdicts(segment.languages.size(),
                    code -> code == 0 ? HardFilter.Verdict.UNKNOWN
                            : HardFilter.Verdict.of(segment.languages.get(code).stream().anyMatch(languages.any()::contains))));
            case HardFilter.Verified verified -> new ByteCodes(segment.flags, verdicts(CatalogueSegment.Flags.COUNT,
                    flags -> HardFilter.Verdict.of(CatalogueSegment.Flags.verified(flags), known -> known == verified.yes())));
            case HardFilter.HasEmail email -> new ByteCodes(segment.flags, verdicts(CatalogueSegment.Flags.COUNT,
                    flags -> HardFilter.Verdict.of(CatalogueSegment.Flags.hasEmail(flags) == email.yes())));
            case HardFilter.Categories categories -> new Bits(segment.categories, MatchScorer.bits(categories.any()));
            case HardFilter.NotCategories categories -> new NoBits(segment.categories, MatchScorer.bits(categories.none()));
            case HardFilter.Count count -> Between.of(segment.counts(count.measure()),
                    count.range().min().orElse(0L), count.range().max().orElse(Measure.MOST));
            case HardFilter.Engagement engagement -> Between.of(segment.rates,
                    engagement.range().min().map(rate -> (long) rate.millionths()).orElse(0L),
                    engagement.range().max().map(rate -> (long) rate.millionths()).orElse(Measure.MOST));
            case HardFilter.LastPostSince since -> Between.of(segment.lastPosts, since.day().toEpochDay(), Measure.MOST);
            case HardFilter.NotCreators creators -> Outside.of(segment, creators.ids().stream().mapToInt(segment::find));
            case HardFilter.NotHandles handles -> Unnamed.of(segment, handles.names());
            case HardFilter.SimilarTo similar -> Similar.of(segment, similar);
        };
    }

    private static final byte FAIL = 0;
    private static final byte UNKNOWN = 1;
    private static final byte PASS = 2;

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

    /** By the verdict on each entry of a dictionary. */
    private record Codes(int[] column, byte[] verdicts) implements ColumnTest {

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit]] + 1 >> 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit]] >> 1) << bit;
            }
            return result;
        }
    }

    /** By the verdict on each value of a byte. */
    private record ByteCodes(byte[] column, byte[] verdicts) implements ColumnTest {

        @Override
        public long notRefused(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit]] + 1 >> 1) << bit;
            }
            return result;
        }

        @Override
        public long passing(int block, long rows) {
            long result = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                result |= (long) (verdicts[column[64 * block + bit]] >> 1) << bit;
            }
            return result;
        }
    }

    /**
     * A known number in a range. Whether a number is negative is its highest bit: an unknown one is, and so is the distance to
     * an end on the wrong side of it. A comparison would be a branch that the processor guesses wrong every other time.
     */
    private record Between(int[] column, int min, int max) implements ColumnTest {

        static Between of(int[] column, long min, long max) {
            return new Between(column, Math.clamp(min, 0, Integer.MAX_VALUE), Math.clamp(max, 0, Integer.MAX_VALUE));
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

    /** One of some bits set; none set is unknown. */
    private record Bits(long[] column, long wanted) implements ColumnTest {

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
    private record NoBits(long[] column, long unwanted) implements ColumnTest {

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

    /** Not among some rows. */
    private record Outside(long[] excluded) implements ColumnTest {

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
    private record Unnamed(CatalogueSegment segment, Set<String> names, int[] hashes) implements ColumnTest {

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
    private record Similar(List<RowScorer> likeness, Outside notSeeds) implements ColumnTest {

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
