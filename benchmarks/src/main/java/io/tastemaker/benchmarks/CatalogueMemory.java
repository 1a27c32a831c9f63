package io.tastemaker.benchmarks;

import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Columns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what a catalogue weighs: the heap in use before and after, garbage collected, and each column of it. Run it with
 * {@code -Xmx400m}.
 */
public final class CatalogueMemory {

    /** What the five factors and the filters that every plan has are worked out from. */
    private static final List<String> FACTORS_AND_FREE_FILTERS = List.of(
            "platforms", "flags", "followers", "engagement rates", "categories", "places", "languages", "last posts");

    private static final int FEW = 1_000;

    private CatalogueMemory() {}

    /**
     * Measures.
     *
     * @param args how many creators, 1,000,000 when left out, and a folder for the figures
     * @throws IOException when they cannot be written
     */
    public static void main(String[] args) throws IOException {
        int creators = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        SampleCandidates.catalogue(FEW); // what is loaded once in a program is no part of a catalogue
        long before = used();
        long start = System.nanoTime();
        Catalogue catalogue = SampleCandidates.catalogue(creators);
        double seconds = (System.nanoTime() - start) / 1e9;
        long whole = used() - before;
        Weights weights = new Weights();
        catalogue.keep(weights);
        long columns = weights.sum();
        long searched = FACTORS_AND_FREE_FILTERS.stream().mapToLong(weights.bytes::get).sum();
        long zones = whole - columns;
        System.out.printf("%,d creators: %.1f MB, %.1f bytes each, made in %.1f s with at most %,d MB of heap%n", catalogue.size(),
                whole / 1e6, (double) whole / creators, seconds, Runtime.getRuntime().maxMemory() >> 20);
        weights.bytes.forEach((name, bytes) -> System.out.printf("%10.2f bytes each  %s%s%n", (double) bytes / creators, name,
                FACTORS_AND_FREE_FILTERS.contains(name) ? ", of the factors and free filters" : ""));
        System.out.printf("%10.2f bytes each  zones, and all else%n", (double) zones / creators);
        System.out.printf("%10.2f bytes each  the five factors and the free filters, with the zones%n", (double) (searched + zones) / creators);
        if (args.length > 1) {
            Figures figures = Figures.memory(Path.of(args[1]));
            figures.add(creators, "index", whole);
            figures.add(creators, "factors_and_free_filters", searched + zones);
        }
    }

    /** The bytes of each column. */
    private static final class Weights implements Columns {

        private final Map<String, Long> bytes = new LinkedHashMap<>();

        @Override
        public byte[] bytes(String name, byte[] column) {
            bytes.merge(name, (long) column.length, Long::sum);
            return column;
        }

        @Override
        public char[] chars(String name, char[] column) {
            bytes.merge(name, (long) Character.BYTES * column.length, Long::sum);
            return column;
        }

        @Override
        public int[] ints(String name, int[] column) {
            bytes.merge(name, (long) Integer.BYTES * column.length, Long::sum);
            return column;
        }

        @Override
        public long[] longs(String name, long[] column) {
            bytes.merge(name, (long) Long.BYTES * column.length, Long::sum);
            return column;
        }

        private long sum() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
