package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.campaigns.out.WorkRulebooks;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes a step with a deliverable, and tells of those that hand it in, approve it or send it back. */
public final class MoveDeliverable {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Deliverables deliverables;
    private final Shortlists shortlists;
    private final WorkRulebooks rulebooks;
    private final Events events;
    private final InstantSource clock;

    MoveDeliverable(
            Transactions transactions, WorkGate gate, Deliverables deliverables, Shortlists shortlists, WorkRulebooks rulebooks, Events events,
            InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.deliverables = deliverables;
        this.shortlists = shortlists;
        this.rulebooks = rulebooks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param deliverable which of its deliverables
     * @param expectedVersion the version the actor saw, empty for any
     * @param move the step and what it brings
     */
    public record Command(Actor actor, CampaignId campaign, DeliverableId deliverable, OptionalLong expectedVersion, Deliverable.Move move) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The step is taken.
         *
         * @param deliverable the next version
         */
        record Moved(Deliverable deliverable) implements Outcome {}

        /**
         * Its state forbids the step.
         *
         * @param step what was wanted
         * @param state the state it is in
         * @param allowed what that allows instead
         */
        record NotNow(Deliverable.Step step, Deliverable.State state, List<Deliverable.Step> allowed) implements Outcome {}

        /** Who handed it in may not approve it. */
        record OwnWork() implements Outcome {}

        /** The creator it should name is not on the shortlist of the campaign. */
        record NotShortlisted() implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Takes the step.
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
        String action = "campaign.deliverable." + command.move().step().code();
        return transactions.inTransaction(actor, action, () -> switch (gate.enter(actor, command.campaign(), Right.VIEW)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> take(command);
        });
    }

    private Outcome take(Command command) {
        Deliverable deliverable = deliverables.find(command.campaign(), command.deliverable()).orElseThrow(Refusal.NotFound::new);
        gate.require(command.actor(), command.campaign(), deliverable.needs(command.move().step()));
        WorkGate.expect(command.expectedVersion(), deliverable.version());
        Subject campaign = Subject.of("campaign", command.campaign());
        transactions.refused(campaign);
        if (command.move() instanceof Deliverable.Move.Change(Deliverable.Work work) && isStranger(command.campaign(), deliverable, work)) {
            return new Outcome.NotShortlisted();
        }
        WorkRules rules = rulebooks.find(command.campaign()).orElseGet(() -> WorkRules.of(command.campaign()));
        return switch (deliverable.take(command.move(), command.actor().label(), rules, clock.instant())) {
            case Deliverable.Decision.NotNow(Deliverable.State state, List<Deliverable.Step> allowed) ->
                new Outcome.NotNow(command.move().step(), state, allowed);
            case Deliverable.Decision.OwnWork() -> new Outcome.OwnWork();
            case Deliverable.Decision.Moved(Deliverable moved) -> {
                if (!deliverables.replace(moved)) {
                    throw new Refusal.StaleVersion(deliverable.version());
                }
                transactions.about(campaign, deliverable.traits().changesTo(moved.traits()));
                told(moved, command.move().step()).ifPresent(events::tell);
                yield new Outcome.Moved(moved);
            }
        };
    }

    private boolean isStranger(CampaignId campaign, Deliverable deliverable, Deliverable.Work work) {
        return work.creator().filter(creator -> !deliverable.work().creator().equals(Optional.of(creator)))
                .filter(creator -> shortlists.find(campaign, creator).isEmpty()).isPresent();
    }

    private static Optional<Event> told(Deliverable moved, Deliverable.Step step) {
        Optional<Event.Kind> kind = switch (step) {
            case SUBMIT -> Optional.of(Event.Kind.DELIVERABLE_SUBMITTED);
            case APPROVE -> Optional.of(Event.Kind.DELIVERABLE_APPROVED);
            case REJECT -> Optional.of(Event.Kind.DELIVERABLE_REJECTED);
            case REOPEN, CANCEL, CHANGE -> Optional.empty();
        };
        return kind.map(found -> {
            Event event = Event.of(found, Subject.of("deliverable", moved.id())).with("campaign_id", moved.campaign())
                    .with("status", moved.state()).with("version", moved.version());
            return moved.work().creator().map(creator -> event.with("creator_id", creator)).orElse(event);
        });
    }
}
