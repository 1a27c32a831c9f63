package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.CheckFeature;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Optional;

/** Makes a campaign, as a draft, when the plan of the team opens campaigns. */
public final class CreateCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final CheckFeature checkFeature;
    private final Ids ids;
    private final InstantSource clock;

    CreateCampaign(Transactions transactions, Campaigns campaigns, CheckFeature checkFeature, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.checkFeature = checkFeature;
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

        /**
         * The plan has no campaigns.
         *
         * @param sufficient the cheapest plan that has
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}
    }

    /**
     * Makes the campaign.
     *
     * @param command what is wanted
     * @return the draft, or which plan it takes
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return switch (checkFeature.handle(new CheckFeature.Query(actor, Permission.WRITE_CAMPAIGNS, Feature.CAMPAIGNS))) {
            case CheckFeature.Outcome.PlanRequired(Optional<Plan> sufficient) -> new Outcome.PlanRequired(sufficient);
            case CheckFeature.Outcome.Open open -> new Outcome.Created(create(command));
        };
    }

    private Campaign create(Command command) {
        Actor actor = command.actor();
        Campaign draft = Campaign.draft(
                new CampaignId(ids.next()), actor.team(), command.name(), command.brief(), actor.label(), clock.instant());
        transactions.run(actor, "campaign.create", () -> {
            campaigns.add(draft);
            transactions.about(Subject.of("campaign", draft.id()), draft.traits().made());
        });
        return draft;
    }
}
