package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Removes a milestone. */
public final class RemoveMilestone {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Milestones milestones;

    RemoveMilestone(Transactions transactions, WorkGate gate, Milestones milestones) {
        this.transactions = transactions;
        this.gate = gate;
        this.milestones = milestones;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param milestone which of its milestones
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, CampaignId campaign, MilestoneId milestone, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such milestone
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.milestone.remove", () -> switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> remove(command);
        });
    }

    private Outcome remove(Command command) {
        Milestone milestone = milestones.find(command.campaign(), command.milestone()).orElseThrow(Refusal.NotFound::new);
        WorkGate.expect(command.expectedVersion(), milestone.version());
        if (!milestones.remove(milestone)) {
            throw new Refusal.StaleVersion(milestone.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), milestone.traits().gone());
        return new Outcome.Removed();
    }
}
