package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Changes a campaign's name and brief. */
public final class ChangeCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final InstantSource clock;

    ChangeCampaign(Transactions transactions, Campaigns campaigns, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param campaign which campaign
     * @param expectedVersion the version the actor saw
     * @param name 1 to 200 characters
     * @param brief what the campaign wants now
     */
    public record Command(Actor actor, CampaignId campaign, long expectedVersion, String name, Brief brief) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The campaign is changed.
         *
         * @param campaign the new version
         */
        record Changed(Campaign campaign) implements Outcome {}
    }

    /**
     * Changes the campaign.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.change", () -> {
            Campaign current = campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            Campaign changed = current.changed(command.name(), command.brief(), clock.instant());
            if (current.version() != command.expectedVersion() || !campaigns.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("campaign", changed.id()), current.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
