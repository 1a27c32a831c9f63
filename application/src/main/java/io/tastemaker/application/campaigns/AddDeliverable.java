package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Plans a piece of work for a campaign, from somebody on its shortlist or from nobody yet. */
public final class AddDeliverable {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Deliverables deliverables;
    private final Shortlists shortlists;
    private final Ids ids;
    private final InstantSource clock;

    AddDeliverable(Transactions transactions, WorkGate gate, Deliverables deliverables, Shortlists shortlists, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.deliverables = deliverables;
        this.shortlists = shortlists;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who plans it
     * @param campaign which campaign
     * @param work what is wanted
     */
    public record Command(Actor actor, CampaignId campaign, Deliverable.Work work) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is planned.
         *
         * @param deliverable planned or assigned, of version 1
         */
        record Added(Deliverable deliverable) implements Outcome {}

        /** The creator it names is not on the shortlist of the campaign. */
        record NotShortlisted() implements Outcome {}

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
     * Plans it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.deliverable.add", () -> switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> add(command);
        });
    }

    private Outcome add(Command command) {
        Subject campaign = Subject.of("campaign", command.campaign());
        transactions.refused(campaign);
        if (command.work().creator().filter(creator -> shortlists.find(command.campaign(), creator).isEmpty()).isPresent()) {
            return new Outcome.NotShortlisted();
        }
        if (deliverables.count(command.campaign()) >= Deliverable.MOST) {
            return new Outcome.TooMany(Deliverable.MOST);
        }
        Deliverable planned = Deliverable.plan(
                new DeliverableId(ids.next()), command.campaign(), command.work(), command.actor().label(), clock.instant());
        deliverables.add(planned);
        transactions.about(campaign, planned.traits().made());
        return new Outcome.Added(planned);
    }
}
