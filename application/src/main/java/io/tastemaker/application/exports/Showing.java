package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.FileLinks;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.exports.Export;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts an export together with its job and, for those who may read what is in it, with a link to the file. */
final class Showing {

    /** How long a link is open: long enough to hand it on to a program that fetches, too short to be found later. */
    static final Duration OPEN = Duration.ofHours(1);

    private final Jobs jobs;
    private final FileLinks links;
    private final InstantSource clock;

    Showing(Jobs jobs, FileLinks links, InstantSource clock) {
        this.jobs = jobs;
        this.links = links;
        this.clock = clock;
    }

    /** Inside of a transaction. */
    ShownExport show(Actor actor, Export export) {
        return new ShownExport(export, jobs.find(export.job()).orElseThrow(), link(actor, export));
    }

    private Optional<ShownExport.FileLink> link(Actor actor, Export export) {
        boolean mayRead = export.scope().kind().permissions().stream()
                .allMatch(permission -> AccessPolicy.decide(actor, permission) instanceof AccessPolicy.Decision.Allowed);
        if (!(export.state() instanceof Export.State.Ready) || !mayRead) {
            return Optional.empty();
        }
        Instant end = clock.instant().plus(OPEN);
        Instant until = (end.isBefore(export.expiresAt()) ? end : export.expiresAt()).truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(new ShownExport.FileLink(links.sign(new FileLinks.Link(export.team(), export.id(), until)), until));
    }
}
