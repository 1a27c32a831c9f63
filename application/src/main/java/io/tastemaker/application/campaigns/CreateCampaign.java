package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Makes a campaign, as a draft. */
public final class CreateCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Ids ids;
    private final InstantSource clock;

    CreateCampaign(Transactions transactions, Campaigns campaigns, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param name 1 to 200 characters
     * @param brief what the campaign wants
     */
    public record Command(Actor actor, String name, Brief brief) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The campaign exists.
         *
         * @param campaign a draft of version 1
         */
        record Created(Campaign campaign) implements Outcome {}
    }

    /**
     * Makes the campaign.
     *
     * @param command what is wanted
     * @return the draft
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Campaign draft = Campaign.draft(
                new CampaignId(ids.next()), actor.team(), command.name(), command.brief(), actor.label(), clock.instant());
        transactions.run(actor, "campaign.create", () -> {
            campaigns.add(draft);
            transactions.about(Subject.of("campaign", draft.id()), draft.traits().made());
        });
        return new Outcome.Created(draft);
    }
}
