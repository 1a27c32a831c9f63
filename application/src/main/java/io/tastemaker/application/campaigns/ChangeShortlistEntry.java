package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes where a creator on a shortlist stands, or the note about the choice. */
public final class ChangeShortlistEntry {

    private final Transactions transactions;
    private final Shortlists shortlists;

    ChangeShortlistEntry(Transactions transactions, Shortlists shortlists) {
        this.transactions = transactions;
        this.shortlists = shortlists;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param campaign which campaign
     * @param creator which creator
     * @param expectedVersion the version the actor saw, empty for any
     * @param status the new status, empty to keep it
     * @param note the new note, empty to keep it
     */
    public record Command(
            Actor actor,
            CampaignId campaign,
            CreatorId creator,
            OptionalLong expectedVersion,
            Optional<ShortlistEntry.Status> status,
            Optional<String> note) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The entry is changed.
         *
         * @param entry the new version
         */
        record Changed(ShortlistEntry entry) implements Outcome {}
    }

    /**
     * Changes the entry.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.NotFound when the creator is not on the shortlist of such a campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(command.actor(), "campaign.shortlist.change", () -> {
            ShortlistEntry entry = shortlists.find(command.campaign(), command.creator()).orElseThrow(Refusal.NotFound::new);
            ShortlistEntry changed = entry.changed(command.status().orElse(entry.status()), command.note().orElse(entry.note()));
            if (command.expectedVersion().orElse(entry.version()) != entry.version() || !shortlists.replace(changed)) {
                throw new Refusal.StaleVersion(entry.version());
            }
            transactions.about(Subject.of("campaign", command.campaign()), entry.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
