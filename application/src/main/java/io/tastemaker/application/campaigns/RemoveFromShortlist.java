package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;

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
     */
    public record Command(Actor actor, CampaignId campaign, CreatorId creator) {}

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
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(command.actor(), "campaign.shortlist.remove", () -> {
            if (!shortlists.remove(command.campaign(), command.creator())) {
                throw new Refusal.NotFound();
            }
            return new Outcome.Removed();
        });
    }
}
