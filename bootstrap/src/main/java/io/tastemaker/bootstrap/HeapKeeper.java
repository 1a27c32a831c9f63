package io.tastemaker.bootstrap;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Has garbage collected when the old generation has grown by a tenth. The serial collector by itself takes memory from the machine up to the
 * limit of the heap before it looks there once: docs/adr/0026. Under another collector this does nothing.
 */
final class HeapKeeper implements AutoCloseable {

    /** What the serial collector calls its old generation. */
    private static final String OLD_GENERATION = "Tenured Gen";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A small heap grows by more than a tenth in a moment, and is not worth looking at. */
    private static final long ROOM = 16_000_000;

    private final Optional<MemoryPoolMXBean> oldGeneration = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(OLD_GENERATION)).findFirst();
    /** What a start leaves there is the catalogue, and lives. */
    private final long atStart = oldGeneration.map(pool -> pool.getUsage().getUsed()).orElse(0L);
    private final Crew crew = new Crew("heap", oldGeneration.isPresent() ? 1 : 0, this::look);

    private Duration look(BooleanSupplier stopping) {
        oldGeneration.filter(this::isDue).ifPresent(due -> System.gc());
        return PAUSE;
    }

    private boolean isDue(MemoryPoolMXBean pool) {
        long lived = pool.getCollectionUsage().getUsed();
        return isDue(pool.getUsage().getUsed(), lived == 0 ? atStart : lived);
    }

    /**
     * Whether to collect.
     *
     * @param used bytes that are taken now, by what lives and by what does not
     * @param lived bytes that were alive when it was last looked at
     * @return whether it has grown enough since
     */
    static boolean isDue(long used, long lived) {
        return used > lived + lived / 10 + ROOM;
    }

    @Override
    public void close() {
        crew.close();
    }
}
