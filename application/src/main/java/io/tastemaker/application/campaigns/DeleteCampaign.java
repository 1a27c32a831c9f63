package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a draft, with its matches and its shortlist. */
public final class DeleteCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;

    DeleteCampaign(Transactions transactions, Campaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param campaign which campaign
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, CampaignId campaign, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}

        /**
         * It is no draft any more and stays for the record.
         *
         * @param status where it stands
         */
        record NoDraft(Campaign.Status status) implements Outcome {}
    }

    /**
     * Deletes the campaign.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.delete", () -> {
            Campaign campaign = campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            if (!campaign.isDeletable()) {
                transactions.refused(Subject.of("campaign", campaign.id()));
                return new Outcome.NoDraft(campaign.status());
            }
            if (command.expectedVersion().orElse(campaign.version()) != campaign.version() || !campaigns.remove(campaign)) {
                throw new Refusal.StaleVersion(campaign.version());
            }
            transactions.about(Subject.of("campaign", campaign.id()), campaign.traits().gone());
            return new Outcome.Deleted();
        });
    }
}
