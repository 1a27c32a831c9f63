package io.tastemaker.benchmarks;

import io.tastemaker.domain.matching.Catalogue;
import java.io.IOException;
import java.nio.file.Path;

/** Measures what a catalogue weighs: the heap in use before and after, garbage collected. Run it with {@code -Xmx400m}. */
public final class CatalogueMemory {

    private CatalogueMemory() {}

    /**
     * Measures.
     *
     * @param args how many creators, 1,000,000 when left out, and a folder for the figure
     * @throws IOException when it cannot be written
     */
    public static void main(String[] args) throws IOException {
        int creators = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        long before = used();
        long start = System.nanoTime();
        Catalogue catalogue = SampleCandidates.catalogue(creators);
        double seconds = (System.nanoTime() - start) / 1e9;
        long after = used();
        System.out.printf("%,d creators: %.1f MB, %.1f bytes each, made in %.1f s with at most %,d MB of heap%n", catalogue.size(),
                (after - before) / 1e6, (double) (after - before) / creators, seconds, Runtime.getRuntime().maxMemory() >> 20);
        if (args.length > 1) {
            Figures.memory(Path.of(args[1])).add(creators, "index", after - before);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
