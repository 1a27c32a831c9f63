package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.domain.access.Refusal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the shared catalogue as soon as the program starts, and keeps it for the next start: now and then, and at the end. */
final class CatalogueKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueKeeper.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JooqCatalogues catalogues;
    private final Crew crew;

    CatalogueKeeper(JooqCatalogues catalogues) {
        this.catalogues = catalogues;
        this.crew = new Crew("catalogue", 1, this::keep);
    }

    private Duration keep(BooleanSupplier stopping) {
        catalogues.keep();
        return PAUSE;
    }

    @Override
    public void close() {
        crew.close();
        if (catalogues.isLoaded()) {
            try {
                catalogues.keep();
            } catch (Refusal.Unavailable unavailable) {
                LOG.warn("the catalogue is not kept for the next start: {}", unavailable.getMessage());
            }
        }
    }
}
