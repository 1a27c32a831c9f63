package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Deliverables;
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
import java.util.List;
import java.util.OptionalLong;

/** Removes a deliverable that was never handed in. */
public final class RemoveDeliverable {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Deliverables deliverables;

    RemoveDeliverable(Transactions transactions, WorkGate gate, Deliverables deliverables) {
        this.transactions = transactions;
        this.gate = gate;
        this.deliverables = deliverables;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param deliverable which of its deliverables
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, CampaignId campaign, DeliverableId deliverable, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}

        /**
         * It was handed in, and stays for the record.
         *
         * @param state the state it is in
         * @param allowed what that allows instead
         */
        record HandedIn(Deliverable.State state, List<Deliverable.Step> allowed) implements Outcome {}

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
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such deliverable
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.deliverable.remove", () -> switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> remove(command);
        });
    }

    private Outcome remove(Command command) {
        Deliverable deliverable = deliverables.find(command.campaign(), command.deliverable()).orElseThrow(Refusal.NotFound::new);
        WorkGate.expect(command.expectedVersion(), deliverable.version());
        if (!deliverable.isRemovable()) {
            transactions.refused(Subject.of("campaign", command.campaign()));
            return new Outcome.HandedIn(deliverable.state(), deliverable.state().allowed());
        }
        if (!deliverables.remove(deliverable)) {
            throw new Refusal.StaleVersion(deliverable.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), deliverable.traits().gone());
        return new Outcome.Removed();
    }
}
