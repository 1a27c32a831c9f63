package io.tastemaker.benchmarks;

import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;

/** Measures what a catalogue weighs: the heap in use before and after, garbage collected. Run it with {@code -Xmx400m}. */
public final class CatalogueMemory {

    private CatalogueMemory() {}

    /**
     * Measures.
     *
     * @param args how many creators, 1,000,000 when left out
     */
    public static void main(String[] args) {
        int creators = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        long before = used();
        long start = System.nanoTime();
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        SampleCandidates.of(creators).forEach(rows::add);
        Catalogue catalogue = Catalogue.of(CatalogueVersion.of(1, Instant.EPOCH), rows.build());
        double seconds = (System.nanoTime() - start) / 1e9;
        rows = null;
        long after = used();
        System.out.printf("%,d creators: %.1f MB, %.1f bytes each, made in %.1f s with at most %,d MB of heap%n", catalogue.size(),
                (after - before) / 1e6, (double) (after - before) / creators, seconds, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
