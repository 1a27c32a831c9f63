package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.LaunchGap;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Changes a campaign's name and brief. */
public final class ChangeCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Budgets budgets;
    private final InstantSource clock;

    ChangeCampaign(Transactions transactions, Campaigns campaigns, Budgets budgets, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.budgets = budgets;
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

        /**
         * It is over, and stays as it is.
         *
         * @param status where it stands
         * @param allowed the steps that it may still take
         */
        record Over(Campaign.Status status, List<CampaignStep> allowed) implements Outcome {}

        /**
         * It was launched, and would lack what it needs.
         *
         * @param gaps what would be missing
         */
        record Incomplete(List<LaunchGap> gaps) implements Outcome {}

        /**
         * Its budget has lines, and would be in another currency than they.
         *
         * @param expected the currency of the lines
         */
        record OtherCurrency(Currency expected) implements Outcome {}
    }

    /**
     * Changes the campaign.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.change", () -> {
            budgets.hold(command.campaign()); // nobody opens the first line meanwhile
            Campaign current = campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            if (current.version() != command.expectedVersion()) {
                throw new Refusal.StaleVersion(current.version());
            }
            return switch (current.change(command.name(), command.brief(), clock.instant())) {
                case Campaign.Change.Changed(Campaign changed) -> otherCurrency(changed)
                        .map(expected -> refused(current, new Outcome.OtherCurrency(expected))).orElseGet(() -> keep(current, changed));
                case Campaign.Change.Over over -> refused(current, new Outcome.Over(current.status(), current.steps()));
                case Campaign.Change.Incomplete(List<LaunchGap> gaps) -> refused(current, new Outcome.Incomplete(gaps));
            };
        });
    }

    /** The currency of its lines, when the brief now speaks another one. A brief that allows nothing any more speaks none. */
    private Optional<Currency> otherCurrency(Campaign changed) {
        Budget budget = new Budget(changed.id(), changed.brief().budget(), budgets.lines(changed.id()));
        return budget.limit().isPresent() && budget.currencyOfNewLines().isEmpty() ? budget.currency() : Optional.empty();
    }

    private Outcome keep(Campaign current, Campaign changed) {
        if (!campaigns.replace(changed)) {
            throw new Refusal.StaleVersion(current.version());
        }
        transactions.about(Subject.of("campaign", changed.id()), current.traits().changesTo(changed.traits()));
        return new Outcome.Changed(changed);
    }

    private Outcome refused(Campaign campaign, Outcome outcome) {
        transactions.refused(Subject.of("campaign", campaign.id()));
        return outcome;
    }
}
