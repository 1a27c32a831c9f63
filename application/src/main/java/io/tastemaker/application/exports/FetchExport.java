package io.tastemaker.application.exports;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.ExportId;
import java.util.Optional;

/** Hands somebody of the team the file of an export. */
public final class FetchExport {

    private final ShowExport showExport;
    private final HandingOut handingOut;

    FetchExport(ShowExport showExport, HandingOut handingOut) {
        this.showExport = showExport;
        this.handingOut = handingOut;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param export which
     */
    public record Query(Actor actor, ExportId export) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Here it is.
         *
         * @param file the file
         */
        record Handed(HandedFile file) implements Outcome {}

        /**
         * There is no file, or not yet.
         *
         * @param export how far it is
         */
        record NotReady(ShownExport export) implements Outcome {}
    }

    /**
     * Hands it out.
     *
     * @param query what is asked
     * @return the file, if it is whole
     * @throws Refusal.NotFound when the team has no such export that the actor may know of, or its time is over
     * @throws Refusal.Forbidden when the actor may not read what is in it
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_EXPORTS);
        ShownExport shown = showExport.handle(new ShowExport.Query(query.actor(), query.export()));
        shown.export().scope().kind().permissions().forEach(permission -> AccessPolicy.require(query.actor(), permission));
        Optional<HandedFile> file = handingOut.hand(query.actor(), query.export());
        return file.<Outcome>map(Outcome.Handed::new).orElseGet(() -> new Outcome.NotReady(shown));
    }
}
