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
import java.util.OptionalLong;

/** Takes a creator off a campaign's shortlist. */
public final class RemoveFromShortlist {

    private final Transactions transactions;
    private final Shortlists shortlists;

    RemoveFromShortlist(Transactions transactions, Shortlists shortlists) {
        this.transactions = transactions;
        this.shortlists = shortlists;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param campaign which campaign
     * @param creator which creator
     * @param expectedVersion the version of the entry that the actor saw, empty for any
     */
    public record Command(Actor actor, CampaignId campaign, CreatorId creator, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The creator is off the list. */
        record Removed() implements Outcome {}
    }

    /**
     * Removes the entry.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.NotFound when the creator is not on the shortlist of such a campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(command.actor(), "campaign.shortlist.remove", () -> {
            ShortlistEntry current = shortlists.find(command.campaign(), command.creator()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().isPresent()) {
                hold(current, command.expectedVersion().getAsLong());
            }
            if (!shortlists.remove(command.campaign(), command.creator())) {
                throw new Refusal.NotFound();
            }
            transactions.about(Subject.of("campaign", command.campaign()), current.traits().gone());
            return new Outcome.Removed();
        });
    }

    /** Replaces the expected version by its equal, so that nobody can change it before it goes. */
    private void hold(ShortlistEntry current, long expected) {
        if (current.version() != expected || !shortlists.replace(current.changed(current.status(), current.note()))) {
            throw new Refusal.StaleVersion(current.version());
        }
    }
}
