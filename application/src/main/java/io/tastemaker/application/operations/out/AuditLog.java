package io.tastemaker.application.operations.out;

import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.operations.AuditHead;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was done for a team, in the order in which it was done; the transactions write it. Runs inside a transaction of the caller. */
public interface AuditLog extends AuditVerdict.Entries {

    /**
     * Which entries are wanted.
     *
     * @param actor only of this label
     * @param action only actions that begin so, such as {@code campaign.}
     * @param subjectType only about things of this kind
     * @param subjectId only about things of this id
     * @param from only since this time
     * @param to only before this time
     */
    record Filter(
            Optional<String> actor,
            Optional<String> action,
            Optional<String> subjectType,
            Optional<String> subjectId,
            Optional<Instant> from,
            Optional<Instant> to) {

        /** All entries. */
        public static final Filter ALL = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The team's entries, the newest first.
     *
     * @param filter which
     * @param page which page
     * @return the entries
     */
    Page<AuditEntry> list(Filter filter, PageRequest page);

    /**
     * What was done about one thing, the newest first; not what was asked for and refused.
     *
     * @param subject about what
     * @param page which page
     * @return the entries
     */
    Page<AuditEntry> deeds(Subject subject, PageRequest page);

    /**
     * How often somebody did something.
     *
     * @param actor the label of who did it
     * @param action what was done
     * @param times at least 1
     */
    record Tally(String actor, String action, long times) {}

    /**
     * Counts the team's entries of a time.
     *
     * @param from since this time
     * @param to before this time
     * @return one tally for each actor and action, in their order; at most 10,000
     */
    List<Tally> tallies(Instant from, Instant to);

    /**
     * The end of the team's log, as it was remembered.
     *
     * @return the head; empty when there is no such team
     */
    Optional<AuditHead> head();
}
