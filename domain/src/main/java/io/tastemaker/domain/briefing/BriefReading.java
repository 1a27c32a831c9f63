package io.tastemaker.domain.briefing;

import java.util.List;

/**
 * What was understood of a message.
 *
 * @param changes what it changes in the draft, in the order in which it applies
 * @param remarks what was not taken over and why, one sentence each
 */
public record BriefReading(List<BriefChange> changes, List<String> remarks) {

    /** Copies the lists. */
    public BriefReading {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }
}
