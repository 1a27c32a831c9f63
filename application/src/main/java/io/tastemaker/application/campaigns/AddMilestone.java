package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.shared.out.Ids;
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
import java.util.Optional;

/** Sets a day by which something of a campaign shall be reached. */
public final class AddMilestone {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Milestones milestones;
    private final Ids ids;
    private final InstantSource clock;

    AddMilestone(Transactions transactions, WorkGate gate, Milestones milestones, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.milestones = milestones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param name 1 to {@link Milestone#MOST_NAME} characters
     * @param dueOn by which day
     * @param position where it stands, 0 to {@link Milestone#MOST_POSITION}
     */
    public record Command(Actor actor, CampaignId campaign, String name, LocalDate dueOn, int position) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is set.
         *
         * @param milestone version 1
         */
        record Added(Milestone milestone) implements Outcome {}

        /**
         * The campaign has as many as one can have.
         *
         * @param most how many that is
         */
        record TooMany(int most) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Sets it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.milestone.add", () -> switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> add(command);
        });
    }

    private Outcome add(Command command) {
        if (milestones.list(command.campaign()).size() >= Milestone.MOST) {
            transactions.refused(Subject.of("campaign", command.campaign()));
            return new Outcome.TooMany(Milestone.MOST);
        }
        Milestone milestone = new Milestone(new MilestoneId(ids.next()), command.campaign(), 1, command.name(), command.dueOn(),
                command.position(), Optional.empty(), command.actor().label(), clock.instant());
        milestones.add(milestone);
        transactions.about(Subject.of("campaign", command.campaign()), milestone.traits().made());
        return new Outcome.Added(milestone);
    }
}
