package io.tastemaker.application.exports.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Exports to be tried. */
public final class ExportFixtures {

    private static final AtomicLong MADE = new AtomicLong();

    private ExportFixtures() {}

    /** A new one; each is a second younger than the one before. */
    public static Export export(TeamId team, ExportScope scope) {
        long number = MADE.incrementAndGet();
        Instant at = Instant.parse("2026-09-01T12:00:00Z").plusSeconds(number);
        return new Export(new ExportId(new UUID(0x0195_e000_0000_7000L + (number << 16), SeededIds.next().getLeastSignificantBits())), team, scope,
                ExportFormat.XLSX, false, scope.kind().columns(List.of()), "user:ana", at, Optional.of("c:POST /exports:" + number),
                new Export.State.Preparing(), at.plus(Export.KEPT));
    }
}
