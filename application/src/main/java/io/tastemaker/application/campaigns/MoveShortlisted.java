package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.CreatorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Moves creators on a shortlist to where what happened elsewhere puts them: an invitation was sent, accepted, taken back. Runs inside a
 * transaction of the caller, who says in its entry of the audit log what changed.
 */
public final class MoveShortlisted {

    private final Shortlists shortlists;

    MoveShortlisted(Shortlists shortlists) {
        this.shortlists = shortlists;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign which campaign
     * @param creators whom; who is not on the list stays off it
     * @param from only those who stand there; empty for all
     * @param to where they stand then
     */
    public record Command(Actor actor, CampaignId campaign, Collection<CreatorId> creators, Optional<ShortlistEntry.Status> from,
            ShortlistEntry.Status to) {
        /** Copies the ids. */
        public Command {
            creators = List.copyOf(creators);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They stand there now.
         *
         * @param changes what the audit log is to show of it
         */
        record Moved(List<Change> changes) implements Outcome {}
    }

    /**
     * Moves them.
     *
     * @param command what is wanted
     * @return what changed
     * @throws Refusal.StaleVersion when somebody else moved one of them in this moment
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_CAMPAIGNS);
        List<Change> changes = new ArrayList<>();
        for (CreatorId creator : command.creators()) {
            shortlists.find(command.campaign(), creator)
                    .filter(entry -> command.from().map(entry.status()::equals).orElse(entry.status() != command.to()))
                    .ifPresent(entry -> changes.addAll(moved(entry, command.to())));
        }
        return new Outcome.Moved(List.copyOf(changes));
    }

    private List<Change> moved(ShortlistEntry entry, ShortlistEntry.Status to) {
        ShortlistEntry next = entry.changed(to, entry.note());
        if (!shortlists.replace(next)) {
            throw new Refusal.StaleVersion(entry.version());
        }
        return entry.traits().changesTo(next.traits());
    }
}
