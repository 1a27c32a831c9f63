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
import java.time.InstantSource;
import java.time.LocalDate;

/** Changes a milestone, or notes that it is reached. */
public final class ChangeMilestone {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Milestones milestones;
    private final InstantSource clock;

    ChangeMilestone(Transactions transactions, WorkGate gate, Milestones milestones, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.milestones = milestones;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param milestone which of its milestones
     * @param expectedVersion the version the actor saw
     * @param name 1 to {@link Milestone#MOST_NAME} characters
     * @param dueOn by which day
     * @param position where it stands, 0 to {@link Milestone#MOST_POSITION}
     * @param isDone whether it is reached
     */
    public record Command(
            Actor actor,
            CampaignId campaign,
            MilestoneId milestone,
            long expectedVersion,
            String name,
            LocalDate dueOn,
            int position,
            boolean isDone) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param milestone the next version
         */
        record Changed(Milestone milestone) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Changes it.
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
        return transactions.inTransaction(actor, "campaign.milestone.change", () -> switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> new Outcome.Changed(change(command));
        });
    }

    private Milestone change(Command command) {
        Milestone milestone = milestones.find(command.campaign(), command.milestone()).orElseThrow(Refusal.NotFound::new);
        Milestone changed = milestone.changed(command.name(), command.dueOn(), command.position(), command.isDone(), clock.instant());
        if (milestone.version() != command.expectedVersion() || !milestones.replace(changed)) {
            throw new Refusal.StaleVersion(milestone.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), milestone.traits().changesTo(changed.traits()));
        return changed;
    }
}
